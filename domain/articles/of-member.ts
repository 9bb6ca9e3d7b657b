import "server-only";

import { literalNumber, Prisma, query } from "@/platform/database";
import type { ArticleOfMember } from "./article";
import { PUBLISHED } from "./published";

/** Articles on a member's page; the rest are listed under the name they are by. */
const SHOWN = 5;
/** So many of those they wrote are looked at: an editor publishes what others wrote, too. */
const LOOKED_AT = 50;

/** The newest articles that name a member as an author. */
export const articlesOfMember = (handle: string): Promise<ArticleOfMember[]> =>
  query<ArticleOfMember>(Prisma.sql`
    SELECT a.slug, r.title, n.name AS byline, a.published_at AS "publishedAt" FROM (
      SELECT w.article_id, w.member_id FROM article_writer w
      WHERE w.member_id = (SELECT id FROM member WHERE handle = ${handle} AND hidden_at IS NULL)
      ORDER BY w.published_at DESC, w.article_id DESC LIMIT ${literalNumber(LOOKED_AT)}) w
    JOIN article a ON a.id = w.article_id AND ${PUBLISHED}
    JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision
    CROSS JOIN LATERAL (
      SELECT name FROM article_author n
      WHERE n.article_id = a.id AND n.revision = a.revision AND n.member_id = w.member_id LIMIT 1) n
    ORDER BY a.published_at DESC, a.id DESC LIMIT ${literalNumber(SHOWN)}`);
