import "server-only";

import { cookieName, cookieNamed, COOKIE_ATTRIBUTES } from "./session-cookie";

/** The browser in which a mail was asked for, where the code of the mail does as well as its link. A random number. */
const COOKIE = cookieName("moot-asked");

/** As long as the longest of what is sent is good. */
const DAY = 86_400;

/** The Set-Cookie line for the browser that asks. */
export const askedCookie = (token: string): string =>
  `${COOKIE}=${token}; Max-Age=${DAY}; ${COOKIE_ATTRIBUTES}`;

export const noAskedCookie = (): string => `${COOKIE}=; Max-Age=0; ${COOKIE_ATTRIBUTES}`;

/** Null for a browser that has not asked. */
export const askedToken = (cookieHeader: string | undefined): string | null =>
  cookieNamed(COOKIE, cookieHeader) || null;
