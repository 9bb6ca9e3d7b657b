import "server-only";

import { SECOND_FACTOR_SECONDS } from "@/domain/members/second-factor-ticket";
import { cookieName, cookieNamed, COOKIE_ATTRIBUTES } from "./session-cookie";

/** The browser that has shown a password, or a link from a mail, where a code is asked for as well. Sealed; it opens nothing by itself. */
const COOKIE = cookieName("moot-half-way");

export const secondFactorCookie = (ticket: string): string =>
  `${COOKIE}=${ticket}; Max-Age=${SECOND_FACTOR_SECONDS}; ${COOKIE_ATTRIBUTES}`;

export const noSecondFactorCookie = (): string => `${COOKIE}=; Max-Age=0; ${COOKIE_ATTRIBUTES}`;

export const secondFactorTicket = (cookieHeader: string | undefined): string | null =>
  cookieNamed(COOKIE, cookieHeader) || null;
