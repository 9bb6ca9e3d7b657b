import "server-only";

import { PAGE_MOST, PAGE_USUAL } from "@/domain/comments/schema";
import { literalNumber, Prisma } from "@/platform/database";
import type { Cursor, Level } from "@/domain/comments/cursor";
import { rowsAfter, inOrder, orderOf, rankOf, type SortOrder } from "@/domain/comments/sort";

/**
 * One level of a thread, walked by cursor, in any order, while others write.
 *
 * Promised: every comment that was listed when the walk began is met exactly once, and none is met twice, whatever is
 * posted, removed, approved or reacted to meanwhile. Time never changes, so the orders by time keep that by themselves. Ranks
 * do change: so a walk carries the database's snapshot of its beginning (its fence), and a comment whose rank moved
 * since is taken at the rank it had then, which the event that moved it says (`event.rank_before`, or for counted
 * replies the number of replies since). Comments posted since the beginning are met at most once.
 *
 * The price is one more index range, of the article's events since the walk began, and it is bounded:
 */
const MOVES = 20_000;
// … after so many moves the later ones count as they are now, so that a comment may be missed or met again: a walk
// that is so old is better begun anew, and a browser leaves out what it already shows.

/** The parts of a walk's next page, as SQL. `place` is in scope as a CTE of that name, and so are `moved` and `pivot`. */
export type Walk = {
  /** Whose rank moved since the walk began. */
  moved: Prisma.Sql;
  /** The rank at which the last comment seen stands; no row where it is no comment of this level. */
  pivot: Prisma.Sql;
  /** The next comments as (id, rank, reply_count), in order: `limit` of them, or more. */
  page: Prisma.Sql;
};

export function walk(level: Level, cursor: Cursor | null, limit: number): Walk {
  const order = orderOf(level.sort, level.parent === null && level.side === undefined ? "roots" : "replies");
  const range = rangeOf(level, order);
  const after = cursor?.after ? Prisma.sql`${cursor.after}::uuid` : null;
  const most = limitOf(limit);
  const still = Prisma.sql`
    SELECT c.id, ${rankOf(order)} AS rank, c.reply_count FROM comment c
    WHERE ${range.all} AND ${after ? range.behind(after) : Prisma.sql`true`}`;
  const moves = cursor && movesSince(order, cursor.fence);
  if (!moves)
    return { moved: NOBODY, pivot: ANYWHERE, page: Prisma.sql`${still} ORDER BY ${range.order} ${most}` };
  return {
    moved: moves.moved,
    pivot: after
      ? Prisma.sql`
          SELECT coalesce(${moves.rankThen}, ${rankOf(order)}) AS rank FROM comment c LEFT JOIN moved ON moved.id = c.id
          WHERE c.id = ${after} AND ${homeOf(level)}`
      : ANYWHERE,
    // NOT IN is looked up beside the index's order; a join would put the whole level in order anew.
    page: Prisma.sql`
      SELECT * FROM (
        (${still} AND c.id NOT IN (SELECT id FROM moved WHERE id IS NOT NULL) ORDER BY ${range.order} ${most})
        UNION ALL
        (SELECT c.id, ${moves.rankThen} AS rank, c.reply_count
         FROM moved CROSS JOIN LATERAL (SELECT * FROM comment WHERE id = moved.id LIMIT 1) c
         WHERE ${range.all} AND ${after ? Prisma.sql`(${moves.rankThen}, c.id) < (${PIVOT}, ${after})` : Prisma.sql`true`}
         ORDER BY 2 DESC, 1 DESC ${most})
      ) both_of_them ORDER BY rank DESC, id DESC ${most}`,
  };
}

/** A LIMIT of at least so many, as one of two literals. */
export const limitOf = (limit: number): Prisma.Sql =>
  Prisma.sql`LIMIT ${literalNumber(limit <= PAGE_USUAL + 1 ? PAGE_USUAL + 1 : PAGE_MOST + 1)}`;

/** A level as a range of the one index that has it in order. */
type Range = { all: Prisma.Sql; order: Prisma.Sql; behind: (after: Prisma.Sql) => Prisma.Sql };

