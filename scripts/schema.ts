import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { prisma } from "./prisma.mjs";

const CLIENT = "generated/prisma";
const MIGRATIONS = "prisma/migrations";

/** Writes the typed client of the schema, unless the one that is there was written from this very schema. */
export async function generateClient(): Promise<void> {
  const stamp = join(CLIENT, "moot-schema.txt");
  const now = hashOf([
    "prisma.config.ts",
    "node_modules/prisma/package.json",
    ...filesBelow("prisma/schema"),
  ]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  await run(["generate"], {});
  writeFileSync(stamp, now);
}

/**
 * Brings a database up to the last migration. When it is there already, which one query tells, Prisma is not woken.
 * @param url of a role that may change the schema
 */
export async function migrate(url: string): Promise<void> {
  if (!(await isUpToDate(url)))
    await run(["migrate", "deploy"], { DATABASE_URL: url, MOOT_MIGRATION_URL: url });
}

/** One hash for all migrations: what a database made from them is like. */
export function migrationsHash(): string {
  return hashOf(filesBelow(MIGRATIONS));
}

async function isUpToDate(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const known = await client.query<{ present: boolean }>(
      "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present",
    );
    if (known.rows[0]?.present !== true) return false;
    const applied = await client.query<{ migration_name: string; checksum: string }>(
      "SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    const done = new Set(applied.rows.map((row) => `${row.migration_name} ${row.checksum}`));
    return migrationNames().every((name) =>
      done.has(`${name} ${sha256(readFileSync(join(MIGRATIONS, name, "migration.sql")))}`),
    );
  } finally {
    await client.end();
  }
}

function migrationNames(): string[] {
  if (!existsSync(MIGRATIONS)) return [];
  return readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Every file below some folders, in an order that is the same everywhere. */
export function filesBelow(...folders: string[]): string[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    )
    .sort();
}

/** A hash over the names and the content of files. */
export function hashOf(files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\0${sha256(readFileSync(file))}\n`);
  return hash.digest("hex");
}

function sha256(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

async function run(args: string[], environment: Record<string, string>): Promise<void> {
  const { code, output, complaint } = await prisma(args, environment);
  if (code !== 0) throw new Error(`prisma ${args.join(" ")} failed.\n${output}${complaint}`);
}
