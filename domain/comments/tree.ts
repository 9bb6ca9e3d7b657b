import "server-only";

import type { CommentPage, CommentView } from "@/domain/comments/comment";
import { type Cursor, type Level, writeCursor } from "@/domain/comments/cursor";
import { inOrder, orderOf, rankOf } from "@/domain/comments/order";
import {
  commentColumns,
  commentJoins,
  placeColumns,
  type CommentRow,
  type PlaceRow,
} from "@/domain/comments/rows";
import { viewOf } from "@/domain/comments/view";
import { positionOf, writePosition } from "@/domain/events/position";
import type { Member } from "@/domain/members/member";
import { Prisma, rowsOf } from "@/platform/database";

/** Replies of one comment that a page shows before "Show 4 more replies". */
const REPLIES_SHOWN = 3;
/** A page of long comments ends earlier: bytes of HTML, about a third of that when compressed. */
const PAGE_BYTES = 150_000;

/** A page: its article as it stands, and its comments; every comment has its parent in it, but for the first level. */
export type Tree = { place: PlaceRow; page: CommentPage };

type Found = { place: PlaceRow; comments: (CommentRow & { rank: number; top: boolean })[]; found: number };

export type Plan = {
  level: Level;
  cursor: Cursor | null;
  /** Comments of the first level, and in all. */
  limit: number;
  budget: number;
  /** SQL of the first level: (id, rank, reply_count), one more than `limit` where it can be paged. */
  first: Prisma.Sql;
  /** SQL of a CTE that `first` may use. */
  moved: Prisma.Sql;
};

/**
 * Reads a page of a tree in one query: the first level, and below it the first few replies of each comment. Every reply
 * costs a step, and so does every sibling before it; the cheapest are taken until the budget is spent. A comment
 * thus comes after its parent and after its elder siblings, so that the cut leaves no orphan and no gap, however wide or
 * deep the thread is. The number of steps is bounded by the width of the first level, so rows read are bounded too
 * (about 350).
 * Null when there is no such article, or no such parent in it.
 */
export async function readTree(plan: Plan, viewer: Member | null): Promise<Tree | null> {
  const [found] = await rowsOf<Found>(treeQuery(plan, viewer));
  return found ? { place: found.place, page: nest(found, plan, viewer) } : null;
}

/** Apart, so that a test can ask the database what it costs. */
export function treeQuery({ level, limit, budget, moved, first }: Plan, viewer: Member | null): Prisma.Sql {
  const replies = orderOf(level.sort, "replies");
  return Prisma.sql`
    WITH RECURSIVE place AS MATERIALIZED (
      SELECT ${placeColumns(viewer)} FROM article a WHERE a.slug = ${level.article} ${parentIsThere(level.parent)}
    ), moved AS MATERIALIZED (
      ${moved}
    ), level AS MATERIALIZED (
      SELECT f.*, row_number() OVER ()::int AS nth FROM (${first}) f
    ), steps AS MATERIALIZED (
      SELECT CASE WHEN count(*) > 11 THEN 4 WHEN count(*) > 5 THEN 5 WHEN count(*) > 2 THEN 6 WHEN count(*) = 2 THEN 7 ELSE 9 END AS most FROM level
    ), tree AS (
      SELECT f.id, f.rank, f.reply_count, 0 AS step, ARRAY[f.nth] AS path FROM level f WHERE f.nth <= ${limit}::int
      UNION ALL
      SELECT r.id, r.rank, r.reply_count, t.step + r.nth, t.path || r.nth
      FROM tree t CROSS JOIN steps s CROSS JOIN LATERAL (
        SELECT b.*, row_number() OVER ()::int AS nth FROM (
          SELECT c.id, ${rankOf(replies)} AS rank, c.reply_count FROM comment c WHERE c.parent_id = t.id AND c.listed
          ORDER BY ${inOrder(replies)} LIMIT least(${REPLIES_SHOWN}::int, s.most - t.step)
        ) b
      ) r
      WHERE t.reply_count > 0 AND t.step < s.most
    ), chosen AS (
      SELECT t.*, sum(octet_length(c.html)) OVER (ORDER BY t.step, t.path) - octet_length(c.html) AS bytes_before
      FROM (SELECT * FROM tree ORDER BY step, path LIMIT ${budget}::int) t JOIN comment c ON c.id = t.id
    ), shown AS (
      SELECT ${commentColumns(viewer)}, chosen.rank, cardinality(chosen.path) = 1 AS top, chosen.path
      FROM chosen JOIN comment c ON c.id = chosen.id ${commentJoins}
      WHERE chosen.bytes_before < ${PAGE_BYTES}::int
    )
    SELECT row_to_json(place) AS place,
      coalesce((SELECT json_agg(row_to_json(shown) ORDER BY path) FROM shown), '[]') AS comments,
      (SELECT count(*) FROM level)::int AS found
    FROM place`;
}

const parentIsThere = (parent: string | null): Prisma.Sql =>
  parent
    ? Prisma.sql`AND EXISTS (SELECT FROM comment p WHERE p.id = ${parent}::uuid AND p.article_id = a.id AND p.listed)`
    : Prisma.empty;

/** Rows in the order of a page, parents first, as a tree with a cursor wherever there is more. */
function nest(
  { place, comments, found }: Found,
  { level, cursor }: Plan,
  viewer: Member | null,
): CommentPage {
  const fence = cursor?.fence ?? place.snapshot;
  const page: CommentPage = { items: [], next: null, asOf: writePosition(positionOf(place.snapshot)) };
  const met = new Map<string, CommentView>();
  for (const row of comments) {
    const view = viewOf(row, place, viewer);
    met.set(row.id, view);
    const after = { rank: row.rank, id: row.id };
    if (row.top) {
      page.items.push(view);
      page.next = page.items.length < found ? writeCursor(level, { after, fence }) : null;
    } else {
      const parent = met.get(row.parent_id ?? "");
      if (!parent) throw new Error("A page of comments holds an orphan.");
      parent.replies.items.push(view);
      parent.replies.next = moreOf(parent, { after, fence: place.snapshot }, level);
    }
    view.replies.next = moreOf(view, { after: null, fence: place.snapshot }, level);
  }
  return page;
}

const moreOf = (comment: CommentView, cursor: Cursor, { article, sort }: Level): string | null =>
  comment.replies.items.length < comment.replyCount
    ? writeCursor({ article, parent: comment.id, sort }, cursor)
    : null;
