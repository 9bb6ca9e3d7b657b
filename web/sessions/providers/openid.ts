import "server-only";

import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import type { Provider } from "@/platform/provider-settings";

/** A provider that is silent for longer is away. Milliseconds. */
const ANSWERS_WITHIN = 5_000;

/**
 * How next-auth speaks with an issuer of OpenID Connect: it reads the issuer's own configuration, and asks with PKCE, state and nonce
 * for the code that an ID token is given for. Nothing is fetched but what the settings name and what is named there.
 */
export function openid({ id, issuer, clientId, clientSecret, name }: Provider): OAuthConfig<{ sub: string }> {
  return {
    id,
    name,
    type: "oauth",
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    userinfo: {
      request: async ({ client, tokens }) => {
        const claims = claimsOf(tokens.id_token ?? "");
        const isWhole =
          claims.email_verified !== undefined || client.issuer.metadata.userinfo_endpoint === undefined;
        if (isWhole) return claims;
        const info = theSame(await client.userinfo(tokens.access_token ?? ""), claims.sub);
        // An address and the word for it come from one place; how somebody signed in there is the token's to say.
        return { ...claims, ...info, iss: claims.iss, acr: claims.acr, amr: claims.amr };
      },
    },
    checks: ["pkce", "state", "nonce"],
    clientId,
    clientSecret,
    httpOptions: SPOKEN,
    // What it says is read by `claims.ts`.
    profile: ({ sub }) => ({ id: sub, session: "" }),
  };
}

const Token = z.looseObject({ iss: z.string(), sub: z.string() });

/** What an ID token says, whose signature, issuer, audience and nonce have been looked at. */
const claimsOf = (token: string): z.infer<typeof Token> =>
  Token.parse(JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()));

/**
 * The standard has addresses there, many put them into the token as well (OpenID Connect Core, 5.4). It may answer of somebody else, and then
 * nothing of it may be used (5.3.2).
 */
function theSame<Info extends { sub: string }>(info: Info, subject: string): Info {
  if (info.sub !== subject) throw new Error("userinfo answers of somebody else.");
  return info;
}

/** A connection for each request: one that stayed open would keep the request it was made in. */
export const SPOKEN = { timeout: ANSWERS_WITHIN, headers: { connection: "close" } };
