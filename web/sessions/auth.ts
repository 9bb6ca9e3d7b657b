import "server-only";

import NextAuth, { type AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { NextRequest } from "next/server";
import { z } from "zod";
import { signOut } from "@/domain/members/sessions";
import { CodeNeeded } from "@/domain/members/second-factor-ticket";
import { memberBySession } from "@/domain/members/queries";
import { SignIn } from "@/domain/members/schema";
import { env } from "@/platform/env";
import { logFailure } from "@/platform/failure-log";
import { isRefusal, Malformed } from "@/platform/refusal";
import { notePageFailure, withFailure } from "@/web/pages/page-failure";
import { sameSitePath } from "@/web/pages/paths";
import { asProblem, problemFrom } from "@/web/route/problem";
import { authOptions, jwt } from "./auth-options";
import { AUTH_ROUTES } from "./auth-routes";
import { deviceCookie } from "./device-cookie";
import { SESSION_COOKIE } from "./session-cookie";
import { signInCarefully } from "./sign-in";
import * as t from "#messages/api";

/** The way of the password, and what Next's own addresses of next-auth are asked besides; outside providers have `providers/`. */
const options: AuthOptions = {
  ...authOptions,
  providers: [
    Credentials({
      id: "password",
      name: "Password",
      credentials: {
        email: { label: "E-mail", type: "email" },
        password: { label: "Password", type: "password" },
      },
      authorize: (credentials, request) => authorize(credentials, request.headers),
    }),
  ],
  callbacks: {
    jwt,
    session: async ({ session, token }) => {
      const member = await memberBySession(token.session);
      if (!member) throw new Error("The session has ended.");
      const { handle, name, role } = member;
      return { user: { handle, name, role }, expires: session.expires };
    },
    redirect: ({ url, baseUrl }) => baseUrl + pathIn(url, baseUrl),
  },
  events: { signOut: ({ token }) => signOut(token.session) },
};

/** Null for a wrong password: next-auth says "CredentialsSignin", and the sign-in page has the sentence for it. */
async function authorize(credentials: unknown, headers: Record<string, unknown> | undefined) {
  const fields = SignIn.pick({ email: true, password: true }).strip().safeParse(credentials);
  if (!fields.success) return null;
  try {
    const cookies = typeof headers?.cookie === "string" ? headers.cookie : undefined;
    const { member, token } = await signInCarefully(fields.data, { ip: clientIpIn(headers), cookies });
    return { id: member.id, session: token };
  } catch (problem) {
    // The sign-in page says that such an account signs in there.
    if (problem instanceof CodeNeeded) throw new Error("CodeNeeded");
    if (!isRefusal(problem) || problem.status === 429) notePageFailure(problem);
    return null;
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
const nextAuth = NextAuth(options) as (request: NextRequest, context: Context) => Promise<Response>;
type Context = { params: Promise<{ nextauth: string[] }> };

/** Answers next-auth's own addresses, as far as `auth-routes.ts` lets them through; what is wrong, or broken, in our own words. */
export async function answerAuth(request: NextRequest, context: Context): Promise<Response> {
  try {
    const fields = request.method === "POST" ? await fieldsOf(request) : undefined;
    const { drawn, failure } = await withFailure(() => nextAuth(requestWith(request, fields), context));
    if (failure !== undefined) return asProblem(problemFrom(failure));
    return withDevice(toOurselves(drawn), fields?.email, request.headers.get("cookie"));
  } catch (problem) {
    if (!isRefusal(problem)) logFailure(problem, {}, "next-auth failed");
    return asProblem(problemFrom(problem));
  }
}

/** What is posted to next-auth, as it reads it. An address to go on to is a path of ours. */
const Fields = z.object({
  csrfToken: z.string().max(200).optional(),
  email: z.string().max(1_000).optional(),
  password: z.string().max(1_000).optional(),
  callbackUrl: z.string().max(2_000).optional(),
  json: z.enum(["true", "false"]).optional(),
});

async function fieldsOf(request: NextRequest): Promise<z.infer<typeof Fields>> {
  const text = await request.text();
  const isJson = request.headers.get("content-type")?.includes("json") ?? false;
  const fields = Fields.safeParse(isJson ? jsonIn(text) : Object.fromEntries(new URLSearchParams(text)));
  if (!fields.success) throw new Malformed(t.pleaseSendJson);
  const { callbackUrl, ...others } = fields.data;
  return callbackUrl === undefined
    ? others
    : { ...others, callbackUrl: env.siteUrl + pathIn(callbackUrl, env.siteUrl) };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function requestWith(request: NextRequest, fields: object | undefined): NextRequest {
  if (!fields) return request;
  const headers = new Headers(request.headers);
  headers.set("content-type", "application/json");
  headers.delete("content-length");
  return new NextRequest(request.url, { method: "POST", headers, body: JSON.stringify(fields) });
}

/** Signed in, the browser is known to the account from now on. */
function withDevice(response: Response, email: string | undefined, cookies: string | null): Response {
  const address = SignIn.shape.email.safeParse(email);
  const isSignedIn = response.headers.getSetCookie().some((line) => line.startsWith(`${SESSION_COOKIE}=ey`));
  if (address.success && isSignedIn)
    response.headers.append("set-cookie", deviceCookie(address.data, cookies ?? undefined));
  return response;
}

/**
 * Redirects by path: localhost and 127.0.0.1 are one site here, but each has its own cookies. What next-auth would say on pages of
 * its own, the sign-in page says.
 */
function toOurselves(response: Response): Response {
  const location = response.headers.get("location");
  if (location?.startsWith(`${env.siteUrl}/`)) {
    const path = pathIn(location, env.siteUrl);
    response.headers.set("location", path.startsWith(AUTH_ROUTES) ? `/sign-in${searchOf(path)}` : path);
  }
  return response;
}

const searchOf = (path: string): string => new URL(path, env.siteUrl).search;
