import "server-only";

import { LRUCache } from "lru-cache";
import { decode, encode, type JWT, type JWTDecodeParams } from "next-auth/jwt";
import { SESSION_SECONDS } from "@/domain/members/schema";
import { noteSeen } from "@/domain/members/own-sessions";
import { memberBySession } from "@/domain/members/queries";
import type { Member } from "@/domain/members/member";
import { signOut } from "@/domain/members/sessions";
import { env } from "@/platform/env";
import { holds } from "@/platform/held";
import { processSingleton } from "@/platform/process-singleton";

const isSecure = env.siteUrl.startsWith("https:");

/** Under https only this host itself can set it, for all of it, and it never goes out unencrypted (RFC 6265bis, 4.1.3.2). */
export const cookieName = (name: string): string => (isSecure ? `__Host-${name}` : name);

export const SESSION_COOKIE = cookieName("next-auth.session-token");

/**
 * Cookies already opened: decrypting is pure, and the same few thousand come again and again. Bounded by weight, in characters: one
 * of ours has about 300, and anyone may send cookies of 15,000.
 */
const OPENED = 2_000_000;
const opened = processSingleton(
  "opened cookies",
  () =>
    new LRUCache<string, { token: string | null }>({
      maxSize: OPENED,
      sizeCalculation: (_opened, cookie) => cookie.length + 100,
    }),
);
holds("letters of session cookies", OPENED, () => opened.calculatedSize);

/** Who is signed in, by the Cookie header: the cookie names a session, and the row says whether it still stands. */
export async function viewerOf(cookieHeader: string | undefined): Promise<Member | null> {
  const token = await sessionTokenIn(cookieHeader);
  if (token === null) return null;
  const viewer = await memberBySession(token);
  if (viewer) await noteSeen(token);
  return viewer;
}

/** The token of the session that a browser names, whether or not that still stands. */
async function sessionTokenIn(cookieHeader: string | undefined): Promise<string | null> {
  const cookie = cookieNamed(SESSION_COOKIE, cookieHeader);
  return cookie ? sessionToken(cookie) : null;
}

/** The session's secret token inside next-auth's encrypted cookie. */
async function sessionToken(cookie: string): Promise<string | null> {
  const known = opened.get(cookie);
  if (known !== undefined) return known.token;
  const claims = await decodeUnderAny({ token: cookie, secret: env.secret });
  const token = typeof claims?.session === "string" ? claims.session : null;
  opened.set(cookie, { token });
  return token;
}

/** What a token of next-auth's says, also one of a time when the site had another secret; null for whatever is none of ours. */
export async function decodeUnderAny(asked: JWTDecodeParams): Promise<JWT | null> {
  for (const secret of [env.secret, ...env.oldSecrets]) {
    const claims = await decode({ ...asked, secret }).catch(() => null);
    if (claims) return claims;
  }
  return null;
}

export const COOKIE_ATTRIBUTES = `Path=/; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;

/** The Set-Cookie line that signs a browser in, as next-auth would write it. */
export async function sessionCookie(token: string): Promise<string> {
  const cookie = await encode({ token: { session: token }, secret: env.secret, maxAge: SESSION_SECONDS });
  return `${SESSION_COOKIE}=${cookie}; Max-Age=${SESSION_SECONDS}; ${COOKIE_ATTRIBUTES}`;
}

/** The Set-Cookie line that makes a browser forget its session. */
export const noSessionCookie = (): string => `${SESSION_COOKIE}=; Max-Age=0; ${COOKIE_ATTRIBUTES}`;

/**
 * A browser that is given a session leaves the one it had: nobody could end that any more, for its cookie is written over (ASVS 7.2.4).
 * @param cookieHeader what the browser sent
 * @param lines the Set-Cookie lines it gets
 */
export async function endFormerSession(
  cookieHeader: string | undefined,
  lines: readonly string[] = [],
): Promise<void> {
  if (!lines.some((line) => line.startsWith(`${SESSION_COOKIE}=`))) return;
  const former = await sessionTokenIn(cookieHeader);
  if (former !== null) await signOut(former);
}

export function cookieNamed(name: string, header: string | undefined): string | null {
  for (const pair of header?.split(";") ?? []) {
    const at = pair.indexOf("=");
    if (pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}
