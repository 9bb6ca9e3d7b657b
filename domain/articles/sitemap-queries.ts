import "server-only";

import { periodsWithArticles } from "./archive";
import { database, literalNumber } from "@/platform/database";
import { PUBLISHED } from "./published";

/** What one file may hold (sitemaps.org, protocol 0.9), an article with its record; of one month no newspaper has so many. */
const ENTRIES = 25_000;
/** What an index of files may hold is 50,000: the months of four thousand years. */
const MONTHS_AT_MOST = 6_000;

export type SitemapArticle = { slug: string; revisedAt: Date; recordedAt: Date | null };

/** The months (UTC) that have a file, as `2026-11`. */
export const sitemapMonths = (): Promise<string[]> => periodsWithArticles("month", MONTHS_AT_MOST);

/** Every article of a month, and when it and its record last changed, the newest first. @param month as `sitemapMonths` writes it */
export const sitemapOf = (month: string): Promise<SitemapArticle[]> =>
  database().$queryRaw`
    SELECT a.slug, r.created_at AS "revisedAt",
      (SELECT max(d.at) FROM poll p JOIN poll_record d ON d.poll_id = p.id WHERE p.article_id = a.id) AS "recordedAt"
    FROM article a JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision
    WHERE ${PUBLISHED} AND a.published_at >= ${`${month}-01`}::date::timestamp AT TIME ZONE 'UTC'
      AND a.published_at < (${`${month}-01`}::date + interval '1 month') AT TIME ZONE 'UTC'
    ORDER BY a.published_at DESC, a.id DESC LIMIT ${literalNumber(ENTRIES)}`;
