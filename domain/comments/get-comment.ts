import "server-only";

import { readableTo } from "@/domain/articles/published";
import type { CommentView } from "./comment";
import { maySeeHeld } from "./policy";
import {
  commentColumns,
  commentJoins,
  discussionColumns,
  ownWordsAlone,
  type CommentRow,
  type DiscussionRow,
} from "./columns";
import { presentComment } from "./presenter";
import type { Member } from "@/domain/members/member";
import { database, Prisma } from "@/platform/database";
import { NotFound } from "@/platform/refusal";
import * as t from "#messages/comments";

/** The nearest ancestors a permalink shows, besides the root. */
const ANCESTORS_SHOWN = 4;

/**
 * One comment as the viewer may see it, without its replies.
 * @throws NotFound where there is none, or none for this viewer
 */
export async function getComment(id: string, viewer: Member | null): Promise<CommentView> {
  const { place, rows, open } = await lineage(id, viewer);
  const row = rows.find((one) => one.id === id);
  if (!row) throw new NotFound(t.noSuchComment);
  const comment = presentComment(row, place, viewer);
  return open ? comment : unchangeable(comment);
}

/** What readers cannot see is not written on; taken back it can be. */
function unchangeable(comment: CommentView): CommentView {
  const { mine } = comment;
  return mine === undefined ? comment : { ...comment, mine: { ...mine, can: { ...mine.can, edit: false } } };
}

/** One's own words are one's own, also under an article that was taken from readers. */
const ownWords = (id: string, viewer: Member | null): Prisma.Sql =>
  viewer
    ? Prisma.sql`(SELECT author_id FROM comment WHERE id = ${id}::uuid) = ${viewer.id}::uuid`
    : Prisma.sql`false`;

type LineRow = CommentRow & { listed: boolean };

/**
 * The comment, its nearest ancestors and its root, from the root downwards, in one query; of one's own under an article that was taken
 * from readers only itself.
 * @throws NotFound where there is none, or none for this viewer
 */
export async function lineage(
  id: string,
  viewer: Member | null,
): Promise<{ place: DiscussionRow; rows: LineRow[]; open: boolean }> {
  const [found] = await database().$queryRaw<{ place: DiscussionRow; open: boolean; rows: LineRow[] }[]>`
    WITH RECURSIVE up AS (
      SELECT t.id, t.parent_id, t.root_id, t.article_id, 0 AS steps FROM comment t WHERE t.id = ${id}::uuid
      UNION ALL
      SELECT p.id, p.parent_id, NULL, p.article_id, up.steps + 1 FROM up JOIN comment p ON p.id = up.parent_id
      WHERE up.steps < ${ANCESTORS_SHOWN}::int
    ), line AS (SELECT id FROM up UNION SELECT root_id FROM up WHERE root_id IS NOT NULL),
    found AS (SELECT a.*, ${readableTo(viewer)} AS open FROM article a WHERE a.id = (SELECT article_id FROM up WHERE steps = 0)),
    place AS (SELECT ${discussionColumns(viewer)} FROM found a WHERE a.open OR ${ownWords(id, viewer)}),
    shown AS (
      SELECT ${commentColumns(viewer)}, c.listed FROM line JOIN comment c ON c.id = line.id ${commentJoins}
    )
    SELECT row_to_json(place) AS place, (SELECT open FROM found) AS open, (SELECT json_agg(row_to_json(shown) ORDER BY depth) FROM shown) AS rows FROM place`;
  if (
    !found?.rows.every(
      (row) => row.listed || maySeeHeld(viewer, { authorId: row.author_id, articleId: found.place.id }),
    )
  )
    throw new NotFound(t.noSuchComment);
  const { place, open, rows } = found;
  if (open) return { place, rows, open };
  const own = rows.filter((row) => row.id === id);
  return { place, rows: own.map((row) => ({ ...ownWordsAlone(row), listed: row.listed })), open };
}
