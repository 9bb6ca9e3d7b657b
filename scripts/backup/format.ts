import { z } from "zod";

/**
 * A backup is a gzip of lines. First the header; then, for each of its tables, a line that names it, its rows as PostgreSQL's COPY writes
 * them (one a line), a line `\.`, and a line that counts them; and last a line that says that this was all. What stops before is no backup.
 */
export const FORMAT = 1;

const Table = z.strictObject({ name: z.string(), columns: z.array(z.string()).min(1) });
export type Table = z.output<typeof Table>;

export const Header = z.strictObject({
  moot: z.literal("backup"),
  format: z.literal(FORMAT),
  /** The version of Moot that wrote it. */
  version: z.string(),
  /** The instant it shows. */
  at: z.iso.datetime(),
  /** By name: a restore makes the tables as they were with these, fills them, and goes on to its own version. */
  migrations: z.array(z.string()),
  tables: z.array(Table),
  /** The last value given by each; null where none was. */
  sequences: z.array(z.strictObject({ name: z.string(), value: z.string().nullable() })),
});
export type Header = z.output<typeof Header>;

export const Begin = z.strictObject({ table: z.string() });
export const End = z.strictObject({ rows: z.int() });
export const Last = z.strictObject({ end: z.literal(true), rows: z.int() });

/** What ends the rows of a table; no row looks so, for a backslash in one is doubled. */
export const END_OF_ROWS = "\\.";
