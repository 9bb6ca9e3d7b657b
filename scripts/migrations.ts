import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Client } from "pg";
import { sha256 } from "./files";
import { FIRST_FUNCTIONS, forRoles } from "./functions";
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

/**
 * Applies the migrations a database lacks, in the order of their names, each in a transaction of its own together with the
 * row that says so. Those of a newer version, which may be there already, are left alone.
 * @param client connected as the schema's owner, who holds the lock of `migrate`
 * @throws Error when one fails, or is no longer the text that was applied
 */
export async function applyMigrations(client: Client, roles?: Roles): Promise<void> {
  const applied = await appliedMigrations(client);
  if (!applied.has(BEGINNING)) await standWhereTheOldOnesEnd(client, applied);
  const lacking = migrationNames().filter((name) => !isApplied(name, applied));
  if (lacking.length > 0)
    await client.query(await forRoles(client, textOf(FIRST_FUNCTIONS), roles ?? (await rolesHere(client))));
  for (const name of lacking)
    await inTransaction(client, name, async () => {
      await client.query(textOf(fileOf(name)));
      await note(client, name);
    });
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
async function standWhereTheOldOnesEnd(client: Client, applied: Map<string, string>): Promise<void> {
  if (!(await exists(client, "_prisma_migrations"))) return;
  const { rows } = await client.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  const done = new Set(rows.map(({ name }) => name));
  for (const name of readdirSync(OLD_MIGRATIONS).sort()) {
    if (done.has(name)) continue;
    const text = textOf(join(OLD_MIGRATIONS, name, "migration.sql"));
    await inTransaction(client, name, async () => {
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

async function inTransaction(client: Client, name: string, work: () => Promise<void>): Promise<void> {
  await client.query("BEGIN");
  try {
    await work();
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Error(`The migration ${name} failed, and changed nothing: ${String(error)}`, { cause: error });
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

const fileOf = (name: string): string => join(MIGRATIONS, `${name}.sql`);
const checksumOf = (name: string): string => sha256(textOf(fileOf(name)));
const textOf = (file: string): string => readFileSync(file, "utf8");
