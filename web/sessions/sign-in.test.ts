import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { database } from "@/platform/database";
import { log } from "@/platform/log";
import { aMember, anAdmin, CAST_PASSWORD, type Player } from "@/test/cast";
import { anEmptyArticle } from "@/test/discussion";
import { pairOf, serve, type HttpAnswer } from "@/test/serve";

const { ask, url, close } = await serve();
afterAll(close);

const lines: unknown[] = [];
vi.spyOn(log, "info").mockImplementation((line: unknown) => void lines.push(line));
beforeEach(async () => {
  lines.length = 0;
  // All of this comes from one address.
  await database().rateWindow.deleteMany();
});

const signIn = (email: string, password: string, cookie = "") =>
  ask("POST", "/session", cookie, { email, password });

const cookiesOf = (answer: HttpAnswer) => answer.headers.getSetCookie().map(pairOf);
const deviceIn = (answer: HttpAnswer) =>
  cookiesOf(answer).find((pair) => pair.startsWith("moot-device=")) ?? "";

/** As if this address had been guessed at from everywhere: both counts that hold for an account are full. */
async function guessAt(member: Player): Promise<void> {
  for (let tries = 0; tries < 11; tries++) await signIn(member.email, `wrong horse ${tries}`);
  expect((await signIn(member.email, CAST_PASSWORD)).status).toBe(429);
}

// First, for later ones fail so often that not every refusal leaves a line.
test("sign-ins, refusals, roles, posts and exports leave a line each, with ids and without a word of anybody's", async () => {
  const [ada, bo] = [await anAdmin(), await aMember({ name: "Bo" })];
  const { slug } = await anEmptyArticle();
  await signIn(bo.email, "wrong horse");
  const cookie = cookiesOf(await signIn(bo.email, CAST_PASSWORD)).join("; ");
  await ask("GET", "/account/data", cookie);
  await ask("GET", "/account", null);
  await ask("PUT", `/members/${bo.handle}/role`, cookie, { role: "admin" });
  await ask("PUT", `/members/${bo.handle}/role`, ada, { role: "editor" });
  await ask("POST", `/articles/${slug}/moderators`, ada, { handle: bo.handle });
  await ask("DELETE", `/articles/${slug}/moderators/${bo.handle}`, ada);
  await ask("PUT", "/account/password", cookie, { current: CAST_PASSWORD, password: "nine copper lanterns" });
  expect(lines).toMatchObject([
    { event: "sign-in refused", status: 422, account: expect.any(String) as string },
    { event: "signed in", member: bo.id },
    { event: "data exported", member: bo.id },
    { event: "refused", status: 401, route: "get /account" },
    { event: "refused", status: 403, route: "put /members/{handle}/role", member: bo.id },
    { event: "role given", member: ada.id, subject: bo.id, role: "editor" },
    { event: "moderator appointed", member: ada.id, subject: bo.id },
    { event: "moderator dismissed", member: ada.id, subject: bo.id },
    { event: "password changed", member: bo.id },
  ]);
  const all = JSON.stringify(lines);
  for (const word of [bo.email, bo.handle, "wrong horse", CAST_PASSWORD, "lanterns", slug])
    expect(all).not.toContain(word);
});

test("whoever guesses elsewhere locks no browser out that has signed in before", async () => {
  const bo = await aMember({ name: "Bo" });
  const known = deviceIn(await signIn(bo.email, CAST_PASSWORD));
  await guessAt(bo);
  const again = await signIn(bo.email, CAST_PASSWORD, known);
  expect(again.status).toBe(200);
  expect(deviceIn(again)).not.toBe(known);
});

test("a browser that is known may guess no more than others, and only for the accounts it is known to", async () => {
  const [bo, cy] = [await aMember({ name: "Bo" }), await aMember({ name: "Cy" })];
  const known = deviceIn(await signIn(bo.email, CAST_PASSWORD));
  await guessAt(cy);
  expect((await signIn(cy.email, CAST_PASSWORD, known)).status).toBe(429);
  for (let tries = 0; tries < 10; tries++)
    expect((await signIn(bo.email, `wrong horse ${tries}`, known)).status).toBe(422);
  expect((await signIn(bo.email, CAST_PASSWORD, known)).status).toBe(429);
  for (const forged of [`${known}x`, "moot-device=a.b", "moot-device=~~~", `${known}~`.repeat(40)])
    expect((await signIn(cy.email, CAST_PASSWORD, forged)).status, forged).toBe(429);
});

