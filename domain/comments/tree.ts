import "server-only";

import { readableTo } from "@/domain/articles/published";
import type { CommentPage, CommentView } from "./comment";
import { cursorWriter, foreign, type Cursor, type Level } from "./cursor";
import { rowsAfter, inOrder, orderOf, rankOf } from "./sort";
import {
  answered,
  columnsOf,
  commentJoins,
  named,
  discussionColumns,
  type CommentRow,
  type DiscussionRow,
} from "./columns";
import { asAnswered, presentComment } from "./presenter";
import type { KeysetPage } from "./keyset";
import { cursorOf, writeCursor } from "@/domain/events/cursor";
import type { Member } from "@/domain/members/member";
import { columnArrays, rowsFromColumns, type Columns } from "@/platform/columns";
import { Prisma, query } from "@/platform/database";

/** Replies of one comment that a page shows before "Show 4 more replies". */
const REPLIES_SHOWN = 3;
/** A page of long comments ends earlier: bytes of HTML, about a third of that when compressed. */
const PAGE_BYTES = 150_000;

/** A page: its article as it stands, and its comments; every comment has its parent in it, but for the first level. */
export type Tree = { place: DiscussionRow; page: CommentPage };

type Shown = CommentRow & { top: boolean };
/** `begun`: the comment after which the page begins is one of this level. */
type TreeRow = { place: DiscussionRow; found: number; begun: boolean; rows: Columns<Shown> };

export type Plan = {
  level: Level;
  cursor: Cursor | null;
  /** Comments of the first level, and in all. */
  limit: number;
  budget: number;
  /** The first level, of the article with this id (SQL): one more than `limit` where it can be paged. */
  firstLevel: (article: Prisma.Sql) => KeysetPage;
};

/**
 * Reads a page of a tree in one query: the first level, and below it the first few replies of each comment. Every reply
 * costs a step, and so does every sibling before it; the cheapest are taken until the budget is spent. A comment
 * thus comes after its parent and after its elder siblings, so that the cut leaves no orphan and no gap, however wide or
 * deep the thread is, and about as many comments are looked up as are shown.
 * Null when there is no such article, or no such parent in it.
 * @throws Malformed (400) for a cursor that names a comment of another level
 */
export async function readTree(plan: Plan, viewer: Member | null): Promise<Tree | null> {
  const [row] = await query<{ found: TreeRow }>(treeQuery(plan, viewer));
  if (!row) return null;
  const { found } = row;
  if (!found.begun) throw foreign();
  return { place: found.place, page: nest(found, plan, viewer) };
}

/**
 * How many steps the replies are followed, by how many comments the first level has (this many, or more). The fewer there
 * are, the further each is followed, so that a page is full; and however few, a page ends after nine steps.
 */
const REPLY_STEPS = [
  { comments: 12, steps: 4 },
  { comments: 6, steps: 5 },
  { comments: 3, steps: 6 },
  { comments: 2, steps: 7 },
  { comments: 0, steps: 9 },
] as const;

const replySteps: Prisma.Sql = Prisma.raw(
  `CASE ${REPLY_STEPS.map(({ comments, steps }) => `WHEN found >= ${comments} THEN ${steps}`).join(" ")} END`,
);

/**
 * An example, with a budget of six. A has the replies A1, A2, A3 and A4, A1 has the reply A1a, and B has the reply B1:
 *
 *     step 0   A, B        the first level
 *     step 1   A1, B1      down to the first reply of each
 *     step 2   A1a, A2     down from A1, and across to its next sibling
 *     step 3   A3          across from A2; not taken, for six are
 *
 * The page is A (A1 (A1a), A2), B (B1), and below A2 a cursor to the two replies that are left.
 *
 * Apart, so that a test can ask the database what it costs. The tree is found by ids alone: each round of the recursion goes one
 * step on from every comment of the round before, down to its first reply and across to its next sibling, and PostgreSQL goes on
 * only while the page takes more (its manual, 7.8.2: breadth first, and as many rows as are fetched). Of what is shown the rest is
 * read, a comment at a time: a plan that is made once cannot know how few they are, and would read the whole table instead. The answer is one array a column, which the database writes in half the time of an object a row.
 */
