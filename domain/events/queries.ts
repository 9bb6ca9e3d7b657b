import "server-only";

import { LAST_ID, type Cursor } from "./cursor";
import { EVENTS_KEPT_DAYS } from "./kept";
import { literalNumber, Prisma, query } from "@/platform/database";

/** What happened to whom, by ids only; `root` is the thread a comment is in. */
export type Happened = {
  tx: bigint;
  id: bigint;
  kind: string;
  article_id: string;
  subject_id: string | null;
  parent_id: string | null;
  root_id: string | null;
  /** False for what waits for a moderator or was taken down since, and for what only servers need. */
  shown: boolean;
};

/** Read at once; a reader who is behind reads again. */
export const BATCH = 1_000;

/**
 * Events behind `from`, oldest first, at most `BATCH`; of one article, or of all. Only from transactions older than every
 * one that still runs: ids are given before the commit, so an event with a smaller one could otherwise appear behind the
 * reader's back.
 */
export async function eventsSince(from: Cursor, articleId: string | null): Promise<Happened[]> {
  const here = articleId === null ? Prisma.empty : Prisma.sql`AND e.article_id = ${articleId}::uuid`;
  const rows = await query<Omit<Happened, "tx" | "id"> & { tx: string; id: string }>(Prisma.sql`
    SELECT e.tx, e.id, e.kind, e.article_id, e.subject_id, e.parent_id, coalesce(c.root_id, c.id) AS root_id,
      coalesce(e.article_id IS NOT NULL AND CASE
        WHEN e.kind = 'comment.bridged' THEN false
        WHEN e.kind = 'comment.removed' THEN c.listed
        WHEN e.kind LIKE 'comment.%' THEN c.state = 'visible'
        ELSE true END, false) AS shown
    FROM (
      SELECT * FROM event e
      WHERE (e.tx, e.id) > (${from.tx}::bigint, ${from.id}::bigint)
        AND e.tx < pg_snapshot_xmin(pg_current_snapshot())::text::bigint ${here}
      ORDER BY e.tx, e.id LIMIT ${literalNumber(BATCH)}
    ) e LEFT JOIN comment c ON e.kind LIKE 'comment.%' AND c.id = e.subject_id
    ORDER BY e.tx, e.id`);
  return rows.map((row) => ({ ...row, tx: BigInt(row.tx), id: BigInt(row.id) }));
}

/** Whether nothing behind this place has been forgotten: the oldest that is kept says so, if it is old itself (`forget_old_events`). */
export async function isAllKeptSince(from: Cursor): Promise<boolean> {
  const [row] = await query<{ kept: boolean }>(Prisma.sql`
    SELECT NOT EXISTS (
      SELECT FROM (SELECT tx, id, at FROM event ORDER BY tx, id LIMIT 1) mark
      WHERE at < now() - make_interval(days => ${EVENTS_KEPT_DAYS}::int)
        AND (tx, id) > (${from.tx}::bigint, ${from.id}::bigint)) AS kept`);
  return row?.kept ?? true;
}

/** Where the stream stands now: everything that is committed later lies behind it. */
export async function presentCursor(): Promise<Cursor> {
  const [row] = await query<{ tx: string }>(Prisma.sql`
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS tx`);
  return { tx: BigInt(row?.tx ?? 1) - 1n, id: LAST_ID };
}
