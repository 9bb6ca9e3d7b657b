import "server-only";

import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { GITHUB, type Provider } from "@/platform/provider-settings";
import { SPOKEN } from "./openid";

const User = z.object({ id: z.int(), name: z.string().nullish(), login: z.string() });
const Emails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

/** Where GitHub answers. */
export type Places = Readonly<{ web: string; api: string }>;
const THERE: Places = { web: "https://github.com", api: "https://api.github.com" };

/** Puts what GitHub says of somebody into the words of OpenID Connect; `sub` is the number of their account, which never changes. */
export function github(
  { id, clientId, clientSecret, name }: Provider,
  { web, api }: Places = THERE,
): OAuthConfig<{ sub: string }> {
  return {
    id,
    name,
    type: "oauth",
    issuer: GITHUB,
    authorization: { url: `${web}/login/oauth/authorize`, params: { scope: "read:user user:email" } },
    token: `${web}/login/oauth/access_token`,
    userinfo: {
      url: `${api}/user`,
      request: async ({ tokens }) => whoIs(api, tokens.access_token ?? ""),
    },
    idToken: false,
    checks: ["pkce", "state"],
    clientId,
    clientSecret,
    httpOptions: SPOKEN,
    profile: ({ sub }) => ({ id: sub, session: "" }),
  };
}

async function whoIs(api: string, token: string) {
  const user = User.parse(await ask(`${api}/user`, token));
  const primary = Emails.parse(await ask(`${api}/user/emails`, token)).find((one) => one.primary);
  return {
    iss: GITHUB,
    sub: String(user.id),
    name: user.name ?? user.login,
    email: primary?.email ?? "",
    email_verified: primary?.verified ?? false,
  };
}

async function ask(address: string, token: string): Promise<unknown> {
  const answer = await fetch(address, {
    headers: { authorization: `Bearer ${token}`, accept: "application/vnd.github+json", connection: "close" },
    redirect: "error",
    signal: AbortSignal.timeout(5_000),
  });
  if (!answer.ok) throw new Error(`GitHub answered ${answer.status}.`);
  return answer.json();
}
