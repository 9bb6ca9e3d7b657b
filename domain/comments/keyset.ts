import "server-only";

import { PAGE_MOST, PAGE_USUAL } from "./schema";
import { literalNumber, Prisma } from "@/platform/database";
import type { Cursor, Level } from "./cursor";
import { rowsAfter, inOrder, orderOf, rankOf, type SortOrder } from "./sort";

/**
 * Keyset pagination of one level of a thread, in any order, while others write (Winand, "We need tool support for keyset
 * pagination"; here the key is a rank and the id).
 *
 * Promised: every comment that was listed when the list was begun is met exactly once, and none is met twice, whatever is
 * posted, removed, approved or reacted to meanwhile. Time never changes, so the orders by time keep that by themselves. Ranks
 * do change: so a cursor carries the database's snapshot of the list's beginning, and a comment whose rank changed since is
 * taken at the rank it had then, which the event that changed it says (`event.rank_before`, or for counted replies the number
 * of replies since). Comments posted since the beginning are met at most once.
 *
 * An example, two a page, best first. The list begins with A 0.9, B 0.8, C 0.7, D 0.6; the first page is A, B, and its cursor
 * says "after B, as of snapshot 1". Then D is respected and rises to 0.95, and A falls to 0.5. The second page takes what
 * comes after B's 0.8: C stands in the index at 0.7; A and D are `reranked`, so the index is not asked about them, and their
 * events say that they had 0.9, which has been read, and 0.6. The page is C, D.
 *
 * The price is one more index range, of the article's events since the list was begun, and it is bounded: after so many the
 * later ones count as they are now, and so do all of a list begun before the oldest event that is kept (`EVENTS_KEPT_DAYS`); a comment may
 * then be missed or met again. A list that old is better begun anew, and a browser leaves out what it already shows.
 */
const RERANKINGS_READ = 20_000;

/** The next page of a level, as SQL. */
export type KeysetPage = {
  /**
   * What `page` reads, to be put after WITH: `reranked`, whose rank changed since the list was begun, and `boundary`, one row
   * with the rank of the last comment seen, or none where that is no comment of this level.
   */
  ctes: Prisma.Sql;
  /** The next comments as (id, rank, reply_count), in order: `limit` of them, or more. */
  page: Prisma.Sql;
};

/** @param article SQL of the article's id, for which the level's own `article` is only a name */
export function keysetPage(
  level: Level,
  cursor: Cursor | null,
  limit: number,
  article: Prisma.Sql,
): KeysetPage {
  const order = orderOf(level.sort, level.parent === null && level.side === undefined ? "roots" : "replies");
  const range = rangeOf(level, order, article);
  const after = cursor?.after ? Prisma.sql`${cursor.after}::uuid` : null;
  const most = limitOf(limit);
  const unchanged = Prisma.sql`
    SELECT c.id, ${rankOf(order)} AS rank, c.reply_count FROM comment c
    WHERE ${range.all} AND ${after ? range.behind(after) : Prisma.sql`true`}`;
  const changes = cursor && rerankedSince(order, cursor.snapshot, article);
  if (!changes)
    return {
      ctes: ctesOf(NO_RANK_CHANGED, FROM_THE_START),
      page: Prisma.sql`${unchanged} ORDER BY ${range.order} ${most}`,
    };
  const boundary = after
    ? Prisma.sql`
        SELECT coalesce(${changes.rankThen}, ${rankOf(order)}) AS rank FROM comment c LEFT JOIN reranked ON reranked.id = c.id
        WHERE c.id = ${after} AND ${homeOf(level, article)}`
    : FROM_THE_START;
  return {
    ctes: ctesOf(changes.reranked, boundary),
    // NOT IN is looked up beside the index's order; a join would put the whole level in order anew.
    page: Prisma.sql`
      SELECT * FROM (
        (${unchanged} AND c.id NOT IN (SELECT id FROM reranked WHERE id IS NOT NULL) ORDER BY ${range.order} ${most})
        UNION ALL
        (SELECT c.id, ${changes.rankThen} AS rank, c.reply_count
         FROM reranked CROSS JOIN LATERAL (SELECT * FROM comment WHERE id = reranked.id LIMIT 1) c
         WHERE ${range.all} AND ${after ? Prisma.sql`(${changes.rankThen}, c.id) < (${BOUNDARY}, ${after})` : Prisma.sql`true`}
         ORDER BY 2 DESC, 1 DESC ${most})
      ) both_of_them ORDER BY rank DESC, id DESC ${most}`,
  };
}

/** A page that is this comment, and the last. */
export const onlyComment = (id: string): KeysetPage => ({
  ctes: ctesOf(NO_RANK_CHANGED, FROM_THE_START),
  page: Prisma.sql`SELECT c.id, 0::float8 AS rank, c.reply_count FROM comment c WHERE c.id = ${id}::uuid`,
});

/** The comments about one block of the article, the newest first: their order never changes. */
export function keysetOfBlock(
  block: number,
  { after }: Pick<Cursor, "after">,
  limit: number,
  article: Prisma.Sql,
): KeysetPage {
  const here = Prisma.sql`p.article_id = ${article}`;
  return {
    ctes: ctesOf(
      NO_RANK_CHANGED,
      after === null
        ? FROM_THE_START
        : Prisma.sql`SELECT 0::float8 AS rank FROM passage p WHERE p.comment_id = ${after}::uuid AND ${here}`,
    ),
    page: Prisma.sql`
      SELECT c.id, 0::float8 AS rank, c.reply_count
      FROM passage p CROSS JOIN LATERAL (SELECT id, reply_count FROM comment WHERE id = p.comment_id LIMIT 1) c
      WHERE ${here} AND p.block = ${block}::int AND p.visible
        AND ${after === null ? Prisma.sql`true` : Prisma.sql`p.comment_id < ${after}::uuid`}
      ORDER BY p.comment_id DESC ${limitOf(limit)}`,
  };
}

