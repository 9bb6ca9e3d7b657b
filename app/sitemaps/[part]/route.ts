import { yearsOfArticles } from "@/domain/articles/archive";
import { articlePath } from "@/domain/articles/article";
import { archivePath, listingPath } from "@/domain/articles/listing";
import { allListings } from "@/domain/articles/listings";
import { SITE_PART, sitemapFile, sitemapPartIn, type SitemapEntry } from "@/domain/articles/sitemap";
import { sitemapOf } from "@/domain/articles/sitemap-queries";
import { absoluteUrl } from "@/web/absolute-url";
import { SITEMAP_HEADERS } from "@/app/sitemap-headers";
import * as t from "#messages/articles";

/** Articles are published while the site runs. */
export const dynamic = "force-dynamic";

const PAGES = [
  "/",
  "/about",
  "/about/methods",
  "/rules",
  "/privacy",
  "/terms",
  "/imprint",
  "/accessibility",
  "/authorities",
  "/archive",
  "/api",
];

/**
 * Every page that search engines may show and that begins something: what continues another page is reached from it, and what may not be
 * shown says `noindex` (docs/decisions/0093-what-search-engines-are-given.md).
 */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/sitemaps/[part]">,
): Promise<Response> {
  const part = sitemapPartIn((await params).part);
  const entries = part === null ? [] : part === SITE_PART ? await siteItself() : await articlesOf(part);
  if (entries.length === 0) return new Response(t.nothingIsListedHere, { status: 404 });
  return new Response(sitemapFile(entries), { headers: SITEMAP_HEADERS });
}

async function siteItself(): Promise<SitemapEntry[]> {
  const [listings, years] = await Promise.all([allListings(), yearsOfArticles()]);
  const paths = [...PAGES, ...years.map(archivePath), ...listings.map(listingPath)];
  return paths.map((path) => ({ url: absoluteUrl(path) }));
}

async function articlesOf(month: string): Promise<SitemapEntry[]> {
  return (await sitemapOf(month)).flatMap(({ slug, revisedAt, recordedAt }) => [
    { url: absoluteUrl(articlePath(slug)), changedAt: revisedAt },
    ...(recordedAt ? [{ url: absoluteUrl(`${articlePath(slug)}/record`), changedAt: recordedAt }] : []),
  ]);
}
