import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { database } from "@/platform/database";
import { env } from "@/platform/env";
import { Unacceptable } from "@/platform/refusal";
import { refuseOtherSites } from "@/web/protection/csrf";
import { perMinute } from "@/web/protection/rate-limit";
import { created, done, ok } from "./answer";
import type { Door } from "./make-door";
import { anyone, member } from "./who";
import { openFormFlash } from "./form-flash";
import { BROKEN } from "./problem";
import { refusalPage } from "./refusal-page";
import { sessionCookie } from "@/web/sessions/session-cookie";
import { aMember } from "@/test/cast";
import { pairOf, serve } from "@/test/serve";

let site: Awaited<ReturnType<typeof serve>>;
let written = 0;

function routes(door: Door): void {
  door.get("/things/{id}", {
    who: anyone,
    summary: "",
    output: { 200: z.strictObject({ id: z.uuid() }) },
    run: ({ params }) => ok({ id: params.id }),
  });
  door.post("/things", {
    who: anyone,
    summary: "",
    output: { 201: z.strictObject({ text: z.string(), nth: z.int() }) },
    input: z.strictObject({
      text: z.string({ error: "Please write something." }).min(1),
      n: z.number().optional(),
    }),
    run: async ({ input }) => {
      if (input.text === "bad")
        throw new Unacceptable("That word is not for here.", { text: "That word is not for here." });
      if (input.text === "broken") throw new Error("a bug");
      written++;
      await database().siteSetting.create({ data: { key: `frame-${Math.random()}`, value: input.text } });
      return created({ text: input.text, nth: written }, { location: "/there" });
    },
  });
  door.put("/things", {
    who: anyone,
    summary: "",
    output: { 204: null },
    input: z.strictObject({ on: z.literal("1") }),
    run: () => done(),
  });
  door.post("/browser", {
    who: anyone,
    summary: "",
    output: { 204: null },
    input: z.strictObject({ text: z.string() }),
    ofBrowser: true,
    run: () => done(),
  });
  door.get("/named", {
    who: anyone,
    summary: "",
    output: { 200: z.strictObject({ name: z.string() }) },
    query: z.strictObject({ name: z.string() }),
    run: ({ query }) => ok(query),
  });
  door.get("/mine", {
    who: member,
    summary: "",
    output: { 200: z.string() },
    run: ({ actor }) => ok(actor.handle),
  });
  door.post("/own", {
    who: member,
    summary: "",
    output: { 204: null },
    input: z.strictObject({ text: z.string() }),
    run: () => done(),
  });
  door.post("/seldom", {
    who: anyone,
    summary: "",
    output: { 204: null },
    limit: perMinute(3),
    run: () => done(),
  });
}

beforeAll(async () => {
  site = await serve(routes);
});
afterAll(() => site.close());

const send = (path: string, body: unknown, headers: Record<string, string> = {}, method = "POST") =>
  fetch(site.url + path, {
    method,
    redirect: "manual",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
  });
const form = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  send(path, new URLSearchParams(fields).toString(), {
    "content-type": "application/x-www-form-urlencoded",
    ...headers,
  });
/** What the browser would send back. */
const cookieOf = (answer: Response): string => answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
const problem = async (answer: Response) =>
  (await answer.json()) as { status: number; detail: string; fields?: object };

test("well-formed JSON is answered, and what is not gets a sentence and the right status", async () => {
  expect((await send("/things", { text: "hello" })).status).toBe(201);
  const cases: [unknown, Record<string, string>, number, unknown][] = [
    ["{", {}, 400, "That is not valid JSON."],
    ['{"text":"a","text":"b"}', {}, 400, "A field was sent twice."],
    [{ text: "a", more: 1 }, {}, 422, 'Unknown field: "more".'],
    [{}, {}, 422, "Please write something."],
    [{ text: ["a"] }, {}, 422, "Please write something."],
    [{ text: "a", n: "one" }, {}, 422, '"n" must be a number.'],
    [{ text: "x".repeat(200_000) }, {}, 413, expect.stringContaining("the limit is 192 KiB")],
    ["text=a", { "content-type": "text/plain" }, 415, "Please send JSON, or a form."],
    [new Uint8Array([0x7b, 0xff, 0xfe]), {}, 400, "The text is not valid UTF-8."],
    [{ text: "broken" }, {}, 500, "Something went wrong on our side. The error has been logged."],
  ];
  for (const [body, headers, status, detail] of cases) {
    const answer = await send("/things", body, headers);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(await problem(answer)).toMatchObject({ status, detail });
  }
});

