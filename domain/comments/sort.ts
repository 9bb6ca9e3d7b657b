import "server-only";

import { Prisma } from "@/platform/database";
import type { Sort } from "./comment";

/** How one level is put in order: a stored rank, if any, then the id, which is the time. Each is one index of the schema. */
export type SortOrder = {
  rank: "best" | "bridging" | "thread_count" | "reply_count" | null;
  descending: boolean;
};

export function orderOf(sort: Sort, level: "roots" | "replies"): SortOrder {
  if (sort === "newest" || sort === "oldest") return { rank: null, descending: sort === "newest" };
  if (sort === "replies")
    return { rank: level === "roots" ? "thread_count" : "reply_count", descending: true };
  return { rank: sort, descending: true };
}

/** The rank as a number; 0 where only time counts. */
export const rankOf = ({ rank }: SortOrder): Prisma.Sql =>
  rank ? Prisma.sql`${columns[rank]}::float8` : Prisma.sql`0::float8`;

export const inOrder = ({ rank, descending }: SortOrder): Prisma.Sql =>
  rank ? Prisma.sql`${columns[rank]} DESC, c.id DESC` : descending ? Prisma.sql`c.id DESC` : Prisma.sql`c.id`;

/** What lies behind a comment, as a range of that same index: behind this id, and where it stands itself (all as SQL). */
export function rowsAfter(order: SortOrder, after: Prisma.Sql, rank: Prisma.Sql): Prisma.Sql {
  if (order.rank)
    return Prisma.sql`(${columns[order.rank]}, c.id) < (${rank}::${types[order.rank]}, ${after})`;
  return order.descending ? Prisma.sql`c.id < ${after}` : Prisma.sql`c.id > ${after}`;
}

const columns = {
  best: Prisma.raw("c.best"),
  bridging: Prisma.raw("c.bridging"),
  thread_count: Prisma.raw("c.thread_count"),
  reply_count: Prisma.raw("c.reply_count"),
};

/** A range of an index needs the column's own type. */
const types = {
  best: Prisma.raw("float8"),
  bridging: Prisma.raw("float8"),
  thread_count: Prisma.raw("int"),
  reply_count: Prisma.raw("int"),
};
