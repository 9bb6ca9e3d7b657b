import "server-only";

import { HALF_WAY_SECONDS } from "@/domain/members/half-way";
import { cookieName, cookieNamed, COOKIE_ATTRIBUTES } from "./session-cookie";

/** The browser that has shown a password, or a link from a mail, where a code is asked for as well. Sealed; it opens nothing by itself. */
const COOKIE = cookieName("moot-half-way");

export const halfWayCookie = (ticket: string): string =>
  `${COOKIE}=${ticket}; Max-Age=${HALF_WAY_SECONDS}; ${COOKIE_ATTRIBUTES}`;

export const noHalfWayCookie = (): string => `${COOKIE}=; Max-Age=0; ${COOKIE_ATTRIBUTES}`;

export const halfWayTicket = (cookieHeader: string | undefined): string | null =>
  cookieNamed(COOKIE, cookieHeader) || null;