test("a form of our own whose origin is withheld is understood by what no page can forge", async () => {
  const ours: Record<string, string>[] = [
    { "sec-fetch-site": "same-origin" },
    { origin: "null", "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "none" },
    {},
  ];
  for (const headers of ours) expect((await send("/things", { text: "hello" }, headers)).status).toBe(201);
});

test("a form under another of the site's addresses is told which one is set up, and keeps its words", async () => {
  const words = "I have thought about this for a long time & still do.";
  const address = new URL(env.siteUrl).origin;
  const headers = {
    origin: "http://192.168.1.20:3103",
    "sec-fetch-site": "same-origin",
    accept: "text/html",
  };
  const answer = await form("/things", { text: words, _return: "/a" }, headers);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([403, "text/html; charset=utf-8"]);
  const html = await answer.text();
  expect(html).toContain(`address is ${address}`);
  expect(html).toContain("I have thought about this for a long time &amp; still do.");
  expect(html).not.toContain("<form");
  // Browsers say Sec-Fetch-Site only where they trust the address; on a plain one there is the Host.
  const plain = { headers: { origin: headers.origin, host: "192.168.1.20:3103" }, socket: {} };
  expect(() => refuseOtherSites(plain as unknown as IncomingMessage)).toThrow(`address is ${address}`);
});

test("whatever refuses a form, a browser is shown a page", async () => {
  const accept = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
  const cases: [string, Record<string, string>, Record<string, string>, number][] = [
    ["/things", { text: "bad" }, {}, 422],
    ["/things", { text: "x".repeat(200_000), _return: "/a" }, {}, 413],
    ["/things", { text: "hello", _return: "/a" }, { origin: "https://evil.example" }, 403],
    ["/things", { text: "hello" }, { "content-type": "multipart/form-data; boundary=x" }, 400],
    ["/things", { text: "hello" }, { "content-type": "text/plain" }, 415],
    ["/own", { text: "hello" }, {}, 401],
  ];
  for (const [path, fields, headers, status] of cases) {
    const answer = await form(path, fields, { ...accept, ...headers });
    const html = await answer.text();
    expect([path, answer.status, answer.headers.get("content-type")]).toEqual([
      path,
      status,
      "text/html; charset=utf-8",
    ]);
    expect(html).toMatch(/<p role="alert">[A-Z"].+\.<\/p>/);
    const problem = await form(path, fields, headers);
    expect([problem.status, problem.headers.get("content-type")]).toEqual([
      status,
      "application/problem+json; charset=utf-8",
    ]);
  }
});

test("another site's page can do nothing here", async () => {
  const others: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ];
  for (const headers of others) expect((await send("/things", { text: "hello" }, headers)).status).toBe(403);
  // However short, what somebody wrote is on the refusal, to be copied; what a form chose for them is not.
  const filled = new URLSearchParams({ text: "No, never.", parentId: randomUUID() }).toString();
  const page = await send("/things", filled, {
    origin: "null",
    accept: "text/html",
    "content-type": "application/x-www-form-urlencoded",
  });
  expect(page.status).toBe(403);
  expect((await page.text()).match(/<textarea[^>]*>[^<]*/g)).toEqual([
    expect.stringMatching(/readonly.*\nNo, never\.$/s),
  ]);
});

test("a path, a method and an id that are not ours are refused as such", async () => {
  expect((await fetch(`${site.url}/things/not-an-id`)).status).toBe(404);
  const wrong = await fetch(`${site.url}/mine?x=1`);
  expect(wrong.status).toBe(401);
});

test("the same Idempotency-Key writes once, also when both come at once, and answers alike", async () => {
  const before = written;
  const key = { "idempotency-key": `once-${randomUUID()}` };
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send("/things", { text: "once" }, key)));
  const bodies = await Promise.all(answers.map((answer) => answer.text()));
  expect(written).toBe(before + 1);
  expect(new Set(bodies).size).toBe(1);
  expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201]);
  expect((await send("/things", { text: "another" }, key)).status).toBe(422);
});

