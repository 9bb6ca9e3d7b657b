import "server-only";

import { whereabouts } from "@/domain/articles/address";

const OF_AN_ARTICLE = /^\/articles\/([^/?]+)(.*)$/s;

/**
 * Of an address at which no article is found: the one it has moved to, with what stands behind, or that it is gone; null where neither.
 * @param url path and query, decodable
 */
export async function movedArticle(url: string): Promise<{ to: string } | "gone" | null> {
  const [, name, rest = ""] = OF_AN_ARTICLE.exec(url) ?? [];
  if (name === undefined) return null;
  const there = await whereabouts(decodeURIComponent(name)).catch(() => null);
  if (there === null) return null;
  return there.deleted ? "gone" : { to: `/articles/${there.slug}${rest}` };
}
