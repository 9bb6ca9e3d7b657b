import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { filesBelow, hashOf, sha256 } from "./files";
import { applyFunctions, ours } from "./functions";
import { isRelease } from "./install.mjs";
import { applyMigrations, MIGRATIONS, type Tell } from "./migrations";
import { generate } from "./prisma.mjs";
import { makeRoles, rolesHere, type Roles } from "./roles";

const CLIENT = "generated/prisma";

/** Any number that nobody else uses: whoever holds this lock brings the database up, and the others wait for them. */
const SCHEMA_LOCK = 20_261_128;

/** Writes the typed client of the schema, unless the one that is there was written from this very schema. */
export async function generateClient(): Promise<void> {
  if (isRelease()) return;
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

/** How a database is brought up, where it is not as it always is. */
type Wish = Readonly<{
  /** The names of its roles; those of the database, if nothing is said. */
  roles?: Roles;
  /** Only these migrations, and no functions: the tables as they were at an earlier version. */
  only?: readonly string[];
  /** Hears what takes longer than it should. */
  tell?: Tell;
}>;

/**
 * Brings a database up to this version: its roles, the migrations it lacks, and the functions and grants as they are now.
 * Of several processes that start at once one does it. Where all is there already, a few reads tell.
 * @param url of a role that may change the schema
 * @returns what a superuser has to run before the roles can be used; nothing when they can
 * @throws Error naming the file that failed; what came before it stands, and the next start goes on from there
 */
export async function migrate(
  url: string,
  { roles, only, tell = () => undefined }: Wish = {},
): Promise<string[]> {
  return asOwner(url, async (client) => {
    await noticeWhenWeAreGone(client);
    await takeLock(client, tell);
    const theirs = roles ?? (await rolesHere(client));
    const lacking = await makeRoles(client, theirs);
    await applyMigrations(client, tell, theirs, only);
    if (!only) await applyFunctions(client, ours(), theirs);
    return lacking;
  });
}

/** Killed while a statement runs, we would leave it at work, holding its tables, until it is through. Not every system can tell. */
async function noticeWhenWeAreGone(client: Client): Promise<void> {
  await client.query("SET client_connection_check_interval = '2s'").catch(() => undefined);
}

/** Milliseconds between two looks, and until somebody is told. */
const LOOK_AGAIN = 100;
const WORTH_A_WORD = 5_000;

/** Held until the connection ends. */
async function takeLock(client: Client, tell: Tell): Promise<void> {
  const begun = performance.now();
  for (let told = false; ;) {
    const { rows } = await client.query<{ ours: boolean }>("SELECT pg_try_advisory_lock($1) AS ours", [
      SCHEMA_LOCK,
    ]);
    if (rows[0]?.ours) return;
    if (!told && performance.now() - begun > WORTH_A_WORD) {
      tell("  another process brings the database up; waiting for it.");
      told = true;
    }
    await pause(LOOK_AGAIN);
  }
}

/** One hash of all that a fresh database is made from. */
export function databaseHash(): string {
  const { version, hash } = ours();
  return sha256(`${hashOf(filesBelow(MIGRATIONS))} ${version} ${hash}`);
}

/** A connection for as long as `work` takes. */
export async function asOwner<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // Whatever waits for an answer is told by itself; without a listener the process would end at once.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
