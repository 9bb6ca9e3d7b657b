import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/platform/database";
import { aMember, CAST_PASSWORD } from "@/test/cast";
import { anEmptyArticle } from "@/test/discussion";
import { sentTo } from "@/test/mails";
import { pairOf, serve, type HttpAnswer } from "@/test/serve";
import { withSettings } from "@/test/with-settings";

withSettings({ provesAddress: true });

const site = await serve();
const { ask } = site;
beforeAll(async () => {
  await database().rateWindow.deleteMany();
});
afterAll(() => site.close());

const somebody = (email = `${randomUUID()}@example.org`) => ({
  email,
  handle: `gil-${randomUUID().slice(0, 8)}`,
  password: CAST_PASSWORD,
});
const cookiesOf = ({ headers }: HttpAnswer): string => headers.getSetCookie().map(pairOf).join("; ");

test("signing up is answered alike for a known and an unknown address, but for the handle and what is random", async () => {
  const bo = await aMember();
  const answers = [];
  for (const email of [bo.email, undefined]) {
    const gil = somebody(email);
    const { status, text, headers } = await ask("POST", "/members", null, gil);
    const cookies = headers.getSetCookie().map((line) => line.replace(/=[^;]*;/, "=…;"));
    const lengths = headers.getSetCookie().map((line) => line.length);
    const said = text.replaceAll(gil.handle, "gil");
    answers.push({
      status,
      said,
      cookies,
      lengths,
      location: headers.get("location")?.replace(gil.handle, "gil"),
    });
  }
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]).toMatchObject({ status: 201, location: "/members/gil" });
});

test("who claims somebody's address is not taken for a browser that has signed in to their account", async () => {
  const bo = await aMember();
  const joined = await ask("POST", "/members", null, somebody(bo.email));
  expect(joined.status).toBe(201);
  const tries: number[] = [];
  for (let nth = 0; nth < 11; nth++)
    tries.push(
      (await ask("POST", "/session", null, { email: bo.email, password: `wrong horse ${nth}` })).status,
    );
  expect(tries.at(-1)).toBe(429);
  const again = await ask("POST", "/session", cookiesOf(joined), {
    email: bo.email,
    password: "wrong horse",
  });
  expect(again.status).toBe(429);
  await database().rateWindow.deleteMany();
});

test("a plain form leads on to where one was going, once the code is right; a refused one keeps no code", async () => {
  const gil = somebody();
  const joined = await ask("POST", "/members", null, gil);
  const cookies = cookiesOf(joined);
  const { slug } = await anEmptyArticle({ poll: "always" });
  const vote = () => ask("PUT", `/articles/${slug}/poll/vote`, cookies, { option: "approach" });
  expect(await ask("GET", "/me", cookies)).toMatchObject({ body: { member: { unproven: true } } });
  expect(await vote()).toMatchObject({
    status: 403,
    body: { detail: expect.stringContaining("confirm") as string },
  });

  const { code } = await sentTo(gil.email);
  const form = (typed: string) =>
    new URLSearchParams({ code: typed, next: `/articles/${slug}/vote`, _back: "/confirm-address" });
  const wrong = await ask(
    "POST",
    "/account/claim/code",
    cookies,
    form(code === "000000" ? "000001" : "000000"),
  );
  expect([wrong.status, wrong.headers.get("location")]).toEqual([
    303,
    expect.stringMatching(/^\/confirm-address\?kept=/),
  ]);
  const right = await ask(
    "POST",
    "/account/claim/code",
    cookies,
    form(`${code.slice(0, 3)} ${code.slice(3)}`),
  );
  const next = new URLSearchParams({ next: `/articles/${slug}/vote` }).toString();
  expect(right.headers.get("location")).toBe(`/confirm-address?said=confirmed&${next}`);
  expect(await ask("GET", "/me", cookies)).toMatchObject({ body: { member: { unproven: false } } });
  expect((await vote()).status).toBe(200);
});

test("a link to sign in with is asked for alike, and signs in", async () => {
  const bo = await aMember();
  const answers = [];
  for (const email of [bo.email, somebody().email]) {
    const { status, text } = await ask("POST", "/session/mail", null, { email });
    answers.push({ status, text });
  }
  expect(answers[0]).toEqual(answers[1]);
  const { token } = await sentTo(bo.email);
  const back = await ask("POST", "/session/link", null, { token });
  expect(back).toMatchObject({ status: 200, body: { member: { handle: bo.handle } } });
  expect(await ask("GET", "/me", cookiesOf(back))).toMatchObject({ body: { member: { handle: bo.handle } } });
  expect((await ask("POST", "/session/link", null, { token })).status).toBe(422);
});
