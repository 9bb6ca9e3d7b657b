import { createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What a provider of our own making says, right or wrong; each test changes what it needs. */
export type Lies = {
  /** Over what an honest one would say in its ID token. */
  claims: Record<string, unknown>;
  /** What its configuration calls itself. */
  issuer?: string;
  /** What `userinfo` says, where it is asked. */
  userinfo?: Record<string, unknown>;
  /** The key its token is signed with is not the one it publishes. */
  otherKey?: boolean;
};

/** An issuer that says whatever it is told to, on loopback. It sends every browser straight back. */
export async function lyingProvider(clientId: string) {
  const lies: Lies = { claims: {} };
  const nonces = new Map<string, string>();
  const [keys, others] = [newKeys(), newKeys()];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", issuer);
    const json = (body: unknown) =>
      response.setHeader("content-type", "application/json").end(JSON.stringify(body));
    if (url.pathname === "/.well-known/openid-configuration")
      return json(configuration(lies.issuer ?? issuer, issuer));
    if (url.pathname === "/keys")
      return json({ keys: [{ ...keys.publicKey.export({ format: "jwk" }), kid: "one" }] });
    if (url.pathname === "/userinfo") return json(lies.userinfo ?? {});
    if (url.pathname === "/auth") {
      const code = randomUUID();
      nonces.set(code, url.searchParams.get("nonce") ?? "");
      const back = new URL(url.searchParams.get("redirect_uri") ?? "");
      back.search = new URLSearchParams({ code, state: url.searchParams.get("state") ?? "" }).toString();
      return response.writeHead(302, { location: back.href }).end();
    }
    let body = "";
    request.on("data", (piece: Buffer) => (body += piece.toString()));
    request.on("end", () => {
      const nonce = nonces.get(new URLSearchParams(body).get("code") ?? "");
      const now = Math.floor(Date.now() / 1_000);
      const honest = { iss: issuer, aud: clientId, sub: "liar", iat: now, exp: now + 300, nonce };
      const signed = token({ ...honest, ...lies.claims }, lies.otherKey ? others : keys);
      json({ access_token: "a", token_type: "Bearer", id_token: signed });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
    });
  return { issuer, lies, close };
}

const newKeys = () => generateKeyPairSync("rsa", { modulusLength: 2_048 });

const configuration = (issuer: string, at: string) => ({
  issuer,
  authorization_endpoint: `${at}/auth`,
  token_endpoint: `${at}/token`,
  userinfo_endpoint: `${at}/userinfo`,
  jwks_uri: `${at}/keys`,
  id_token_signing_alg_values_supported: ["RS256"],
});

function token(claims: object, { privateKey }: ReturnType<typeof newKeys>): string {
  const part = (content: object) => Buffer.from(JSON.stringify(content)).toString("base64url");
  const words = `${part({ alg: "RS256", kid: "one" })}.${part(claims)}`;
  return `${words}.${createSign("sha256").update(words).sign(privateKey, "base64url")}`;
}
