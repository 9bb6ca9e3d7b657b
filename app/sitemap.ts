import type { MetadataRoute } from "next";
import { yearsOfArticles } from "@/domain/articles/archive";
import { archivePath, listingPath } from "@/domain/articles/listing";
import { allListings } from "@/domain/articles/listings";
import { articlePath } from "@/domain/articles/article";
import { sitemap as articles } from "@/domain/articles/queries";
import { absoluteUrl } from "@/web/absolute-url";

/** Articles are published while the site runs. */
export const dynamic = "force-dynamic";

/**
 * Every page that search engines may show and that begins something: what continues another page is reached from it, and what may not be
 * shown says `noindex` (docs/decisions/0093-what-search-engines-are-given.md).
 */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [pages, listings, years] = await Promise.all([articles(), allListings(), yearsOfArticles()]);
  return [
    ...[
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
    ].map((path) => ({
      url: absoluteUrl(path),
    })),
    ...pages.flatMap(({ slug, revisedAt, recordedAt }) => [
      { url: absoluteUrl(articlePath(slug)), lastModified: revisedAt },
      ...(recordedAt ? [{ url: absoluteUrl(`${articlePath(slug)}/record`), lastModified: recordedAt }] : []),
    ]),
    ...years.map((year) => ({ url: absoluteUrl(archivePath(year)) })),
    ...listings.map((listing) => ({ url: absoluteUrl(listingPath(listing)) })),
  ];
}
