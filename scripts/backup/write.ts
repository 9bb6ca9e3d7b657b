import { createWriteStream, rmSync } from "node:fs";
import { rename } from "node:fs/promises";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { createGzip, type Gzip } from "node:zlib";
import { escapeIdentifier, type Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { asOwner } from "../schema";
import { END_OF_ROWS, FORMAT, type Header, type Table } from "./format";

/** Made anew by a restore, and not copied: what says which version the tables are of. */
const BOOKS = ["migration", "applied_functions", "_prisma_migrations"];

/** Text comes the same way whatever the server and its role are set to, and nothing of the site's limits holds here. */
const PLAINLY = `SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET IntervalStyle = 'postgres'; SET extra_float_digits = 1;
  SET client_encoding = 'UTF8'; SET bytea_output = 'hex'; SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0`;

const LINE_END = "\n".charCodeAt(0);

/**
 * Writes a database as it is at one instant into a file that only its owner may read, while others go on writing to the database.
 * @param url of the owner of the database
 * @param tell hears of each table when it is done
 * @returns how many rows there are
 * @throws Error when it could not be written; then there is no such file
 */
export async function writeBackup(
  url: string,
  file: string,
  version: string,
  tell: (line: string) => void,
): Promise<number> {
  const draft = `${file}.part`;
  try {
    const rows = await asOwner(url, async (client) => {
      await client.query(PLAINLY);
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      return writeAll(client, await headerOf(client, version), draft, tell);
    });
    await rename(draft, file);
    return rows;
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

async function writeAll(
  client: Client,
  header: Header,
  draft: string,
  tell: (line: string) => void,
): Promise<number> {
  const gzip = createGzip();
  const file = createWriteStream(draft, { mode: 0o600, flags: "wx" });
  const written = finished(gzip.pipe(file));
  // Told when we wait for it; until then somebody must be there for a full disk.
  written.catch(() => gzip.destroy());
  await writeLine(gzip, header);
  let all = 0;
  for (const table of header.tables) {
    const rows = await writeTable(client, table, gzip);
    tell(`  ${table.name}: ${rows.toLocaleString("en")}`);
    all += rows;
  }
  await writeLine(gzip, { end: true, rows: all });
  gzip.end();
  await written;
  return all;
}

async function writeTable(client: Client, { name, columns }: Table, gzip: Gzip): Promise<number> {
  await writeLine(gzip, { table: name });
  const statement = `COPY ${escapeIdentifier(name)} (${columns.map(escapeIdentifier).join(", ")}) TO STDOUT`;
  let rows = 0;
  for await (const chunk of client.query(copyTo(statement))) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    for (let at = bytes.indexOf(LINE_END); at >= 0; at = bytes.indexOf(LINE_END, at + 1)) rows += 1;
    await write(gzip, bytes);
  }
  await write(gzip, `${END_OF_ROWS}\n`);
  await writeLine(gzip, { rows });
  return rows;
}

const writeLine = (gzip: Gzip, line: object): Promise<void> => write(gzip, `${JSON.stringify(line)}\n`);

async function write(gzip: Gzip, what: Buffer | string): Promise<void> {
  if (gzip.destroyed) throw new Error("The file cannot be written to; is the disk full?");
  if (!gzip.write(what)) await Promise.race([once(gzip, "drain"), once(gzip, "close")]);
}

async function headerOf(client: Client, version: string): Promise<Header> {
  const [clock, migrations, tables, sequences] = [
    await client.query<{ at: Date }>("SELECT now() AS at"),
    await client.query<{ name: string }>("SELECT name FROM migration ORDER BY name"),
    // A generated column is made again from the others.
    await client.query<Table>(
      `SELECT relname AS name, array_agg(attname::text ORDER BY attnum) AS columns FROM pg_class
       JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> ALL ($1) GROUP BY 1 ORDER BY 1`,
      [BOOKS],
    ),
    await client.query<{ name: string; value: string | null }>(
      `SELECT sequencename AS name, last_value::text AS value FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`,
    ),
  ];
  return {
    moot: "backup",
    format: FORMAT,
    version,
    at: (clock.rows[0]?.at ?? new Date()).toISOString(),
    migrations: migrations.rows.map(({ name }) => name),
    tables: tables.rows,
    sequences: sequences.rows,
  };
}