test("people who share a browser are each known to it, and neither address is in its cookie", async () => {
  const [bo, cy] = [await aMember({ name: "Bo" }), await aMember({ name: "Cy" })];
  const first = deviceIn(await signIn(bo.email, CAST_PASSWORD));
  const both = deviceIn(await signIn(cy.email, CAST_PASSWORD, first));
  await guessAt(bo);
  await guessAt(cy);
  expect((await signIn(bo.email, CAST_PASSWORD, both)).status).toBe(200);
  expect((await signIn(cy.email, CAST_PASSWORD, both)).status).toBe(200);
  const decoded = both + Buffer.from(both.slice(both.indexOf("=") + 1), "base64url").toString("latin1");
  for (const { email, handle, id } of [bo, cy])
    for (const word of [email, handle, id]) expect(decoded).not.toContain(word);
});

test("signing out empties the browser of its session and of our pages, and keeps what it is known by", async () => {
  const bo = await aMember({ name: "Bo" });
  const out = await ask("DELETE", "/session", bo);
  expect(out.headers.get("clear-site-data")).toBe('"cache"');
  const cleared = cookiesOf(out);
  expect(cleared).toEqual(
    expect.arrayContaining(["next-auth.session-token=", "moot-redress=", "moot-forms="]),
  );
  expect(cleared.join()).not.toContain("moot-device");
  const form = new URLSearchParams({ _method: "DELETE" });
  const byForm = await ask("POST", "/session", await aMember({ name: "Cy" }), form);
  expect([byForm.status, byForm.headers.get("clear-site-data")]).toEqual([303, '"cache"']);
});

/** A stream that is open now. */
async function aStream(cookie: string, slug: string): Promise<{ end: Promise<void> }> {
  const answer = await fetch(`${url}/articles/${slug}/live`, { headers: { cookie } });
  const reader = answer.body?.getReader();
  const words = new TextDecoder();
  // It says hello once it listens.
  for (let said = ""; !said.includes("hello");) said += words.decode((await reader?.read())?.value);
  const toItsEnd = async () => {
    while (!(await reader?.read())?.done);
  };
  return { end: toItsEnd() };
}

test.each([
  ["signing out", (cookie: string) => ask("DELETE", "/session", cookie)],
  ["signing out everywhere", (cookie: string) => ask("DELETE", "/account/sessions", cookie)],
  [
    "a new password",
    (cookie: string) =>
      ask("PUT", "/account/password", cookie, { current: CAST_PASSWORD, password: "nine copper lanterns" }),
  ],
])("%s ends the streams of the session too", async (_deed, end) => {
  const bo = await aMember({ name: "Bo" });
  const { slug } = await anEmptyArticle();
  const cookie = cookiesOf(await signIn(bo.email, CAST_PASSWORD)).join("; ");
  const stream = await aStream(cookie, slug);
  expect((await end(cookie)).status).toBe(204);
  await stream.end;
});

test("signing in ends the session that the browser had before, whoever's it was, and no other", async () => {
  const [bo, cy] = [await aMember({ name: "Bo" }), await aMember({ name: "Cy" })];
  const isOpen = async (cookie: string) => (await ask("GET", "/account", cookie)).status === 200;
  const elsewhere = cookiesOf(await signIn(bo.email, CAST_PASSWORD)).join("; ");
  const first = cookiesOf(await signIn(bo.email, CAST_PASSWORD)).join("; ");
  await signIn(bo.email, "wrong horse", first);
  expect(await isOpen(first)).toBe(true);
  const second = cookiesOf(await signIn(bo.email, CAST_PASSWORD, first)).join("; ");
  const third = cookiesOf(await signIn(cy.email, CAST_PASSWORD, second)).join("; ");
  expect(await Promise.all([elsewhere, first, second, third].map(isOpen))).toEqual([
    true,
    false,
    false,
    true,
  ]);
});