const ctesOf = (reranked: Prisma.Sql, boundary: Prisma.Sql): Prisma.Sql => Prisma.sql`
  reranked AS MATERIALIZED (${reranked}), boundary AS MATERIALIZED (${boundary})`;

const NO_RANK_CHANGED = Prisma.sql`SELECT WHERE false`;
const FROM_THE_START = Prisma.sql`SELECT 0::float8 AS rank`;
const BOUNDARY = Prisma.sql`(SELECT rank FROM boundary)`;

/** A LIMIT of at least so many, as one of two literals. */
export const limitOf = (limit: number): Prisma.Sql =>
  Prisma.sql`LIMIT ${literalNumber(limit <= PAGE_USUAL + 1 ? PAGE_USUAL + 1 : PAGE_MOST + 1)}`;

/** A level as a range of the one index that has it in order. */
type Range = { all: Prisma.Sql; order: Prisma.Sql; behind: (after: Prisma.Sql) => Prisma.Sql };

function rangeOf(level: Level, order: SortOrder, article: Prisma.Sql): Range {
  const { parent, side } = level;
  if (parent !== null || order.rank)
    return {
      all: Prisma.sql`${homeOf(level, article)} AND ${listedOf(side)}`,
      order: inOrder(order),
      behind: (after) => rowsAfter(order, after, BOUNDARY),
    };
  // The time of all comments is an index, too, and in a site of few articles the database would take it to find one article's
  // newest among everybody's. It cannot when one article is a range from itself to itself.
  const columns = side === undefined ? ["c.article_id"] : ["c.article_id", "c.stance"];
  const [names, ids] = [
    Prisma.raw(columns.join(", ")),
    side === undefined ? article : Prisma.sql`${article}, ${side}`,
  ];
  const [beyond, way] = order.descending ? [Prisma.raw("<"), "DESC"] : [Prisma.raw(">"), "ASC"];
  return {
    all: Prisma.sql`(${names}) >= (${ids}) AND (${names}) <= (${ids}) AND ${
      side === undefined ? Prisma.sql`c.parent_id IS NULL` : Prisma.sql`c.stance IS NOT NULL`
    } AND ${listedOf(side)}`,
    order: Prisma.raw([...columns, "c.id"].map((column) => `${column} ${way}`).join(", ")),
    behind: (after) => Prisma.sql`(${names}, c.id) ${beyond} (${ids}, ${after})`,
  };
}

/** Where the comments of a level belong for good. */
function homeOf({ parent, side }: Level, article: Prisma.Sql): Prisma.Sql {
  if (parent !== null) return Prisma.sql`c.parent_id = ${parent}::uuid`;
  const here = Prisma.sql`c.article_id = ${article}`;
  return side === undefined ? Prisma.sql`${here} AND c.parent_id IS NULL` : here;
}

/** Which of them are listed as they are now. */
const listedOf = (side: string | undefined): Prisma.Sql =>
  side === undefined
    ? Prisma.sql`c.listed`
    : Prisma.sql`c.listed AND c.stance = ${side} AND c.state = 'visible'`;

/** Whose rank changed since the snapshot, and what it was then. Null for the orders in which none does. */
function rerankedSince(
  { rank }: SortOrder,
  snapshot: string,
  article: Prisma.Sql,
): { reranked: Prisma.Sql; rankThen: Prisma.Sql } | null {
  switch (rank) {
    case null:
      return null;
    case "best":
      return firstChanges(since("comment.reacted", snapshot, article));
    case "bridging":
      return firstChanges(since("comment.bridged", snapshot, article));
    case "reply_count":
      return {
        reranked: Prisma.sql`SELECT e.parent_id AS id, count(*) AS replies FROM (${since("comment.posted", snapshot, article)}) e GROUP BY 1`,
        rankThen: Prisma.sql`(c.reply_count - reranked.replies)::float8`,
      };
    case "thread_count":
      return {
        reranked: Prisma.sql`
          SELECT posted.root_id AS id, count(*) AS replies
          FROM (${since("comment.posted", snapshot, article)}) e
            CROSS JOIN LATERAL (SELECT root_id FROM comment WHERE id = e.subject_id LIMIT 1) posted GROUP BY 1`,
        rankThen: Prisma.sql`(c.thread_count - reranked.replies)::float8`,
      };
  }
}

/** The first change of each comment says what it was before. */
const firstChanges = (events: Prisma.Sql) => ({
  reranked: Prisma.sql`
    SELECT DISTINCT ON (e.subject_id) e.subject_id AS id, e.rank_before AS rank_then
    FROM (${events}) e ORDER BY e.subject_id, e.id`,
  rankThen: Prisma.raw("reranked.rank_then"),
});

/** The article's events of this kind that the snapshot could not see. */
const since = (kind: string, snapshot: string, article: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT e.id, e.subject_id, e.parent_id, e.rank_before FROM event e
  WHERE e.article_id = ${article} AND e.tx >= ${snapshot.split(":")[0]}::bigint AND e.kind = ${kind}
    AND NOT pg_visible_in_snapshot(e.tx::text::xid8, ${snapshot}::pg_snapshot)
  ORDER BY e.tx, e.id LIMIT ${literalNumber(RERANKINGS_READ)}`;