function rangeOf(level: Level, order: SortOrder): Range {
  const { parent, side } = level;
  if (parent !== null || order.rank)
    return {
      all: Prisma.sql`${homeOf(level)} AND ${takenOf(side)}`,
      order: inOrder(order),
      behind: (after) => rowsAfter(order, after, PIVOT),
    };
  // The time of all comments is an index, too, and in a site of few articles the database would take it to find one article's
  // newest among everybody's. It cannot when one article is a range from itself to itself.
  const columns = side === undefined ? ["c.article_id"] : ["c.article_id", "c.stance"];
  const [names, ids] = [
    Prisma.raw(columns.join(", ")),
    side === undefined ? HERE : Prisma.sql`${HERE}, ${side}`,
  ];
  const [beyond, way] = order.descending ? [Prisma.raw("<"), "DESC"] : [Prisma.raw(">"), "ASC"];
  return {
    all: Prisma.sql`(${names}) >= (${ids}) AND (${names}) <= (${ids}) AND ${
      side === undefined ? Prisma.sql`c.parent_id IS NULL` : Prisma.sql`c.stance IS NOT NULL`
    } AND ${takenOf(side)}`,
    order: Prisma.raw([...columns, "c.id"].map((column) => `${column} ${way}`).join(", ")),
    behind: (after) => Prisma.sql`(${names}, c.id) ${beyond} (${ids}, ${after})`,
  };
}

const HERE = Prisma.sql`(SELECT id FROM place)`;

/** Where the comments of a level belong for good, … */
function homeOf({ parent, side }: Level): Prisma.Sql {
  if (parent !== null) return Prisma.sql`c.parent_id = ${parent}::uuid`;
  const here = Prisma.sql`c.article_id = ${HERE}`;
  return side === undefined ? Prisma.sql`${here} AND c.parent_id IS NULL` : here;
}

/** … and which of them are met as they are now. */
const takenOf = (side: string | undefined): Prisma.Sql =>
  side === undefined
    ? Prisma.sql`c.listed`
    : Prisma.sql`c.listed AND c.stance = ${side} AND c.state = 'visible'`;

/** A walk that is at its end at once: this comment. */
export const only = (id: string): Walk => ({
  moved: NOBODY,
  pivot: ANYWHERE,
  page: Prisma.sql`SELECT c.id, 0::float8 AS rank, c.reply_count FROM comment c WHERE c.id = ${id}::uuid`,
});

const NOBODY = Prisma.sql`SELECT WHERE false`;
const ANYWHERE = Prisma.sql`SELECT 0::float8 AS rank`;
const PIVOT = Prisma.sql`(SELECT rank FROM pivot)`;

/** Whose rank moved since the walk began, and what it was then. Null for the orders in which nothing moves. */
function movesSince({ rank }: SortOrder, fence: string): { moved: Prisma.Sql; rankThen: Prisma.Sql } | null {
  switch (rank) {
    case null:
      return null;
    case "best":
      return firstMoves("comment.reacted", fence);
    case "bridging":
      return firstMoves("comment.bridged", fence);
    case "reply_count":
      return {
        moved: Prisma.sql`SELECT e.parent_id AS id, count(*) AS moves FROM (${since("comment.posted", fence)}) e GROUP BY 1`,
        rankThen: Prisma.sql`(c.reply_count - moved.moves)::float8`,
      };
    case "thread_count":
      return {
        moved: Prisma.sql`
          SELECT posted.root_id AS id, count(*) AS moves
          FROM (${since("comment.posted", fence)}) e
            CROSS JOIN LATERAL (SELECT root_id FROM comment WHERE id = e.subject_id LIMIT 1) posted GROUP BY 1`,
        rankThen: Prisma.sql`(c.thread_count - moved.moves)::float8`,
      };
  }
}

const firstMoves = (kind: string, fence: string) => ({
  moved: Prisma.sql`
    SELECT DISTINCT ON (e.subject_id) e.subject_id AS id, e.rank_before AS rank_then
    FROM (${since(kind, fence)}) e ORDER BY e.subject_id, e.id`,
  rankThen: Prisma.raw("moved.rank_then"),
});

/** The article's events of this kind that the walk's beginning could not see. */
const since = (kind: string, fence: string): Prisma.Sql => Prisma.sql`
  SELECT e.id, e.subject_id, e.parent_id, e.rank_before FROM event e
  WHERE e.article_id = (SELECT id FROM place) AND e.tx >= ${fence.split(":")[0]}::bigint AND e.kind = ${kind}
    AND NOT pg_visible_in_snapshot(e.tx::text::xid8, ${fence}::pg_snapshot)
  ORDER BY e.tx, e.id LIMIT ${literalNumber(MOVES)}`;
