import "server-only";

import { randomUUID } from "node:crypto";
import { processSingleton } from "@/platform/process-singleton";
import { cookieName, cookieNamed, COOKIE_ATTRIBUTES } from "@/web/sessions/session-cookie";

/** Marks the browser that just wrote, so that it is not shown a page kept from before. Seconds. */
const WROTE_FOR = 10;
const WROTE_COOKIE = cookieName("moot-wrote");

/** Which of several processes took what was written: of another's clock, or its own before a start, nothing is known. */
const self = processSingleton("wrote", () => randomUUID().slice(0, 8));

/** @param now milliseconds since 1970 */
export const wroteCookie = (now = Date.now()): string =>
  `${WROTE_COOKIE}=${now}-${self}; Max-Age=${WROTE_FOR}; ${COOKIE_ATTRIBUTES}`;

/**
 * When the browser with these cookies last wrote, by the clock of this process; 0 for never. Whatever another process took, or a clock that was set
 * back says, counts as written now: the page is then right as of this request.
 */
export function wroteAt(cookies: string | undefined, now: number): number {
  const [, when, whose] = /^(\d{1,16})-([0-9a-f]{8})$/.exec(cookieNamed(WROTE_COOKIE, cookies) ?? "") ?? [];
  if (when === undefined) return 0;
  return whose === self ? Math.min(Number(when), now) : now;
}
