import { sitemapMonths, sitemapOf, type SitemapArticle } from "@/domain/articles/sitemap-queries";

/** The articles of every part. */
export async function wholeSitemap(): Promise<SitemapArticle[]> {
  const parts: SitemapArticle[] = [];
  for (const month of await sitemapMonths()) parts.push(...(await sitemapOf(month)));
  return parts;
}
