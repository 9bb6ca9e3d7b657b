export const SITEMAP_HEADERS = { "content-type": "application/xml; charset=utf-8" };
