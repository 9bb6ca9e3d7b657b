import type { MetadataRoute } from "next";
import { articlePath } from "@/domain/articles/article";
import { sitemap as articles } from "@/domain/articles/queries";
import { absoluteUrl } from "@/web/absolute-url";

/** Articles are published while the site runs. */
export const dynamic = "force-dynamic";

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const pages = await articles();
  return [
    ...["/", "/about", "/about/methods", "/rules", "/privacy", "/terms", "/imprint"].map((path) => ({
      url: absoluteUrl(path),
    })),
    ...pages.map(({ slug, revisedAt }) => ({ url: absoluteUrl(articlePath(slug)), lastModified: revisedAt })),
  ];
}
