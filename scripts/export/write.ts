import { createWriteStream, rmSync } from "node:fs";
import { rename } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { escapeIdentifier, type Client } from "pg";
import { PLAINLY } from "@/scripts/backup/write";
import { asOwner } from "@/scripts/schema";
import { columnOf, FORMAT, KINDS, shapeOf, type Kind } from "./kinds";

/** Lines that are in memory at once; of pictures, which are large, so many. */
const AT_ONCE = { lines: 1_000, pictures: 10 };

export type Wish = Readonly<{
  version: string;
  /** With members' e-mail addresses. */
  addresses: boolean;
  tell?: (line: string) => void;
}>;

/**
 * Writes what a site holds that is its own into a file that only its owner may read, as it is at one instant.
 * @param url of the owner of the database
 * @returns how many lines there are between the first and the last
 * @throws Error when it could not be written; then there is no such file
 */
export async function writeExport(url: string, file: string, wish: Wish): Promise<number> {
  const draft = `${file}.part`;
  let lines = 0;
  try {
    await asOwner(url, async (client) => {
      await begin(client);
      const counted = async function* (): AsyncGenerator<string> {
        for await (const some of linesOf(client, wish)) {
          lines += some.length;
          yield `${some.join("\n")}\n`;
        }
      };
      await pipeline(Readable.from(counted()), createWriteStream(draft, { mode: 0o600, flags: "wx" }));
    });
    await rename(draft, file);
    return lines - 2;
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** From here on the connection sees one instant, and writes nothing. */
export async function begin(client: Client): Promise<void> {
  await client.query(PLAINLY);
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
}

/** All lines, some at a time, from the first to the last. */
export async function* linesOf(
  client: Client,
  { version, addresses, tell = () => undefined }: Wish,
): AsyncGenerator<string[]> {
  yield [JSON.stringify({ type: "site", format: FORMAT, version, addresses })];
  let lines = 0;
  for (const [type, kind] of Object.entries(KINDS)) {
    let here = 0;
    for await (const some of rowsOf(client, type, kind, addresses)) {
      here += some.length;
      yield some;
    }
    if (here > 0) tell(`  ${type}: ${here.toLocaleString("en")}`);
    lines += here;
  }
  yield [JSON.stringify({ type: "end", lines })];
}

async function* rowsOf(
  client: Client,
  type: string,
  kind: Kind,
  addresses: boolean,
): AsyncGenerator<string[]> {
  const most = type === "picture-file" ? AT_ONCE.pictures : AT_ONCE.lines;
  await client.query(`DECLARE lines NO SCROLL CURSOR FOR ${selectOf(type, kind, addresses)}`);
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`FETCH ${most} FROM lines`);
    if (rows.length > 0) yield rows.map(({ line }) => line);
    if (rows.length < most) break;
  }
  await client.query("CLOSE lines");
}

/** PostgreSQL writes the JSON itself, so that no number and no letter passes through another language's idea of it. */
function selectOf(type: string, { table, fields, key, only = "true" }: Kind, addresses: boolean): string {
  const columns = Object.entries(fields).map(([name, field]) => {
    const column = `t.${escapeIdentifier(columnOf(name))}`;
    const value =
      table === "member" && name === "email" && !addresses ? "NULL::text" : written(column, shapeOf(field));
    return `${value} AS ${escapeIdentifier(name)}`;
  });
  return `SELECT row_to_json(line)::text AS line FROM (
    SELECT '${type}' AS type, ${columns.join(", ")} FROM ${escapeIdentifier(table)} t
    WHERE ${only} ORDER BY ${key.map((column) => inOrder(`t.${escapeIdentifier(column)}`, fields, column)).join(", ")}) line`;
}

function written(column: string, shape: string): string {
  if (shape === "time") return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  if (shape === "bytes") return `translate(encode(${column}, 'base64'), E'\\n', '')`;
  return column;
}

/** The same order whatever the database's language is. */
function inOrder(sql: string, fields: Kind["fields"], column: string): string {
  const field = Object.entries(fields).find(([name]) => columnOf(name) === column)?.[1];
  return field === "text" ? `${sql}::text COLLATE "C"` : sql;
}