// rune-org/rune#499, open-mercato/open-mercato#1947, pepyatka/pepyatka-html#453: all tabs have one cookie.
test("what was written on somebody's page is not done as whoever has signed in since", async () => {
  const [bo, cy] = await Promise.all([aMember({ name: "Bo" }), aMember({ name: "Cy" })]);
  const cookie = pairOf(await sessionCookie(cy.sessionToken));
  const words = { text: "Bo's own words." };
  const refused = await send("/own", words, { cookie, "moot-reader": bo.handle });
  expect(refused.status).toBe(409);
  expect((await problem(refused)).detail).toContain(`signed in as @${cy.handle}`);
  expect((await send("/own", words, { cookie, "moot-reader": cy.handle })).status).toBe(204);
  expect((await send("/own", words, { cookie })).status).toBe(204);
  expect((await send("/own", words, { "moot-reader": bo.handle })).status).toBe(401);
  const back = await form("/own", { ...words, _as: bo.handle, _return: "/account" }, { cookie });
  expect(back.headers.get("location")).toMatch(/^\/account\?kept=/);
  const to = async (_as: string) =>
    (await form("/own", { ...words, _as, _return: "/account" }, { cookie })).headers.get("location");
  expect(await to(cy.handle)).toBe("/account");
  // Who has another username since is the same person; and signing out is done to the browser, whoever is signed in there.
  await database().earlierHandle.create({
    data: { handle: `${cy.handle}-x`, memberId: cy.id, leads: false },
  });
  expect(await to(`${cy.handle}-x`)).toBe("/account");
  expect((await send("/browser", words, { cookie, "moot-reader": bo.handle })).status).toBe(204);
});

// jeremydaly/lambda-api#15, civetweb/civetweb#651: a media type has no capitals of its own (RFC 9110, section 8.3.1).
test("a plain form says its method however its type is written", async () => {
  for (const type of [
    "application/x-www-form-urlencoded",
    "Application/X-WWW-Form-URLEncoded; charset=UTF-8",
  ]) {
    const done = await form(
      "/things",
      { _method: "put", on: "1", _return: "/about" },
      { "content-type": type },
    );
    expect([done.status, done.headers.get("location")], type).toEqual([303, "/about"]);
  }
});

test("a refused request leaves its key free to be used again", async () => {
  const key = { "idempotency-key": `refused-${randomUUID()}` };
  expect((await send("/things", { text: "broken" }, key)).status).toBe(500);
  expect((await send("/things", { text: "broken" }, key)).status).toBe(500);
  const answer = await send("/things", { text: "mended" }, key);
  expect(answer.status).toBe(201);
});

test("a plain form is sent on, and its _method is what it means", async () => {
  const answer = await form("/things", { text: "hello", _return: "/articles/x#poll" });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/articles/x#poll"]);
  expect((await form("/things", { text: "hello", _return: "//evil.example" })).headers.get("location")).toBe(
    "/there",
  );
  expect((await form("/things", { on: "1", _method: "put", _return: "/a" })).status).toBe(303);
});

test("a refused plain form goes back with its text, its sentence, and never a password", async () => {
  const text = "bad";
  const answer = await form("/things", { text, password: "secret", _return: "/articles/x/reply?to=1" });
  const there = new URL(answer.headers.get("location") ?? "", "http://x");
  expect(there.pathname).toBe("/articles/x/reply");
  const kept = await openFormFlash(there.searchParams.get("kept") ?? "", cookieOf(answer));
  expect(kept?.fields).toEqual({ text });
  expect(kept?.problem).toContain("password");
});

test("someone signed out keeps what they typed through signing in", async () => {
  const answer = await form("/own", { text: "mine", _return: "/articles/x/reply" });
  const signIn = new URL(answer.headers.get("location") ?? "", "http://x");
  expect(signIn.pathname).toBe("/sign-in");
  const back = new URL(signIn.searchParams.get("next") ?? "", "http://x");
  expect(back.pathname).toBe("/articles/x/reply");
  const id = back.searchParams.get("kept") ?? "";
  expect((await openFormFlash(id, cookieOf(answer)))?.fields).toEqual({ text: "mine" });
});

