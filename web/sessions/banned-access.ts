import "server-only";

import type { Member } from "@/domain/members/member";
import { bannedBySession } from "@/domain/members/queries";
import { REDRESS_SECONDS } from "@/domain/members/schema";
import { encrypt, decrypt } from "@/platform/encryption";
import { cookieName, cookieNamed, COOKIE_ATTRIBUTES } from "./session-cookie";

/**
 * What a banned member gets instead of a session, once they have shown their password: it opens the decisions about them, an
 * appeal and a copy of their data, and nothing else. The row behind it ends like every session's; to every other route its holder
 * is nobody, for they are banned, and the token in it is never a session's cookie.
 */
const COOKIE = cookieName("moot-redress");
const PURPOSE = "redress";

/** The Set-Cookie line for a banned member who has signed in. */
export const bannedAccessCookie = (token: string): string =>
  `${COOKIE}=${encrypt(PURPOSE, token)}; Max-Age=${REDRESS_SECONDS}; ${COOKIE_ATTRIBUTES}`;

export const noBannedAccessCookie = (): string => `${COOKIE}=; Max-Age=0; ${COOKIE_ATTRIBUTES}`;

/** The banned member who asks, by the Cookie header; null also once the ban is over, for then they sign in as everybody. */
export async function bannedMemberFrom(cookieHeader: string | undefined): Promise<Member | null> {
  const token = redressToken(cookieHeader);
  return token === null ? null : bannedBySession(token);
}

/** What signing out ends. */
export const redressToken = (cookieHeader: string | undefined): string | null =>
  decrypt(PURPOSE, cookieNamed(COOKIE, cookieHeader) ?? "");
