import "server-only";

import NextAuth, { type AuthOptions, type User } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { signOut } from "@/domain/members/commands";
import type { Role } from "@/domain/members/member";
import { memberBySession } from "@/domain/members/queries";
import { SignIn } from "@/domain/members/schema";
import { env } from "@/platform/env";
import { log } from "@/platform/log";
import { isRefusal } from "@/platform/refusal";
import { sameSitePath } from "@/web/pages/paths";
import { SESSION_COOKIE, SESSION_SECONDS } from "./session-cookie";
import { signInCarefully } from "./sign-in";

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

/**
 * Everything we ask of next-auth. Its cookie is an encrypted token (JWE) around our session's own secret, and the
 * session is a row: whatever next-auth believes, a row that is gone is nobody.
 */
const authOptions: AuthOptions = {
  secret: env.secret,
  useSecureCookies: SESSION_COOKIE.startsWith("__Secure-"),
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  pages: { signIn: "/sign-in", signOut: "/sign-out", error: "/sign-in" },
  providers: [
    Credentials({
      id: "password",
      name: "Password",
      credentials: {
        email: { label: "E-mail", type: "email" },
        password: { label: "Password", type: "password" },
      },
      authorize: (credentials, request) => authorize(credentials, clientIpIn(request.headers)),
    }),
  ],
  callbacks: {
    // Its type says `user` is always there; it is at sign-in only.
    jwt: async ({ token, user }) => {
      const session = (user as User | undefined)?.session ?? token.session;
      if (!(await memberBySession(session))) throw new Error("The session has ended.");
      return { session };
    },
    session: async ({ session, token }) => {
      const member = await memberBySession(token.session);
      if (!member) throw new Error("The session has ended.");
      const { handle, name, role } = member;
      return { user: { handle, name, role }, expires: session.expires };
    },
    redirect: ({ url, baseUrl }) => baseUrl + pathIn(url, baseUrl),
  },
  events: { signOut: ({ token }) => signOut(token.session) },
  logger: {
    error: (code) => log.debug({ code }, "next-auth refused something"),
    warn: () => undefined,
    debug: () => undefined,
  },
};

/** Null, whatever was wrong: next-auth says "CredentialsSignin", and the sign-in page has the sentence for it. */
async function authorize(credentials: unknown, ip: string) {
  const fields = SignIn.pick({ email: true, password: true }).strip().safeParse(credentials);
  if (!fields.success) return null;
  try {
    const { member, token } = await signInCarefully(fields.data, ip);
    return { id: member.id, session: token };
  } catch (problem) {
    if (isRefusal(problem)) return null;
    throw new Error("Callback");
  }
}

/** Our own server writes `x-address` and lets no other in. */
const clientIpIn = (headers: Record<string, unknown> | undefined): string => {
  const ip = headers?.["x-address"];
  return typeof ip === "string" ? ip : "";
};

function pathIn(url: string, baseUrl: string): string {
  const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url;
  return sameSitePath(path) ?? "/";
}

// Its types say `any`.
const nextAuth = NextAuth(authOptions) as typeof answerAuth;

/** Answers next-auth's own addresses, `/api/auth/…`. */
export async function answerAuth(
  request: Request,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  return toOurselves(await nextAuth(request, context));
}

/** Redirects by path: localhost and 127.0.0.1 are one site here, but each has its own cookies. */
function toOurselves(response: Response): Response {
  const location = response.headers.get("location");
  if (location?.startsWith(`${env.siteUrl}/`))
    response.headers.set("location", pathIn(location, env.siteUrl));
  return response;
}