test("what a form held opens in the browser that sent it, and neither for a link nor for the database", async () => {
  const [mine, theirs] = [
    await form("/things", { text: "bad", option: "complementary", _return: "/a" }),
    await form("/things", { text: "bad", option: "approach", _return: "/a" }),
  ];
  const id = new URL(mine.headers.get("location") ?? "", "http://x").searchParams.get("kept") ?? "";
  expect(await openFormFlash(id, cookieOf(mine))).toMatchObject({ fields: { option: "complementary" } });
  for (const cookies of [
    undefined,
    "",
    cookieOf(theirs),
    "moot-forms=AAAA",
    `x=1; moot-forms=${"A".repeat(43)}`,
  ])
    expect(await openFormFlash(id, cookies), cookies).toBeNull();
  const [row] = await database().$queryRaw<{ words: string }[]>`
    SELECT encode(sealed, 'escape') || k::text AS words FROM kept_form k WHERE id = ${id}::uuid`;
  expect(row?.words).not.toMatch(/complementary|option|word/);
  await database().$executeRaw`UPDATE kept_form SET at = at - interval '61 minutes' WHERE id = ${id}::uuid`;
  expect(await openFormFlash(id, cookieOf(mine))).toBeNull();
});

test("a browser has one key for all its forms", async () => {
  const first = await form("/things", { text: "bad", _return: "/a" });
  const second = await form("/things", { text: "bad", _return: "/b" }, { cookie: cookieOf(first) });
  expect(cookieOf(second)).toBe(cookieOf(first));
  for (const answer of [first, second]) {
    const id = new URL(answer.headers.get("location") ?? "", "http://x").searchParams.get("kept") ?? "";
    expect(await openFormFlash(id, cookieOf(second))).not.toBeNull();
  }
  expect(first.headers.get("set-cookie")).toMatch(
    /^moot-forms=[\w-]{43}; Max-Age=3600; Path=\/; HttpOnly; SameSite=Lax/,
  );
});

test("where nothing can be kept the refusal is a page with the words in it, and no password", async () => {
  const text = "broken";
  const long = `First line <b>\n& "second" line ${"x".repeat(60)}`;
  const broken = await form("/things", { text, _return: "/a" });
  expect([broken.status, broken.headers.get("content-type")]).toEqual([500, "text/html; charset=utf-8"]);
  const page = refusalPage(BROKEN, {
    fields: { text, why: long, password: "secret words", _return: "/a" },
    action: "/api/v1/things",
  });
  const html = await page.text();
  expect(html).toContain(
    `<textarea name="why" rows="12" cols="60">\nFirst line &lt;b&gt;\n&amp; &quot;second&quot; line`,
  );
  expect(html).toContain(`<input type="hidden" name="text" value="broken">`);
  expect(html).toContain(`<input type="hidden" name="_return" value="/a">`);
  expect(html).not.toContain("secret words");
  expect(html).toContain('<form method="post" action="/api/v1/things">');
});

test("after so many requests one has to wait, and is told how long", async () => {
  await database().rateWindow.deleteMany({ where: { key: { startsWith: "post /seldom" } } });
  const answers = [];
  for (let nth = 0; nth < 4; nth++) answers.push(await send("/seldom", {}));
  expect(answers.map((answer) => answer.status)).toEqual([204, 204, 204, 429]);
  expect(Number(answers[3]?.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("a text that the database cannot hold is refused at its field, and a form is freed of it", async () => {
  for (const text of ["a\u0000b", "half a letter: \ud800"]) {
    const response = await send("/things", { text });
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { fields: { text: "This contains a character we cannot store. Please remove it and try again." } },
    ]);
  }
  expect((await fetch(`${site.url}/named?name=a%00b`)).status).toBe(400);
  const refused = await form("/things", { "te\u0000xt": "ba\u0000d", _return: "/page" });
  const back = new URL(refused.headers.get("location") ?? "", "http://moot.invalid");
  const kept = await openFormFlash(back.searchParams.get("kept") ?? "", cookieOf(refused));
  expect(kept?.fields).toEqual({ text: "bad" });
});

test("forms are kept for whoever mistypes, and not for whoever fills the disk", async () => {
  const answers: Response[] = [];
  for (let nth = 0; nth < 70; nth++) answers.push(await form("/things", { text: "bad", _return: "/a" }));
  const statuses = answers.map((answer) => answer.status);
  expect(statuses[0]).toBe(303);
  expect(statuses.at(-1)).toBe(422);
  // Other tests come from the same address.
  await database().rateWindow.deleteMany({ where: { key: { startsWith: "keep a form" } } });
});

test("a field's name from outside is told, not displayed at length", async () => {
  const answer = await send("/things", { text: "a", ["Call this number now ".repeat(20)]: 1 });
  expect((await problem(answer)).detail.length).toBeLessThan(70);
});
