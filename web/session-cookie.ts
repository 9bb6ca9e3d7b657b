import "server-only";

import { decode } from "next-auth/jwt";
import { memberBySession } from "@/domain/members/queries";
import type { Member } from "@/domain/members/member";
import { env } from "@/platform/env";

/** next-auth's own names, so that its routes and ours read the same cookie. */
export const SESSION_COOKIE = env.siteUrl.startsWith("https:")
  ? "__Secure-next-auth.session-token"
  : "next-auth.session-token";

/** Cookies already opened: decrypting is pure, and the same few thousand come again and again. */
const opened = new Map<string, string | null>();
const OPENED_AT_MOST = 5_000;

/** Who is signed in, by the Cookie header: the cookie names a session, and the row says whether it still stands. */
export async function viewerOf(cookieHeader: string | undefined): Promise<Member | null> {
  const cookie = cookieNamed(SESSION_COOKIE, cookieHeader);
  const token = cookie && (await sessionToken(cookie));
  return token ? memberBySession(token) : null;
}

/** The session's secret token inside next-auth's encrypted cookie. */
async function sessionToken(cookie: string): Promise<string | null> {
  const known = opened.get(cookie);
  if (known !== undefined) return known;
  const claims = await decode({ token: cookie, secret: env.secret }).catch(() => null);
  const token = typeof claims?.session === "string" ? claims.session : null;
  if (opened.size >= OPENED_AT_MOST) opened.clear();
  opened.set(cookie, token);
  return token;
}

export function cookieNamed(name: string, header: string | undefined): string | null {
  for (const pair of header?.split(";") ?? []) {
    const at = pair.indexOf("=");
    if (pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}
