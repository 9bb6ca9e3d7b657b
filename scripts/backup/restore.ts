import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { DatabaseError, escapeIdentifier, type Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { runNode } from "@/scripts/child-process";
import { migrationNames } from "@/scripts/migrations";
import { rolesHere } from "@/scripts/roles";
import { asOwner, migrate } from "@/scripts/schema";
import { Begin, End, Last, type Header, type Table } from "./format";
import { openBackup, type Backup } from "./read";
import { program } from "@/scripts/programs";

type Tell = (line: string) => void;

/**
 * Fills an empty database from a backup, brings it up to this version, and tries what came of it: every count, every invariant, and that
 * the site's role cannot read a ballot.
 * @param url of a role that owns the database
 * @throws Error with a sentence; what was filled until then is rolled back, and the tables stay behind without rows
 */
export async function restoreBackup(url: string, file: string, tell: Tell): Promise<void> {
  await asOwner(url, refuseFilled);
  const backup = await openBackup(file);
  try {
    const { header } = backup;
    refuseNewer(header);
    tell(`  written by Moot ${header.version}, as it was at ${header.at}`);
    await migrate(url, { only: header.migrations });
    const counts = await asOwner(url, (client) => inTransaction(client, () => fill(client, backup, tell)));
    const lacking = await migrate(url);
    await asOwner(url, async (client) => {
      await client.query("ANALYZE");
      await compareCounts(client, counts);
      await refuseReadableBallots(client, lacking);
    });
  } finally {
    backup.close();
  }
  tell("  every count is the backup's, and the site's role is refused at a ballot");
  await check(url);
  tell("  every invariant holds");
}

async function refuseFilled(client: Client): Promise<void> {
  const { rows } = await client.query<{ tables: number }>(
    "SELECT count(*)::int AS tables FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')",
  );
  const tables = rows[0]?.tables ?? 0;
  if (tables > 0)
    throw new Error(
      `This database has ${tables} tables already, and a restore writes over nothing. Make an empty database and name it in ` +
        "DATABASE_URL; with the database that Moot brings along, stop the site and move its data folder away.",
    );
}

function refuseNewer({ migrations, version }: Header): void {
  const known = new Set(migrationNames());
  const unknown = migrations.filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new Error(
      `The backup is of Moot ${version}, which is newer than this one (it has ${unknown.join(", ")}). Restore it with that version.`,
    );
}

export async function inTransaction<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query("BEGIN");
  try {
    const result = await work();
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

type Counts = ReadonlyMap<string, number>;

/** There are no triggers yet: they come with the functions, at the end. Keys to other tables are made again when all is there. */
async function fill(client: Client, { header, line, rows }: Backup, tell: Tell): Promise<Counts> {
  await client.query("SET LOCAL client_encoding = 'UTF8'");
  const keys = await dropForeignKeys(client);
  const tables = header.tables.map(({ name }) => escapeIdentifier(name)).join(", ");
  await client.query(`TRUNCATE ${tables}`);
  const counts = new Map<string, number>();
  for (const table of header.tables) {
    const { table: name } = await line(Begin);
    if (name !== table.name) throw new Error(`The backup has ${name} where ${table.name} should be.`);
    const count = await fillTable(client, table, rows());
    const { rows: expected } = await line(End);
    if (count !== expected)
      throw new Error(`${name} has ${expected} rows in the backup, and ${count} of them could be read.`);
    counts.set(name, count);
    tell(`  ${name}: ${count.toLocaleString("en")}`);
  }
  await line(Last);
  for (const key of keys) await client.query(key);
  for (const { name, value } of header.sequences)
    if (value !== null)
      await client.query("SELECT setval($1::regclass, $2::bigint)", [escapeIdentifier(name), value]);
  // Numbers of transactions mean nothing on another server: what happened before this day comes before everything.
  await client.query("UPDATE event SET tx = 0");
  return counts;
}

async function fillTable(
  client: Client,
  { name, columns }: Table,
  rows: AsyncIterable<Buffer>,
): Promise<number> {
  const statement = `COPY ${escapeIdentifier(name)} (${columns.map(escapeIdentifier).join(", ")}) FROM STDIN`;
  const stream = client.query(copyFrom(statement));
  await pipeline(Readable.from(rows), stream);
  return stream.rowCount;
}

/** @returns the statements that make them again */
export async function dropForeignKeys(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ drop: string; make: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS make
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY conname`,
  );
  for (const { drop } of rows) await client.query(drop);
  return rows.map(({ make }) => make);
}

/** Only tables that are still there: a later version may have done away with one. */
async function compareCounts(client: Client, counts: Counts): Promise<void> {
  for (const [name, expected] of counts) {
    const table = escapeIdentifier(name);
    const there = await client.query<{ there: boolean }>("SELECT to_regclass($1) IS NOT NULL AS there", [
      table,
    ]);
    if (there.rows[0]?.there !== true) continue;
    const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${table}`);
    if (Number(rows[0]?.count) < expected)
      throw new Error(
        `${name} has ${rows[0]?.count ?? "no"} rows after the restore, and the backup ${expected}.`,
      );
  }
}

const NOT_ALLOWED = "42501";

async function refuseReadableBallots(client: Client, lacking: readonly string[]): Promise<void> {
  if (lacking.length > 0)
    throw new Error(
      `All rows are there, but this database's owner may not make the roles that keep ballots secret. A superuser has to run:\n${lacking.join("\n")}`,
    );
  const { site } = await rolesHere(client);
  await client.query(`SET ROLE ${escapeIdentifier(site)}`);
  try {
    await client.query("SELECT FROM vote LIMIT 1");
  } catch (error) {
    if (error instanceof DatabaseError && error.code === NOT_ALLOWED) return;
    throw error;
  } finally {
    await client.query("RESET ROLE");
  }
  throw new Error("The site's role can read ballots in this database. Do not open the site on it.");
}

/** `moot check`, in a process of its own with this database. @throws Error with what differs */
export async function check(url: string): Promise<void> {
  await runNode([...program("moot"), "check"], {
    environment: {
      DATABASE_URL: url,
      MOOT_MIGRATION_URL: "",
      MOOT_PUBLISHER_URL: "",
      MOOT_EMBEDDED: "1",
      MOOT_DATABASE_WAIT: "60",
      MOOT_SECRET: "nothing is signed while it is checked",
      // Of the site that asked, and another.
      NEXTAUTH_SECRET: "",
    },
  });
}
