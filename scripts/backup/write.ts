import { createWriteStream, rmSync } from "node:fs";
import { rename } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { escapeIdentifier, type Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { asOwner } from "@/scripts/schema";
import { END_OF_ROWS, FORMAT, HANDED_ON, type Header, type Table } from "./format";

/** Made anew by a restore, and not copied: what says which version the tables are of, and what is told to the pages of a running site. */
const NOT_COPIED = ["migration", "applied_functions", "_prisma_migrations", "page_change"];

/** Text comes the same way whatever the server and its role are set to, and nothing of the site's limits holds here. */
export const PLAINLY = `SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET IntervalStyle = 'postgres'; SET extra_float_digits = 1;
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
  let all = 0;
  async function* lines(): AsyncGenerator<Buffer | string> {
    yield asLine(header);
    for (const table of header.tables) {
      const rows = yield* linesOf(client, table);
      tell(`  ${table.name}: ${rows.toLocaleString("en")}`);
      all += rows;
    }
    yield asLine({ end: true, rows: all });
  }
  const file = createWriteStream(draft, { mode: 0o600, flags: "wx" });
  await pipeline(Readable.from(lines()), createGzip(), file);
  return all;
}

/** A table, and then how many rows it has. */
async function* linesOf(
  client: Client,
  { name, columns }: Table,
): AsyncGenerator<Buffer | string, number, undefined> {
  yield asLine({ table: name });
  const statement = `COPY ${escapeIdentifier(name)} (${columns.map(escapeIdentifier).join(", ")}) TO STDOUT`;
  let [rows, bytes] = [0, 0];
  let gathered: Buffer[] = [];
  for await (const chunk of client.query(copyTo(statement))) {
    const some = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    for (let at = some.indexOf(LINE_END); at >= 0; at = some.indexOf(LINE_END, at + 1)) rows += 1;
    gathered.push(some);
    bytes += some.length;
    if (bytes < HANDED_ON) continue;
    yield Buffer.concat(gathered);
    [gathered, bytes] = [[], 0];
  }
  yield Buffer.concat(gathered);
  yield `${END_OF_ROWS}\n`;
  yield asLine({ rows });
  return rows;
}

const asLine = (line: object): string => `${JSON.stringify(line)}\n`;

async function headerOf(client: Client, version: string): Promise<Header> {
  const [clock, migrations, tables, sequences] = [
    await client.query<{ at: Date }>("SELECT now() AS at"),
    await client.query<{ name: string }>("SELECT name FROM migration ORDER BY name"),
    // A generated column is made again from the others.
    await client.query<Table>(
      `SELECT relname AS name, array_agg(attname::text ORDER BY attnum) AS columns FROM pg_class
       JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> ALL ($1) GROUP BY 1 ORDER BY 1`,
      [NOT_COPIED],
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
