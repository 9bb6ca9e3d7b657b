import "server-only";

import { literalNumber, Prisma, query } from "@/platform/database";
import { NotFound } from "@/platform/refusal";
import type { ListedArticle } from "./article";
import { listOf, PUBLIC_LIST, type Page } from "./queries";
import { PUBLISHED } from "./published";
import * as t from "#messages/articles";

/** More than a site that took over a newspaper's archive. */
const YEARS_AT_MOST = 500;

const YEAR_OF = Prisma.sql`extract(year FROM a.published_at AT TIME ZONE 'UTC')::int`;
const NEWEST = Prisma.sql`ORDER BY a.published_at DESC, a.id DESC LIMIT 1`;

/** The years of which readers can read an article, the last first: each is found by one step in the index of dates, however many articles it has. */
export async function yearsOfArticles(): Promise<number[]> {
  const rows = await query<{ year: number }>(Prisma.sql`
    WITH RECURSIVE found AS (
      (SELECT ${YEAR_OF} AS year FROM article a WHERE ${PUBLISHED} ${NEWEST})
      UNION ALL
      SELECT (SELECT ${YEAR_OF} FROM article a
        WHERE ${PUBLISHED} AND a.published_at < make_timestamptz(found.year, 1, 1, 0, 0, 0, 'UTC') ${NEWEST})
      FROM found WHERE found.year IS NOT NULL)
    SELECT year FROM found WHERE year IS NOT NULL LIMIT ${literalNumber(YEARS_AT_MOST)}`);
  return rows.map(({ year }) => year);
}

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
