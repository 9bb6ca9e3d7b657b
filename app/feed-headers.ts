/** Readers of feeds may keep one for five minutes. Seconds. */
const KEPT_FOR = 300;

export const FEED_HEADERS = {
  "content-type": "application/atom+xml; charset=utf-8",
  "cache-control": `public, max-age=${KEPT_FOR}`,
};
