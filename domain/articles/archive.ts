import "server-only";

import { literalNumber, Prisma, query } from "@/platform/database";
import { NotFound } from "@/platform/refusal";
import type { ListedArticle } from "./article";
import { listOf, PUBLIC_LIST, type Page } from "./queries";
import { PUBLISHED } from "./published";
import * as t from "#messages/articles";

/** More than a site that took over a newspaper's archive. */
const YEARS_AT_MOST = 500;

const NEWEST = Prisma.sql`ORDER BY a.published_at DESC, a.id DESC LIMIT 1`;

/**
 * The years or months (UTC) of which readers can read an article, as `2026-11`, the last first; a year by its first month. Each is found by one
 * step in the index of dates, however many articles it has.
 */
export async function periodsWithArticles(unit: "year" | "month", most: number): Promise<string[]> {
  const period = Prisma.sql`date_trunc(${unit}, a.published_at AT TIME ZONE 'UTC')`;
  const rows = await query<{ month: string }>(Prisma.sql`
    WITH RECURSIVE found AS (
      (SELECT ${period} AS begins FROM article a WHERE ${PUBLISHED} ${NEWEST})
      UNION ALL
      SELECT (SELECT ${period} FROM article a
        WHERE ${PUBLISHED} AND a.published_at < found.begins AT TIME ZONE 'UTC' ${NEWEST})
      FROM found WHERE found.begins IS NOT NULL)
    SELECT to_char(begins, 'YYYY-MM') AS month FROM found WHERE begins IS NOT NULL LIMIT ${literalNumber(most)}`);
  return rows.map(({ month }) => month);
}

export const yearsOfArticles = async (): Promise<number[]> =>
  (await periodsWithArticles("year", YEARS_AT_MOST)).map((month) => Number(month.slice(0, 4)));

/**
 * What was published in a year (UTC), the newest first, a page at a time.
 * @throws NotFound where readers can read nothing of it; Malformed when `after` is no cursor of ours
 */
export async function articlesOfYear(year: number, after: string | null): Promise<Page<ListedArticle>> {
  const page = await listOf(
    {
      from: Prisma.sql`article a ${PUBLIC_LIST}`,
      where: Prisma.sql`
        a.published_at >= make_timestamptz(${year}::int, 1, 1, 0, 0, 0, 'UTC')
        AND a.published_at < make_timestamptz(${year}::int + 1, 1, 1, 0, 0, 0, 'UTC')`,
      order: { publishedAt: Prisma.sql`a.published_at`, id: Prisma.sql`a.id` },
    },
    after,
  );
  if (page.items.length === 0) throw new NotFound(t.nothingIsListedHere);
  return page;
}
