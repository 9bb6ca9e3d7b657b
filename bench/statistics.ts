import type { Client } from "pg";

/** What was read of one table: rows, by whatever way, and how often it was read through. */
export type Read = Readonly<{ table: string; rows: number; scans: number; size: number }>;

type Counted = Map<string, { rows: number; scans: number; size: number }>;

async function counted(client: Client): Promise<Counted> {
  const { rows } = await client.query<{ table: string; rows: string; scans: string; size: string }>(
    `SELECT relname AS table, seq_tup_read + coalesce(idx_tup_fetch, 0) AS rows, seq_scan AS scans, n_live_tup AS size FROM pg_stat_user_tables
     WHERE schemaname = 'public'`,
  );
  return new Map(
    rows.map(({ table, ...numbers }) => [
      table,
      { rows: Number(numbers.rows), scans: Number(numbers.scans), size: Number(numbers.size) },
    ]),
  );
}

/** Tables that were read while something was done, most rows first, where whoever does it flushes statistics (flush-statistics.mjs). */
export async function readWhile(client: Client, work: () => Promise<unknown>): Promise<Read[]> {
  const before = await counted(client);
  await work();
  const after = await counted(client);
  const reads = [...after].map(([table, { rows, scans, size }]) => ({
    table,
    rows: rows - (before.get(table)?.rows ?? 0),
    scans: scans - (before.get(table)?.scans ?? 0),
    size,
  }));
  return reads.filter(({ rows, scans }) => rows > 0 || scans > 0).sort((one, other) => other.rows - one.rows);
}

/** A table of more rows than this is not to be read through. */
export const BIG = 15_000;

export const rowsOf = (reads: readonly Read[]): number => reads.reduce((sum, { rows }) => sum + rows, 0);
/** A scan may end early: it is one through the table where at least half of its rows were read. */
export const scannedIn = (reads: readonly Read[]): string[] =>
  reads
    .filter(({ scans, rows, size }) => scans > 0 && size > BIG && rows > size / 2)
    .map(({ table }) => table);
export const mostIn = (reads: readonly Read[]): string =>
  reads
    .slice(0, 3)
    .map(({ table, rows }) => `${table} ${rows}`)
    .join(", ");
