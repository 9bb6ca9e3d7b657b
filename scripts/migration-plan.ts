import { readFileSync } from "node:fs";
import type { Client } from "pg";
import { fileOf, lackingMigrations } from "./migrations";

/** From the weakest to the strongest; what each means for others. */
export const LOCKS = [
  ["ROW EXCLUSIVE", "rows are written; others read and write on"],
  ["SHARE", "others read, and writers wait"],
  ["SHARE ROW EXCLUSIVE", "others read, and writers wait"],
  ["ACCESS EXCLUSIVE", "readers and writers wait"],
] as const;
export type Lock = (typeof LOCKS)[number][0];

/** What is locked by which words; the name of a table, or of an index, follows. */
const WORDS: readonly (readonly [Lock, RegExp])[] = [
  ["ACCESS EXCLUSIVE", /\bALTER\s+TABLE\s+(?:IF\s+EXISTS\s+)?(?:ONLY\s+)?"?(\w+)/gi],
  ["ACCESS EXCLUSIVE", /\bDROP\s+TABLE\s+(?:IF\s+EXISTS\s+)?"?(\w+)/gi],
  ["ACCESS EXCLUSIVE", /\bTRUNCATE\s+(?:TABLE\s+)?"?(\w+)/gi],
  ["ACCESS EXCLUSIVE", /\b(?:DROP|ALTER)\s+INDEX\s+(?:IF\s+EXISTS\s+)?"?(\w+)/gi],
  ["SHARE ROW EXCLUSIVE", /\bREFERENCES\s+"?(\w+)/gi],
  ["SHARE ROW EXCLUSIVE", /\bCREATE\s+(?:CONSTRAINT\s+)?TRIGGER\s[\s\S]*?\bON\s+"?(\w+)/gi],
  ["SHARE", /\bCREATE\s+(?:UNIQUE\s+)?INDEX\s[\s\S]*?\bON\s+"?(\w+)/gi],
  ["ROW EXCLUSIVE", /\b(?:UPDATE|INSERT\s+INTO|DELETE\s+FROM)\s+"?(\w+)/gi],
];

/**
 * What one migration locks here, by table, each as strongly as it ever does: read from its text, and held to the truth by a test. An index
 * is its table's. Who loses a table that refers to it loses triggers, and is locked for that.
 */
export async function locksIn(client: Client, text: string): Promise<Map<string, Lock>> {
  const locks = new Map<string, Lock>();
  for (const [name, lock] of locksOf(text)) {
    const table = (await find(client, name))?.name ?? name;
    if (strengthOf(lock) > strengthOf(locks.get(table))) locks.set(table, lock);
  }
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT c.relname AS name FROM pg_constraint k JOIN pg_class c ON c.oid = k.confrelid JOIN pg_class r ON r.oid = k.conrelid
     WHERE k.contype = 'f' AND r.relnamespace = 'public'::regnamespace AND r.relname = ANY ($1)`,
    [[...locks].filter(([, lock]) => lock === "ACCESS EXCLUSIVE").map(([name]) => name)],
  );
  for (const { name } of rows) if (/\bDROP\b/i.test(text)) locks.set(name, "ACCESS EXCLUSIVE");
  return locks;
}

export function locksOf(text: string): Map<string, Lock> {
  const plain = text.replace(/--.*$/gm, "").replace(/\/\*[\s\S]*?\*\//g, "");
  const locks = new Map<string, Lock>();
  for (const [lock, words] of WORDS)
    for (const [, name = ""] of plain.matchAll(words))
      if (strengthOf(lock) > strengthOf(locks.get(name))) locks.set(name, lock);
  return locks;
}

export const strengthOf = (lock: string | undefined): number => LOCKS.findIndex(([name]) => name === lock);

type TableSize = { name: string; rows: number; size: string };

/** What `moot migrate` would do here, in lines. Nothing is locked to find out. */
export async function planOf(client: Client): Promise<string[]> {
  const lacking = await lackingMigrations(client);
  if (lacking.length === 0)
    return [
      "Every migration is applied. Functions and grants are replaced when they changed, in a moment in which nobody writes.",
    ];
  const lines: string[] = [];
  for (const name of lacking) {
    lines.push(name);
    const locks = [...(await locksIn(client, readFileSync(fileOf(name), "utf8")))];
    const there = await Promise.all(
      locks.map(async ([table, lock]) => ({ lock, found: await find(client, table) })),
    );
    const existing = there.flatMap(({ lock, found }) => (found ? [{ lock, found }] : []));
    for (const { lock, found } of existing)
      lines.push(
        `  ${found.name}: ${lock} (${meaningOf(lock)}); about ${Math.max(0, found.rows).toLocaleString("en")} rows, ${found.size}`,
      );
    if (existing.length === 0) lines.push("  locks nothing that is there");
  }
  lines.push("Each waits two seconds at a time for what others hold, and lets them through in between.");
  return lines;
}

const meaningOf = (lock: Lock): string => LOCKS.find(([name]) => name === lock)?.[1] ?? "";

/** A table, or the table of an index, by its name. */
async function find(client: Client, name: string): Promise<TableSize | undefined> {
  const { rows } = await client.query<TableSize>(
    `SELECT c.relname AS name, c.reltuples::float8 AS rows, pg_size_pretty(pg_total_relation_size(c.oid)) AS size
     FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
       AND c.oid IN (to_regclass($1)::oid, (SELECT indrelid FROM pg_index WHERE indexrelid = to_regclass($1)::oid))`,
    [`public.${client.escapeIdentifier(name)}`],
  );
  return rows[0];
}
