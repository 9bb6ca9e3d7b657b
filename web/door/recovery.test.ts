import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/platform/database";
import { aMember } from "@/test/cast";
import { mailsTo, sentTo } from "@/test/mails";
import { pairOf, serve, type HttpAnswer } from "@/test/serve";

const site = await serve();
const { ask } = site;
beforeAll(async () => {
  await database().rateWindow.deleteMany();
});
afterAll(() => site.close());

const FRESH = "four grey herons";
const cookieOf = (answer: HttpAnswer, name: string): string =>
  pairOf(answer.headers.getSetCookie().find((line) => line.startsWith(`${name}=`)) ?? "");

test("asking is answered alike for a known and an unknown address, but for what is random", async () => {
  const bo = await aMember();
  const answers = [];
  for (const email of [bo.email, `${randomUUID()}@example.org`]) {
    const { status, text, headers } = await ask("POST", "/recovery", null, { email });
    const cookies = headers
      .getSetCookie()
      .map((line) => line.replace(/=[\w-]{43};/, "=…;").replace(/=\d+-[0-9a-f]{8};/, "=…;"));
    answers.push({ status, text, cookies });
  }
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]).toMatchObject({ status: 204, text: "" });
});

test("a plain form goes by the page that waits for the code, and ends signed in at the account", async () => {
  const bo = await aMember();
  const asked = await ask(
    "POST",
    "/recovery",
    null,
    new URLSearchParams({ email: bo.email, _back: "/forgotten-password" }),
  );
  expect(asked.headers.get("location")).toBe("/forgotten-password?asked=1");
  const { code } = await sentTo(bo.email);
  const form = new URLSearchParams({
    code: ` ${code.slice(0, 3)} ${code.slice(3)}`,
    password: FRESH,
    _return: "/account?said=password",
  });
  const done = await ask("POST", "/recovery/code", cookieOf(asked, "moot-asked"), form);
  expect([done.status, done.headers.get("location")]).toEqual([303, "/account?said=password"]);
  const me = await ask("GET", "/me", cookieOf(done, "next-auth.session-token"));
  expect(me.body).toMatchObject({ member: { handle: bo.handle } });
});

test("what is refused keeps neither link nor code nor password", async () => {
  const form = new URLSearchParams({
    token: "q".repeat(43),
    password: FRESH,
    _back: "/new-password?token=x",
  });
  const refused = await ask("POST", "/recovery/password", null, form);
  expect(refused.status).toBe(303);
  expect(refused.headers.get("location")).toMatch(/^\/new-password\?token=x&kept=/);
});

test("an address that only looks like one is refused at its field, and nothing is sent anywhere", async () => {
  const before = await database().mail.count();
  for (const email of [
    "a@b.test\r\nBcc: evil@example.test",
    "a@b.test,c@d.test",
    "<a@b.test>",
    "a b@example.org",
    "",
  ]) {
    const { status, body } = await ask("POST", "/recovery", null, { email });
    expect([email, status]).toEqual([email, 422]);
    expect(body).toMatchObject({ fields: { email: expect.any(String) as string } });
  }
  expect(await database().mail.count()).toBe(before);
});

test("both spellings of a domain are one address", async () => {
  const handle = `gil-${randomUUID().slice(0, 8)}`;
  const email = `${handle}@büro.example`;
  const joined = await ask("POST", "/members", null, { email, handle, password: "seven brass kettles" });
  expect(joined.status).toBe(201);
  await ask("POST", "/recovery", null, { email: email.toUpperCase() });
  expect(await mailsTo(`${handle}@xn--bro-hoa.example`)).toMatchObject([{ kind: "password-forgotten" }]);
});

test("a session that is somebody else's, and one that is no id, are not there", async () => {
  const [bo, cy] = [await aMember(), await aMember()];
  const { body } = await ask("GET", "/account/sessions", cy);
  const [theirs] = (body as { sessions: { id: string }[] }).sessions;
  for (const id of [theirs?.id, randomUUID(), "others"])
    expect((await ask("DELETE", `/account/sessions/${id ?? ""}`, bo)).status).toBe(404);
  expect((await ask("GET", "/account", cy)).status).toBe(200);
});
