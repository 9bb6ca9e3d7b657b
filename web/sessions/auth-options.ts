import "server-only";

import type { AuthOptions, User } from "next-auth";
import type { Role } from "@/domain/members/member";
import { memberBySession } from "@/domain/members/queries";
import { SESSION_SECONDS } from "@/domain/members/schema";
import { env } from "@/platform/env";
import { log } from "@/platform/log";
import { CSRF_COOKIE } from "./auth-routes";
import { cookieName, decodeUnderAny, SESSION_COOKIE } from "./session-cookie";

declare module "next-auth" {
  // next-auth's user is our session: the token is all the cookie carries.
  interface User {
    session: string;
  }
  interface Session {
    user: { handle: string; name: string; role: Role };
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    session: string;
  }
}

// next-auth believes this variable and nothing else about where the site is.
process.env.NEXTAUTH_URL = env.siteUrl;

const COOKIE = {
  httpOnly: true,
  sameSite: "lax",
  path: "/",
  secure: env.siteUrl.startsWith("https:"),
} as const;

/** Where next-auth's own pages would lead on to. */
export const CALLBACK_COOKIE = cookieName("next-auth.callback-url");

/** What a browser keeps on its way to a provider and back: only the one that was sent away can come back. */
export const WAY_COOKIES = {
  state: cookieName("next-auth.state"),
  pkceCodeVerifier: cookieName("next-auth.pkce.code_verifier"),
  nonce: cookieName("next-auth.nonce"),
} as const;

/**
 * Everything we ask of next-auth, whichever way somebody comes by. Its cookie is an encrypted token (JWE) around our session's own
 * secret, and the session is a row: whatever next-auth believes, a row that is gone is nobody.
 */
export const authOptions = {
  secret: env.secret,
  useSecureCookies: env.siteUrl.startsWith("https:"),
  cookies: {
    sessionToken: { name: SESSION_COOKIE, options: COOKIE },
    csrfToken: { name: CSRF_COOKIE, options: COOKIE },
    callbackUrl: { name: CALLBACK_COOKIE, options: COOKIE },
    state: { name: WAY_COOKIES.state, options: COOKIE },
    pkceCodeVerifier: { name: WAY_COOKIES.pkceCodeVerifier, options: COOKIE },
    nonce: { name: WAY_COOKIES.nonce, options: COOKIE },
  },
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  jwt: { decode: decodeUnderAny },
  pages: { signIn: "/sign-in", signOut: "/sign-out", error: "/sign-in" },
  logger: {
    error: (code) => log.debug({ code }, "next-auth refused something"),
    warn: () => undefined,
    debug: () => undefined,
  },
} satisfies Partial<AuthOptions>;

/** Its type says `user` is always there; it is at sign-in only. */
export const jwt: NonNullable<AuthOptions["callbacks"]>["jwt"] = async ({ token, user }) => {
  const session = (user as User | undefined)?.session ?? token.session;
  if (!(await memberBySession(session))) throw new Error("The session has ended.");
  return { session };
};
