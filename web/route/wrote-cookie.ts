import "server-only";

/** Marks the browser that just wrote, so that it is not shown a page kept from before. Seconds. */
const WROTE_FOR = 10;
export const WROTE_COOKIE = "moot-wrote";
export const wroteCookie = (): string =>
  `${WROTE_COOKIE}=${Date.now()}; Path=/; Max-Age=${WROTE_FOR}; HttpOnly; SameSite=Lax`;
