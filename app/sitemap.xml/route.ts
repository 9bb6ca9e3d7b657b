import { SITE_PART, sitemapIndex, sitemapPath } from "@/domain/articles/sitemap";
import { sitemapMonths } from "@/domain/articles/sitemap-queries";
import { absoluteUrl } from "@/web/absolute-url";
import { SITEMAP_HEADERS } from "@/app/sitemap-headers";

/** Articles are published while the site runs. */
export const dynamic = "force-dynamic";

/** Where the parts are: one of the site's own pages, and one for each month, so that a crawler asks for what may have changed. */
export async function GET(): Promise<Response> {
  const parts = [SITE_PART, ...(await sitemapMonths())];
  return new Response(sitemapIndex(parts.map((part) => absoluteUrl(sitemapPath(part)))), {
    headers: SITEMAP_HEADERS,
  });
}
