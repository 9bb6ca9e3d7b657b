import "server-only";

import { Prisma } from "./database";

/** Rows as one array a column, in the same order; null where there are no rows. */
export type Columns<Row> = { [Name in keyof Row]: Row[Name][] | null };

/** The rows of a query as `Columns`, as SQL. Cheaper than `row_to_json`: `json_agg` looks up how a type is written once a column, not at every value. */
export const columnArrays = (columns: Record<string, string>): Prisma.Sql =>
  Prisma.raw(
    `json_build_object(${Object.entries(columns)
      .map(([name, value]) => `'${name}', json_agg(${value})`)
      .join(", ")})`,
  );

export function rowsFromColumns<Row extends { id: string }>(columns: Columns<Row>): Row[] {
  const names = Object.keys(columns) as (keyof Row)[];
  return (columns.id ?? []).map((_, nth) => {
    const row: Partial<Row> = {};
    for (const name of names) row[name] = columns[name]?.[nth];
    // Every column of the statement is one of the row's.
    return row as Row;
  });
}
