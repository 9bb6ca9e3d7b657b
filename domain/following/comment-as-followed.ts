import "server-only";

import { readableTo } from "@/domain/articles/published";
import type { Author, Member } from "@/domain/members/member";
import { fromStore, type SafeHtml } from "@/domain/prose/safe-html";
import { authorIn, type AuthorRow } from "./queries";
import { database } from "@/platform/database";
import { NotFound } from "@/platform/refusal";
import * as t from "#messages/following";

/** A comment as the page says it on which one follows or mutes it; `html` is empty where there is nothing to read. */
type CommentAsFollowed = {
  article: { id: string; slug: string; title: string };
  author: Author | null;
  html: SafeHtml;
};

type Row = { article_id: string; slug: string; title: string; html: string | null } & AuthorRow;

/** @throws NotFound where the viewer can read no such comment */
export async function commentAsFollowed(id: string, viewer: Member): Promise<CommentAsFollowed> {
  const [row] = await database().$queryRaw<Row[]>`
    SELECT a.id AS article_id, a.slug, r.title, CASE WHEN c.state = 'visible' THEN c.html END AS html,
      m.handle, m.name, m.role::text AS role
    FROM comment c JOIN article a ON a.id = c.article_id AND ${readableTo(viewer)}
      JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision
      LEFT JOIN member m ON m.id = c.author_id AND m.hidden_at IS NULL AND c.state = 'visible'
    WHERE c.id = ${id}::uuid AND (c.listed OR c.author_id = ${viewer.id}::uuid)`;
  if (!row) throw new NotFound(t.noSuchComment);
  const { article_id, slug, title, html, ...by } = row;
  return { article: { id: article_id, slug, title }, author: authorIn(by), html: fromStore(html ?? "") };
}
