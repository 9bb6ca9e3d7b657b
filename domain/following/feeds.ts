import "server-only";

import { PUBLISHED } from "@/domain/articles/published";
import type { CommentEntry } from "./comment-feed";
import { notByMuted } from "./muted";
import { replyFeedOwner } from "./reply-feed";
import { fromStore } from "@/domain/prose/safe-html";
import { database, literalNumber, Prisma } from "@/platform/database";

/** Entries of a feed; readers of feeds come by often. */
const ENTRIES = 50;
/** A member's latest notices among which replies are looked for. */
const NOTICES_LOOKED_THROUGH = 500;

type Row = Omit<CommentEntry, "html"> & { html: string };

const asEntries = (rows: readonly Row[]): CommentEntry[] =>
  rows.map((row) => ({ ...row, html: fromStore(row.html) }));

/** Of `comment c` that anybody can read, under `article a` that anybody can. */
const ENTRY = Prisma.sql`
  c.id, r.title AS "articleTitle", m.name AS author, c.html, c.posted_at AS "postedAt", c.edited_at AS "editedAt",
  (SELECT exact FROM passage WHERE comment_id = c.id) AS passage`;
const READABLE = Prisma.sql`
  JOIN article a ON a.id = c.article_id AND ${PUBLISHED} JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision
  LEFT JOIN LATERAL (SELECT name FROM member WHERE id = c.author_id AND hidden_at IS NULL LIMIT 1) m ON true`;

/** The newest comments of a discussion; null where there is no such article to read. */
export async function discussionFeed(
  slug: string,
): Promise<{ title: string; comments: CommentEntry[] } | null> {
  const [article] = await database().$queryRaw<{ id: string; title: string }[]>`
    SELECT a.id, r.title FROM article a JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision
    WHERE a.slug = ${slug} AND ${PUBLISHED}`;
  if (!article) return null;
  const rows = await database().$queryRaw<Row[]>`
    SELECT ${ENTRY} FROM comment c ${READABLE}
    WHERE c.article_id = ${article.id}::uuid AND c.listed AND c.state = 'visible' ORDER BY c.id DESC LIMIT ${literalNumber(ENTRIES)}`;
  return { title: article.title, comments: asEntries(rows) };
}

/**
 * The newest replies to whom a feed's address belongs, as far as they can be read by everybody and were told to them: not by whom
 * they muted, nor in what they muted. Null where the address is none, or was ended.
 */
export async function replyFeed(key: string): Promise<CommentEntry[] | null> {
  const owner = await replyFeedOwner(key);
  if (owner === null) return null;
  return asEntries(
    await database().$queryRaw<Row[]>`
      SELECT ${ENTRY} FROM (
        SELECT DISTINCT n.comment_id FROM (
          SELECT kind, comment_id FROM notice WHERE member_id = ${owner}::uuid AND at <= now() ORDER BY id DESC
          LIMIT ${literalNumber(NOTICES_LOOKED_THROUGH)}) n WHERE n.kind = 'reply'
      ) told JOIN comment c ON c.id = told.comment_id AND c.state = 'visible' ${READABLE}
      WHERE ${notByMuted(owner)}
      ORDER BY c.id DESC LIMIT ${literalNumber(ENTRIES)}`,
  );
}
