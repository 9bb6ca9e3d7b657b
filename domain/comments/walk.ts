import "server-only";

import { Prisma } from "@/platform/database";
import type { Cursor, Level } from "@/domain/comments/cursor";
import { behind, inOrder, orderOf, rankOf, type Order } from "@/domain/comments/order";

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
  /** The next `limit` comments as (id, rank, reply_count), in order. */
  page: Prisma.Sql;
};

export function walk({ parent, sort, side }: Level, cursor: Cursor | null, limit: number): Walk {
  const order = orderOf(sort, parent === null && side === undefined ? "roots" : "replies");
  const home = homeOf(parent, side);
  const level = Prisma.sql`${home} AND ${takenOf(side)}`;
  const after = cursor?.after ? Prisma.sql`${cursor.after}::uuid` : null;
  const still = Prisma.sql`
    SELECT c.id, ${rankOf(order)} AS rank, c.reply_count FROM comment c
    WHERE ${level} AND ${after ? behind(order, after, PIVOT) : Prisma.sql`true`}`;
  const moves = cursor && movesSince(order, cursor.fence);
  if (!moves)
    return {
      moved: NOBODY,
      pivot: ANYWHERE,
      page: Prisma.sql`${still} ORDER BY ${inOrder(order)} LIMIT ${limit}::int`,
    };
  return {
    moved: moves.moved,
    pivot: after
      ? Prisma.sql`
          SELECT coalesce(${moves.rankThen}, ${rankOf(order)}) AS rank FROM comment c LEFT JOIN moved ON moved.id = c.id
          WHERE c.id = ${after} AND ${home}`
      : ANYWHERE,
    page: Prisma.sql`
      SELECT * FROM (
        (${still} AND NOT EXISTS (SELECT FROM moved WHERE moved.id = c.id) ORDER BY ${inOrder(order)} LIMIT ${limit}::int)
        UNION ALL
        (SELECT c.id, ${moves.rankThen} AS rank, c.reply_count FROM moved JOIN comment c ON c.id = moved.id
         WHERE ${level} AND ${after ? Prisma.sql`(${moves.rankThen}, c.id) < (${PIVOT}, ${after})` : Prisma.sql`true`}
         ORDER BY 2 DESC, 1 DESC LIMIT ${limit}::int)
      ) both_of_them ORDER BY rank DESC, id DESC LIMIT ${limit}::int`,
  };
}

/** Where the comments of a level belong for good, … */
function homeOf(parent: string | null, side: string | undefined): Prisma.Sql {
  if (parent !== null) return Prisma.sql`c.parent_id = ${parent}::uuid`;
  const here = Prisma.sql`c.article_id = (SELECT id FROM place)`;
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
function movesSince({ rank }: Order, fence: string): { moved: Prisma.Sql; rankThen: Prisma.Sql } | null {
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
          FROM (${since("comment.posted", fence)}) e JOIN comment posted ON posted.id = e.subject_id GROUP BY 1`,
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
  ORDER BY e.tx, e.id LIMIT ${MOVES}::int`;
