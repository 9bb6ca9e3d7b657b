import "server-only";

import type { Annotation } from "./annotation";
import { contextOf } from "./context";
import { readableTo } from "@/domain/articles/published";
import type { Member } from "@/domain/members/member";
import { literalNumber, Prisma, query } from "@/platform/database";
import { NotFound } from "@/platform/refusal";
import * as t from "#messages/comments";

/** Annotations a page has at most. */
export const ANNOTATIONS_A_PAGE = 50;

/**
 * What readers can read about passages of an article, the newest first, each with its place in the revision in which its author read it. `after` is the
 * id of the last of the page before.
 * @throws NotFound where there is no such article
 */
export async function annotationsOf(
  slug: string,
  after: string | undefined,
  viewer: Member | null,
): Promise<{ items: Annotation[]; next: string | null }> {
  const [found] = await query<{ items: Annotation[] }>(Prisma.sql`
    SELECT coalesce((SELECT json_agg(row_to_json(x)) FROM (
      SELECT c.id, c.html, m.handle, m.name, p.exact, ${contextOf("prefix")} AS prefix, ${contextOf("suffix")} AS suffix, p.begins, p.ends,
        to_char(c.posted_at AT TIME ZONE 'UTC', ${ISO}) AS "postedAt", to_char(c.edited_at AT TIME ZONE 'UTC', ${ISO}) AS "editedAt",
        to_char(r.created_at AT TIME ZONE 'UTC', ${ISO}) AS "readAt"
      FROM passage p JOIN article pa ON pa.id = p.article_id JOIN comment c ON c.id = p.comment_id AND c.state = 'visible'
        JOIN article_revision r ON r.article_id = p.article_id AND r.number = p.revision
        LEFT JOIN member m ON m.id = c.author_id AND m.hidden_at IS NULL
      WHERE p.article_id = a.id AND p.visible AND ${after === undefined ? Prisma.sql`true` : Prisma.sql`p.comment_id < ${after}::uuid`}
      ORDER BY p.comment_id DESC LIMIT ${literalNumber(ANNOTATIONS_A_PAGE + 1)}) x), '[]') AS items
    FROM article a WHERE a.slug = ${slug} AND ${readableTo(viewer)}`);
  if (!found) throw new NotFound(t.noSuchArticle);
  const items = found.items.slice(0, ANNOTATIONS_A_PAGE);
  return { items, next: found.items.length > items.length ? (items.at(-1)?.id ?? null) : null };
}

const ISO = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';
