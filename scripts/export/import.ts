import { DatabaseError, escapeIdentifier, type Client } from "pg";
import { check, dropForeignKeys, inTransaction } from "@/scripts/backup/restore";
import { PLAINLY } from "@/scripts/backup/write";
import { asOwner, migrate } from "@/scripts/schema";
import { columnOf, KINDS, shapeOf, type Kind } from "./kinds";
import { openExport, textLines, type Batch } from "./read";
import { RECOUNT } from "./recount";
import { begin, linesOf } from "./write";

type Tell = (line: string) => void;

/**
 * Fills a site in which nobody is and nothing was published, in one transaction, and tries what came of it. A site that has all of the file
 * already is left as it is; one that has something else is refused.
 * @param url of the owner of the database, which may be empty
 * @returns whether it was imported or was there
 * @throws Error with a sentence that names the line; then nothing was changed
 */
export async function importSite(
  url: string,
  file: string,
  version: string,
  tell: Tell,
): Promise<"imported" | "there"> {
  const { first } = await openExport(file);
  await migrate(url, { tell });
  const there = await asOwner(url, async (client) => {
    if (await isEmpty(client)) return false;
    await refuseOther(client, file, first);
    return true;
  });
  if (there) return "there";
  await asOwner(url, async (client) => {
    await client.query(PLAINLY);
    await inTransaction(client, () => fill(client, file, tell));
    await client.query("ANALYZE");
  });
  await check(url);
  tell("  every invariant holds");
  return "imported";
}

async function isEmpty(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ empty: boolean }>(
    `SELECT NOT EXISTS (SELECT FROM member) AND NOT EXISTS (SELECT FROM article) AND NOT EXISTS (SELECT FROM decision) AS empty`,
  );
  return rows[0]?.empty === true;
}

/** Line by line, what this site would export is what is in the file. */
async function refuseOther(
  client: Client,
  file: string,
  wish: { version: string; addresses: boolean },
): Promise<void> {
  await begin(client);
  let number = 0;
  const theirs = textLines(file);
  for await (const some of linesOf(client, wish))
    for (const line of some) {
      number += 1;
      const next = await theirs.next();
      if (next.done === true || next.value !== line)
        throw new Error(
          `This site has people or articles already, and other ones than the file (the first difference is in line ${number}). An import writes ` +
            "over nothing: make an empty database and name it in DATABASE_URL.",
        );
    }
  await client.query("ROLLBACK");
}

async function fill(client: Client, file: string, tell: Tell): Promise<void> {
  const tables = [...new Set(Object.values(KINDS).map(({ table }) => escapeIdentifier(table)))];
  const keys = await dropForeignKeys(client);
  // Triggers count, queue and refuse what people do; here it was done long ago.
  for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  // What a site has from its first start: settings nobody has touched.
  await client.query(`TRUNCATE ${[...tables, ...DERIVED].join(", ")}`);
  const types = await columnTypes(client);
  const { batches } = await openExport(file);
  let told = { type: "", lines: 0 };
  for await (const batch of batches) {
    await insert(client, batch, types);
    if (told.type !== batch.type) {
      if (told.lines > 0) tell(`  ${told.type}: ${told.lines.toLocaleString("en")}`);
      told = { type: batch.type, lines: 0 };
    }
    told.lines += batch.lines.length;
  }
  if (told.lines > 0) tell(`  ${told.type}: ${told.lines.toLocaleString("en")}`);
  for (const statement of RECOUNT) await client.query(statement);
  for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  for (const key of keys)
    await client.query(key).catch(refused("What names something else in it names what is not there"));
}

/** Filled from the others. */
const DERIVED = [
  "article_count",
  "article_listing",
  "passage_count",
  "queue_count",
  "tally",
  "tally_batch",
  "loose_ballot",
  "search_entry",
  "search_hidden",
  "search_member",
  "fairness_month",
  "fairness_counting",
];

/** What PostgreSQL calls the type of each column: `table.column`. */
async function columnTypes(client: Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `SELECT relname || '.' || attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_class
     JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  );
  return new Map(rows.map(({ name, type }) => [name, type]));
}

async function insert(
  client: Client,
  { type, from, lines }: Batch,
  types: ReadonlyMap<string, string>,
): Promise<void> {
  const kind = KINDS[type];
  if (!kind) throw new Error(`There is no type “${type}”.`);
  const where = `Lines ${from} to ${from + lines.length - 1} (${type})`;
  await client.query({ text: insertOf(kind, types), values: [`[${lines.join(",")}]`] }).catch(refused(where));
}

function insertOf({ table, fields }: Kind, types: ReadonlyMap<string, string>): string {
  const all = Object.entries(fields).map(([name, field]) => {
    const [column, bytes] = [columnOf(name), shapeOf(field) === "bytes"];
    const given = escapeIdentifier(name);
    return {
      column: escapeIdentifier(column),
      given: `${given} ${bytes ? "text" : (types.get(`${table}.${column}`) ?? "text")}`,
      value: bytes ? `decode(${given}, 'base64')` : given,
    };
  });
  return `INSERT INTO ${escapeIdentifier(table)} (${all.map(({ column }) => column).join(", ")})
    SELECT ${all.map(({ value }) => value).join(", ")} FROM json_to_recordset($1::json) AS line (${all.map(({ given }) => given).join(", ")})`;
}

const refused = (where: string) => (error: unknown) => {
  if (error instanceof DatabaseError)
    throw new Error(`${where}: ${error.message}${error.detail === undefined ? "" : ` (${error.detail})`}.`, {
      cause: error,
    });
  throw error;
};
