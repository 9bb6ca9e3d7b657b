import { xmlText } from "./atom";

/** Whole addresses, and where it is known when what is there last changed (sitemaps.org, protocol 0.9). */
export type SitemapEntry = Readonly<{ url: string; changedAt?: Date }>;

/** The file of a month, `2026-11`, or of all that is no article. */
export const SITE_PART = "site";
export const sitemapPath = (part: string): string => `/sitemaps/${part}.xml`;

/** `2026-11.xml` is of the month `2026-11`; null for what is no part. */
export const sitemapPartIn = (file: string): string | null =>
  /^(site|\d{4}-(?:0[1-9]|1[0-2]))\.xml$/.exec(file)?.[1] ?? null;

export const sitemapIndex = (urls: readonly string[]): string =>
  document("sitemapindex", urls.map((url) => entryOf("sitemap", { url })).join(""));

export const sitemapFile = (entries: readonly SitemapEntry[]): string =>
  document("urlset", entries.map((entry) => entryOf("url", entry)).join(""));

const document = (element: string, content: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<${element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${content}</${element}>\n`;

const entryOf = (element: string, { url, changedAt }: SitemapEntry): string =>
  `<${element}><loc>${xmlText(url)}</loc>${changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ""}</${element}>\n`;
