import "server-only";

import { readableTo } from "@/domain/articles/published";
import type { MembersComment } from "./comment";
import { cursorWriter, readCursor, type Level } from "./cursor";
import {
  commentColumns,
  commentJoins,
  discussionColumns,
  ownWordsAlone,
  type CommentRow,
  type DiscussionRow,
} from "./columns";
import { presentComment } from "./presenter";
import { limitOf } from "./keyset";
import type { Member } from "@/domain/members/member";
import { database, Prisma } from "@/platform/database";
import * as t from "#messages/comments";

/** `open`: whether the viewer can read its discussion, beside what is their own. */
type Row = { comment: CommentRow; place: DiscussionRow; title: string; open: boolean };

/** A member's comments that anybody can read, newest first, in one query; `handle` is theirs. */
export async function commentsOfMember(
  handle: string,
  { after, limit }: { after?: string; limit: number },
  viewer: Member | null,
): Promise<{ items: MembersComment[]; next: string | null }> {
  const level: Level = { article: `@${handle}`, parent: null, sort: "newest" };
  const from = after === undefined ? null : readCursor(level, after).after;
  const rows = await read(
    Prisma.sql`c.author_id = (SELECT id FROM member WHERE handle = ${handle} AND hidden_at IS NULL) AND c.state = 'visible'
      AND ${from ? Prisma.sql`c.id < ${from}::uuid` : Prisma.sql`true`}`,
    limit + 1,
    viewer,
  );
  const items = rows.slice(0, limit).map((row) => shown(row, viewer));
  const [first, last] = [rows[0], items.at(-1)];
  if (!first || !last || rows.length <= limit) return { items, next: null };
  return { items, next: cursorWriter(level, first.place.snapshot)(level.parent, last.id) };
}

/** More than these hardly wait at once; each is also on the page of its discussion. */
const PENDING_SHOWN = 30;

/** A member's own comments that wait for a moderator, newest first. Nobody else is shown them here. */
export async function pendingOf(author: Member): Promise<MembersComment[]> {
  const rows = await read(
    Prisma.sql`c.author_id = ${author.id}::uuid AND c.state = 'held'`,
    PENDING_SHOWN,
    author,
  );
  return rows.map((row) => shown(row, author));
}

/** Each with its discussion and the title of that. */
const read = (which: Prisma.Sql, most: number, viewer: Member | null): Promise<Row[]> =>
  database().$queryRaw<Row[]>`
    SELECT row_to_json(shown) AS comment, (
        SELECT row_to_json(x) FROM (SELECT ${discussionColumns(viewer)} FROM article a WHERE a.id = of_article) x
      ) AS place, (
        SELECT r.title FROM article a JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision WHERE a.id = of_article
      ) AS title, (SELECT ${readableTo(viewer)} FROM article a WHERE a.id = of_article) AS open
    FROM (
      SELECT ${commentColumns(viewer)}, c.article_id AS of_article FROM comment c ${commentJoins}
      WHERE ${which}
        AND EXISTS (SELECT FROM article a WHERE a.id = c.article_id AND (${readableTo(viewer)}${viewer ? Prisma.sql` OR c.author_id = ${viewer.id}::uuid` : Prisma.empty}))
      ORDER BY c.id DESC ${limitOf(most)}
    ) shown ORDER BY id DESC`;

const shown = ({ comment, place, title, open }: Row, viewer: Member | null): MembersComment => ({
  ...presentComment(open ? comment : ownWordsAlone(comment), place, viewer),
  articleTitle: open ? title : t.anUnpublishedArticle,
});
