import "server-only";

import { cookieName, COOKIE_ATTRIBUTES } from "@/web/sessions/session-cookie";

/** Marks the browser that just wrote, so that it is not shown a page kept from before. Seconds. */
const WROTE_FOR = 10;
export const WROTE_COOKIE = cookieName("moot-wrote");
export const wroteCookie = (): string =>
  `${WROTE_COOKIE}=${Date.now()}; Max-Age=${WROTE_FOR}; ${COOKIE_ATTRIBUTES}`;
