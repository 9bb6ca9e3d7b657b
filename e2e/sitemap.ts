import { expect, type APIRequestContext } from "@playwright/test";

/** The parts in which something of today may stand. */
export const SITEMAPS = [
  "/sitemap.xml",
  "/sitemaps/site.xml",
  `/sitemaps/${new Date().toISOString().slice(0, 7)}.xml`,
];

/** Every part that the sitemap names, as one text. */
export async function wholeSitemap(request: APIRequestContext): Promise<string> {
  const index = await (await request.get("/sitemap.xml")).text();
  const parts: string[] = [];
  for (const [, address = ""] of index.matchAll(/<loc>([^<]+)<\/loc>/g)) {
    const part = await request.get(new URL(address).pathname);
    expect(part.status(), address).toBe(200);
    parts.push(await part.text());
  }
  return parts.join("\n");
}
