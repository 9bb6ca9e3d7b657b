import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { filesBelow, hashOf, sha256 } from "./files";
import { applyFunctions, ours } from "./functions";
import { applyMigrations, MIGRATIONS } from "./migrations";
import { generate } from "./prisma.mjs";

const CLIENT = "generated/prisma";

/** Any number that nobody else uses: whoever holds this lock brings the database up, and the others wait for them. */
const SCHEMA_LOCK = 20_261_128;

/** Writes the typed client of the schema, unless the one that is there was written from this very schema. */
export async function generateClient(): Promise<void> {
  const stamp = join(CLIENT, "moot-schema.txt");
  const now = hashOf([
    "prisma.config.ts",
    "node_modules/prisma/package.json",
    ...filesBelow("prisma/schema"),
  ]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  await generate();
  writeFileSync(stamp, now);
}

/**
 * Brings a database up to this version: the site's role, the migrations it lacks, and the functions and grants as they are now.
 * Of several processes that start at once one does it. Where all is there already, a few reads tell.
 * @param url of a role that may change the schema
 * @throws Error naming the file that failed; what came before it stands, and the next start goes on from there
 */
export async function migrate(url: string): Promise<void> {
  await asOwner(url, async (client) => {
    // Held until the connection ends.
    await client.query("SELECT pg_advisory_lock($1)", [SCHEMA_LOCK]);
    await client.query(readFileSync("prisma/role.sql", "utf8"));
    await applyMigrations(client);
    await applyFunctions(client, ours());
  });
}

/** One hash of all that a fresh database is made from. */
export function databaseHash(): string {
  return sha256(hashOf(filesBelow(MIGRATIONS)) + ours().hash);
}

/** A connection for as long as `work` takes. */
export async function asOwner<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
