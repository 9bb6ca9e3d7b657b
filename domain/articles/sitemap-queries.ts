import "server-only";

import { database, literalNumber, Prisma, query } from "@/platform/database";
import { PUBLISHED } from "./published";

/** What one file may hold (sitemaps.org, protocol 0.9), an article with its record; of one month no newspaper has so many. */
const ENTRIES = 25_000;
/** What an index of files may hold is 50,000: the months of four thousand years. */
const MONTHS_AT_MOST = 6_000;

export type SitemapArticle = { slug: string; revisedAt: Date; recordedAt: Date | null };

const MONTH_OF = Prisma.sql`date_trunc('month', a.published_at AT TIME ZONE 'UTC')`;
const NEWEST = Prisma.sql`ORDER BY a.published_at DESC, a.id DESC LIMIT 1`;

/** The months (UTC) of which readers can read an article, as `2026-11`, the last first: each found by one step in the index of dates. */
export async function sitemapMonths(): Promise<string[]> {
  const rows = await query<{ month: string }>(Prisma.sql`
    WITH RECURSIVE found AS (
      (SELECT ${MONTH_OF} AS month FROM article a WHERE ${PUBLISHED} ${NEWEST})
      UNION ALL
      SELECT (SELECT ${MONTH_OF} FROM article a
        WHERE ${PUBLISHED} AND a.published_at < found.month AT TIME ZONE 'UTC' ${NEWEST})
      FROM found WHERE found.month IS NOT NULL)
    SELECT to_char(month, 'YYYY-MM') AS month FROM found WHERE month IS NOT NULL LIMIT ${literalNumber(MONTHS_AT_MOST)}`);
  return rows.map(({ month }) => month);
}

/** Every article of a month, and when it and its record last changed, the newest first. @param month as `sitemapMonths` writes it */
export const sitemapOf = (month: string): Promise<SitemapArticle[]> =>
  database().$queryRaw`
    SELECT a.slug, r.created_at AS "revisedAt",
      (SELECT max(d.at) FROM poll p JOIN poll_record d ON d.poll_id = p.id WHERE p.article_id = a.id) AS "recordedAt"
    FROM article a JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision
    WHERE ${PUBLISHED} AND a.published_at >= ${`${month}-01`}::date::timestamp AT TIME ZONE 'UTC'
      AND a.published_at < (${`${month}-01`}::date + interval '1 month') AT TIME ZONE 'UTC'
    ORDER BY a.published_at DESC, a.id DESC LIMIT ${literalNumber(ENTRIES)}`;
