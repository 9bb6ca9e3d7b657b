import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, expect, test } from "vitest";
import { authOptions, jwt } from "@/web/sessions/auth-options";
import { outsiderIn } from "./claims";
import { github } from "./github";
import { GITHUB } from "@/platform/provider-settings";
import { sendToProvider, takeFromProvider } from "./next-auth";
import type { Outsider } from "@/domain/members/providers/outside";

/** What GitHub's documents say it answers, on loopback. */
const said = { emails: [] as object[], verifier: "" };
const server = createServer((request, response) => {
  const json = (body: object) =>
    response.setHeader("content-type", "application/json").end(JSON.stringify(body));
  if (request.url === "/user" || request.url === "/user/emails") {
    if (request.headers.authorization !== "Bearer a-token") return response.writeHead(401).end();
    return json(request.url === "/user" ? { id: 7, login: "gil", name: null } : said.emails);
  }
  void text(request).then((body) => {
    said.verifier = new URLSearchParams(body).get("code_verifier") ?? "";
    json({ access_token: "a-token", token_type: "bearer", scope: "read:user,user:email" });
  });
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => server.close());

const provider = {
  id: "oidc",
  issuer: GITHUB,
  clientId: "moot",
  clientSecret: "secret",
  name: "GitHub",
  secondStep: [],
};

/** There and back; whom it names. */
async function whoComes(): Promise<Outsider | null> {
  let found: Outsider | null = null;
  const signIn = ({ profile }: { profile?: unknown }) => ((found = outsiderIn(profile, [])), "/");
  const options = {
    ...authOptions,
    providers: [github(provider, { web: at, api: at })],
    callbacks: { jwt, signIn },
  };
  const sent = await sendToProvider("oidc", "/", options);
  const there = new URL(sent.location);
  expect([there.origin + there.pathname, there.searchParams.get("scope")]).toEqual([
    `${at}/login/oauth/authorize`,
    "read:user user:email",
  ]);
  const cookies = Object.fromEntries(
    sent.cookies.map((line) => line.split(";")[0] ?? "").map((pair) => pair.split(/=(.*)/s).slice(0, 2)),
  ) as Record<string, string>;
  const state = there.searchParams.get("state") ?? "";
  await takeFromProvider("oidc", { code: "x", state }, cookies, options);
  return found;
}

test("GitHub's account is known by its number, and has an address where GitHub says the primary one is confirmed", async () => {
  said.emails = [
    { email: "other@example.org", primary: false, verified: true },
    { email: "Gil@Example.org", primary: true, verified: true },
  ];
  expect(await whoComes()).toEqual({
    issuer: GITHUB,
    subject: "7",
    email: "gil@example.org",
    name: "gil",
    multiFactor: false,
  });
  expect(said.verifier).toMatch(/^[\w-]{43,}$/);
  said.emails = [{ email: "gil@example.org", primary: true, verified: false }];
  expect(await whoComes()).toMatchObject({ subject: "7", email: null });
  said.emails = [];
  expect(await whoComes()).toMatchObject({ subject: "7", email: null });
});
