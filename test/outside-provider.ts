import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

/** Somebody who has an account at the provider, under the name they type there. */
export type Outside = { email?: string; email_verified?: boolean; name?: string };

export type OutsideProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who has an account there; a test adds whom it needs. */
  people: Map<string, Outside>;
  close: () => Promise<void>;
};

/**
 * A real provider of OpenID Connect on loopback (panva's oidc-provider). At its page to sign in one says who one is, and nobody is
 * asked for consent. It insists on PKCE, and says addresses where the standard has them: not in the token, but at its `userinfo`.
 * @param site the site that members come from and go back to
 * @param port to listen on; a free one if nothing is said
 */
export async function outsideProvider(site: string, port = 0): Promise<OutsideProvider> {
  const people = new Map<string, Outside>();
  const client = { clientId: "moot", clientSecret: "a secret between the two of them" };
  let answer: RequestListener = (_request, response) => response.end();
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configuration(people, { ...client, site }));
  const itself = provider.callback();
  answer = (request, response) =>
    request.url?.startsWith(LOGIN) ? void signIn(provider, request, response) : itself(request, response);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { issuer, ...client, people, close };
}

const LOGIN = "/login/";

async function signIn(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const login = new URLSearchParams(await text(request)).get("login");
  if (login !== null) return provider.interactionFinished(request, response, { login: { accountId: login } });
  response.setHeader("content-type", "text/html; charset=utf-8").end(`<!doctype html>
<html lang="en"><title>Elsewhere</title><form method="post" action="${request.url ?? ""}">
<label>Who are you? <input name="login"></label> <button>Sign in</button></form></html>`);
}

type Client = { clientId: string; clientSecret: string; site: string };
type Context = { oidc: { client: { clientId: string }; session: { accountId: string }; provider: Provider } };

const configuration = (people: Map<string, Outside>, { clientId, clientSecret, site }: Client) => ({
  clients: [
    {
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: ["oidc", "oidc-2"].map((id) => `${site}/api/auth/callback/${id}`),
    },
  ],
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context: unknown, { uid }: { uid: string }) => LOGIN + uid },
  pkce: { required: () => true },
  cookies: { keys: ["only the tests"] },
  findAccount: (_context: unknown, id: string) => ({
    accountId: id,
    claims: () => ({ sub: id, ...people.get(id) }),
  }),
  loadExistingGrant: async ({ oidc }: Context) => {
    const grant = new oidc.provider.Grant({
      accountId: oidc.session.accountId,
      clientId: oidc.client.clientId,
    });
    grant.addOIDCScope("openid email profile");
    await grant.save();
    return grant;
  },
});
