import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { DatabaseError, type Client } from "pg";
import { sha256 } from "./files";
import { FIRST_FUNCTIONS, forRoles, LOCK_NOT_AVAILABLE } from "./functions";
import { rolesHere, type Roles } from "./roles";

export const MIGRATIONS = "prisma/migrations";

/** Where a database of version 0.1 stands when it has all migrations of then, and where a fresh one begins. */
const BEGINNING = "0001_beginning";
const OLD_MIGRATIONS = "prisma/upgrade/migrations";

/** What has been applied; the one row of functions is written by scripts/functions.ts. */
const BOOKS = `
  CREATE TABLE migration (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz(3) NOT NULL DEFAULT now());
  CREATE TABLE applied_functions (
    one boolean PRIMARY KEY DEFAULT true CHECK (one), version int NOT NULL, hash text NOT NULL, grants text NOT NULL)`;

/** The migrations of this version, in their order. A name is its file's without the ending. */
export function migrationNames(): string[] {
  return readdirSync(MIGRATIONS)
    .filter((file) => file.endsWith(".sql"))
    .map((file) => basename(file, ".sql"))
    .sort();
}

/** Who hears that something takes longer than it should. */
export type Tell = (sentence: string) => void;

/**
 * Applies the migrations a database lacks, in the order of their names, each in a transaction of its own together with the
 * row that says so. Those of a newer version, which may be there already, are left alone. One that was cut short left nothing.
 * @param client connected as the schema's owner, who holds the lock of `migrate`
 * @param only what may be applied; all of this version, if nothing is said
 * @throws Error when one fails, or is no longer the text that was applied
 */
export async function applyMigrations(
  client: Client,
  tell: Tell,
  roles?: Roles,
  only: readonly string[] = migrationNames(),
): Promise<void> {
  const applied = await appliedMigrations(client);
  await tellOfACutOne(client, applied, tell);
  if (!applied.has(BEGINNING)) await standWhereTheOldOnesEnd(client, applied, tell);
  const lacking = migrationNames().filter((name) => !isApplied(name, applied) && only.includes(name));
  if (lacking.length === 0) return;
  await client.query(await forRoles(client, textOf(FIRST_FUNCTIONS), roles ?? (await rolesHere(client))));
  for (const name of lacking) {
    await begin(client, name);
    await inTransaction(client, name, tell, async () => {
      await client.query(textOf(fileOf(name)));
      await note(client, name);
    });
  }
  await client.query("COMMENT ON TABLE migration IS NULL");
}

/** What this database lacks, without changing anything; all of it where there is nothing yet. */
export async function lackingMigrations(client: Client): Promise<string[]> {
  if (!(await exists(client, "migration"))) return migrationNames();
  const applied = await appliedMigrations(client);
  return migrationNames().filter((name) => !isApplied(name, applied));
}

/** Before it, in a transaction of its own, so that a start that is cut off leaves word of what it was at. */
async function begin(client: Client, name: string): Promise<void> {
  await client.query(`COMMENT ON TABLE migration IS ${client.escapeLiteral(`begun: ${name}`)}`);
}

async function tellOfACutOne(
  client: Client,
  applied: ReadonlyMap<string, string>,
  tell: Tell,
): Promise<void> {
  const { rows } = await client.query<{ word: string | null }>(
    "SELECT obj_description('migration'::regclass, 'pg_class') AS word",
  );
  const [, name] = /^begun: (.+)$/.exec(rows[0]?.word ?? "") ?? [];
  if (name !== undefined && !applied.has(name))
    tell(
      `  the migration ${name} did not come to its end the last time, and nothing of it stands; it is begun again.`,
    );
}

/** Names and checksums. */
async function appliedMigrations(client: Client): Promise<Map<string, string>> {
  if (!(await exists(client, "migration"))) await client.query(BOOKS);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    "SELECT name, checksum FROM migration",
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

function isApplied(name: string, applied: ReadonlyMap<string, string>): boolean {
  const checksum = applied.get(name);
  if (checksum !== undefined && checksum !== checksumOf(name))
    throw new Error(`${fileOf(name)} is not what was applied to this database. A migration is never edited.`);
  return checksum !== undefined;
}

/** Version 0.1 kept its 28 migrations in Prisma's table. What is lacking of them is applied; the end of them is our beginning. */
async function standWhereTheOldOnesEnd(
  client: Client,
  applied: Map<string, string>,
  tell: Tell,
): Promise<void> {
  if (!(await exists(client, "_prisma_migrations"))) return;
  const { rows } = await client.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  const done = new Set(rows.map(({ name }) => name));
  for (const name of readdirSync(OLD_MIGRATIONS).sort()) {
    if (done.has(name)) continue;
    const text = textOf(join(OLD_MIGRATIONS, name, "migration.sql"));
    await inTransaction(client, name, tell, async () => {
      await client.query(text);
      await client.query(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
         VALUES ($1, $2, $3, now(), now(), 1)`,
        [randomUUID(), sha256(text), name],
      );
    });
  }
  await note(client, BEGINNING);
  applied.set(BEGINNING, checksumOf(BEGINNING));
}

/** Whoever waits for a table holds up everybody who comes after, so a migration waits this long at a time; PostgreSQL's words. */
const LOCK_WAIT = "2s";
/** Then it lets the others through, and tries again; milliseconds. */
const LET_THROUGH = 3_000;
/** A dump of a large site reads for so long at most, in milliseconds. */
const LOCKS_WITHIN = 30 * 60_000;

/** Done whole or not at all, and again while somebody holds what it needs. */
async function inTransaction(
  client: Client,
  name: string,
  tell: Tell,
  work: () => Promise<void>,
): Promise<void> {
  const giveUpAt = performance.now() + LOCKS_WITHIN;
  for (let told = false; ; told = true) {
    await client.query("BEGIN");
    try {
      await client.query(`SET LOCAL lock_timeout = '${LOCK_WAIT}'`);
      await work();
      await client.query("COMMIT");
      return;
    } catch (error) {
      await client.query("ROLLBACK");
      const isHeld = error instanceof DatabaseError && error.code === LOCK_NOT_AVAILABLE;
      if (!isHeld || performance.now() > giveUpAt)
        throw new Error(`The migration ${name} failed, and changed nothing: ${String(error)}`, {
          cause: error,
        });
      if (!told)
        tell(`  the migration ${name} waits for a table that somebody reads for long; it keeps trying.`);
      await pause(LET_THROUGH);
    }
  }
}

async function note(client: Client, name: string): Promise<void> {
  await client.query("INSERT INTO migration (name, checksum) VALUES ($1, $2)", [name, checksumOf(name)]);
}

async function exists(client: Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ present: boolean }>("SELECT to_regclass($1) IS NOT NULL AS present", [
    `public.${table}`,
  ]);
  return rows[0]?.present === true;
}

export const fileOf = (name: string): string => join(MIGRATIONS, `${name}.sql`);
const checksumOf = (name: string): string => sha256(textOf(fileOf(name)));
const textOf = (file: string): string => readFileSync(file, "utf8");