export function treeQuery({ level, limit, budget, firstLevel }: Plan, viewer: Member | null): Prisma.Sql {
  const { ctes, page } = firstLevel(Prisma.sql`(SELECT id FROM place)`);
  const replies = orderOf(level.sort, "replies");
  const columns = { ...columnsOf(viewer), answers: Prisma.sql`CASE WHEN t.step = 0 THEN ${answered} END` };
  return Prisma.sql`
    WITH RECURSIVE place AS MATERIALIZED (
      SELECT ${discussionColumns(viewer)} FROM article a WHERE a.slug = ${level.article} AND ${readableTo(viewer)} ${parentIsThere(level.parent)}
    ), ${ctes}, level AS MATERIALIZED (
      SELECT f.*, row_number() OVER ()::int AS nth FROM (${page}) f
    ), steps AS MATERIALIZED (
      SELECT ${replySteps} AS most, found
      FROM (SELECT count(*)::int AS found FROM level WHERE nth <= ${limit + 1}::int) level
    ), tree AS (
      SELECT f.id, f.rank, f.reply_count, NULL::uuid AS parent, 0 AS siblings, ARRAY[]::int[] AS above, f.nth, 0 AS step
      FROM level f WHERE f.nth <= ${limit}::int
      UNION ALL
      SELECT r.*, t.step + 1 FROM tree t CROSS JOIN steps s CROSS JOIN LATERAL (
        (SELECT c.id, ${rankOf(replies)} AS rank, c.reply_count, t.id AS parent, t.reply_count AS siblings, t.above || t.nth AS above, 1 AS nth
         FROM comment c WHERE t.reply_count > 0 AND c.parent_id = t.id AND c.listed ORDER BY ${inOrder(replies)} LIMIT 1)
        UNION ALL
        (SELECT c.id, ${rankOf(replies)}, c.reply_count, t.parent, t.siblings, t.above, t.nth + 1
         FROM comment c WHERE t.nth < least(${REPLIES_SHOWN}::int, t.siblings) AND c.parent_id = t.parent AND c.listed
           AND ${rowsAfter(replies, Prisma.sql`t.id`, Prisma.sql`t.rank`)} ORDER BY ${inOrder(replies)} LIMIT 1)
      ) r
      WHERE t.step < s.most
    ), chosen AS (
      SELECT ${named(columns)}, t.step, t.path, t.step = 0 AS top,
        sum(octet_length(c.html)) OVER (ORDER BY t.step, t.path) - octet_length(c.html) AS bytes_before
      FROM (
        SELECT id, step, above || nth AS path FROM (SELECT * FROM tree LIMIT ${budget}::int) taken ORDER BY step, path
      ) t CROSS JOIN LATERAL (SELECT * FROM comment WHERE id = t.id LIMIT 1) c ${commentJoins}
    )
    SELECT json_build_object('place', row_to_json(place), 'found', (SELECT found FROM steps), 'begun', EXISTS (SELECT FROM boundary),
      'rows', (SELECT ${columnArrays(Object.fromEntries([...Object.keys(columns), "top"].map((name) => [name, name])))}
               FROM (SELECT * FROM chosen WHERE bytes_before < ${PAGE_BYTES}::int ORDER BY step, path) x)) AS found
    FROM place`;
}

const parentIsThere = (parent: string | null): Prisma.Sql =>
  parent
    ? Prisma.sql`AND EXISTS (SELECT FROM comment p WHERE p.id = ${parent}::uuid AND p.article_id = a.id AND p.listed)`
    : Prisma.empty;

/** Rows in the order of a page, parents first, as a tree with a cursor wherever there is more. */
function nest(found: TreeRow, { level, cursor }: Plan, viewer: Member | null): CommentPage {
  const { place } = found;
  const goOn = cursorWriter(level, cursor?.snapshot ?? place.snapshot);
  const beginBelow = cursorWriter({ article: level.article, sort: level.sort }, place.snapshot);
  const page: CommentPage = { items: [], next: null, asOf: writeCursor(cursorOf(place.snapshot)) };
  const met = new Map<string, { view: CommentView; answered: CommentView["answers"] }>();
  for (const row of rowsFromColumns<Shown>(found.rows)) {
    const parent = row.top ? null : met.get(row.parent_id ?? "");
    if (parent === undefined) throw new Error("A page of comments holds an orphan.");
    if (parent) parent.answered ??= asAnswered(parent.view);
    const view = presentComment(row, place, viewer, parent?.answered);
    met.set(row.id, { view, answered: null });
    if (parent) parent.view.replies.items.push(view);
    else page.items.push(view);
  }
  for (const { view } of met.values())
    if (view.replies.items.length < view.replyCount)
      view.replies.next = beginBelow(view.id, view.replies.items.at(-1)?.id ?? null);
  const last = page.items.at(-1);
  if (last && page.items.length < found.found) page.next = goOn(level.parent, last.id);
  return page;
}
