import "server-only";

import { readableTo } from "@/domain/articles/published";
import type { MembersComment } from "./comment";
import { cursorWriter, readCursor, type Level } from "./cursor";
import {
  commentColumns,
  commentJoins,
  discussionColumns,
  type CommentRow,
  type DiscussionRow,
} from "./columns";
import { presentComment } from "./presenter";
import { limitOf } from "./keyset";
import type { Member } from "@/domain/members/member";
import { database, Prisma } from "@/platform/database";

type Row = { comment: CommentRow; place: DiscussionRow; title: string };

/** A member's comments that anybody can read, newest first, in one query; `handle` is theirs. */
export async function commentsOfMember(
  handle: string,
  { after, limit }: { after?: string; limit: number },
  viewer: Member | null,
): Promise<{ items: MembersComment[]; next: string | null }> {
  const level: Level = { article: `@${handle}`, parent: null, sort: "newest" };
  const from = after === undefined ? null : readCursor(level, after).after;
  const rows = await database().$queryRaw<Row[]>`
    SELECT row_to_json(shown) AS comment, (
        SELECT row_to_json(x) FROM (SELECT ${discussionColumns(viewer)} FROM article a WHERE a.id = of_article) x
      ) AS place, (
        SELECT r.title FROM article a JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision WHERE a.id = of_article
      ) AS title
    FROM (
      SELECT ${commentColumns(viewer)}, c.article_id AS of_article FROM comment c ${commentJoins}
      WHERE c.author_id = (SELECT id FROM member WHERE handle = ${handle} AND erased_at IS NULL) AND c.state = 'visible'
        AND EXISTS (SELECT FROM article a WHERE a.id = c.article_id AND ${readableTo(viewer)})
        AND ${from ? Prisma.sql`c.id < ${from}::uuid` : Prisma.sql`true`}
      ORDER BY c.id DESC ${limitOf(limit + 1)}
    ) shown ORDER BY id DESC`;
  const items = rows
    .slice(0, limit)
    .map(({ comment, place, title }) => ({ ...presentComment(comment, place, viewer), articleTitle: title }));
  const [first, last] = [rows[0], items.at(-1)];
  if (!first || !last || rows.length <= limit) return { items, next: null };
  return { items, next: cursorWriter(level, first.place.snapshot)(level.parent, last.id) };
}
