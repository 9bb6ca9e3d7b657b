import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { filesBelow, hashOf, sha256 } from "./files";
import { applyFunctions, ours } from "./functions";
import { applyMigrations, MIGRATIONS } from "./migrations";
import { generate } from "./prisma.mjs";
import { makeRoles, rolesHere, type Roles } from "./roles";

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
 * Brings a database up to this version: its roles, the migrations it lacks, and the functions and grants as they are now.
 * Of several processes that start at once one does it. Where all is there already, a few reads tell.
 * @param url of a role that may change the schema
 * @param roles the names of its roles; those of the database, if nothing is said
 * @returns what a superuser has to run before the roles can be used; nothing when they can
 * @throws Error naming the file that failed; what came before it stands, and the next start goes on from there
 */
export async function migrate(url: string, roles?: Roles): Promise<string[]> {
  return asOwner(url, async (client) => {
    // Held until the connection ends.
    await client.query("SELECT pg_advisory_lock($1)", [SCHEMA_LOCK]);
    const theirs = roles ?? (await rolesHere(client));
    const lacking = await makeRoles(client, theirs);
    await applyMigrations(client, theirs);
    await applyFunctions(client, ours(), theirs);
    return lacking;
  });
}

/** One hash of all that a fresh database is made from. */
export function databaseHash(): string {
  const { version, hash } = ours();
  return sha256(`${hashOf(filesBelow(MIGRATIONS))} ${version} ${hash}`);
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
