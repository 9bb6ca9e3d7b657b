import { changePage, changeSite } from "@/domain/site/commands";
import { agreedForm } from "@/test/sign-up-form";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { drawnNow } from "@/domain/members/joining/sign-up-form";
import { database } from "@/platform/database";
import { anAdmin, CAST_PASSWORD } from "@/test/cast";
import { SIGN_UPS } from "./members";
import { pairOf, serve, type HttpAnswer } from "@/test/serve";

vi.hoisted(() => {
  process.env.MOOT_PROVE_ADDRESS = "1";
  process.env.MOOT_TRUSTED_PROXIES = "127.0.0.1";
});

const site = await serve();
const { ask } = site;
beforeAll(async () => {
  await database().rateWindow.deleteMany();
});
afterAll(() => site.close());

const somebody = () => ({
  email: `${randomUUID()}@example.org`,
  handle: `gil-${randomUUID().slice(0, 8)}`,
  password: CAST_PASSWORD,
});

/** The form as the page has it, seen through and sent by a person. */
const filledIn = async (more: Record<string, string> = {}): Promise<Record<string, string>> => ({
  ...somebody(),
  _return: "/sign-up",
  ...(await agreedForm()),
  ...more,
});
const send = (form: Record<string, string>): Promise<HttpAnswer> =>
  ask("POST", "/members", null, new URLSearchParams(form));
const isKept = ({ headers }: HttpAnswer) => headers.get("location")?.startsWith("/sign-up?kept=") ?? false;

test("a form is taken with the rules it shows, and their version is kept; one of a machine comes back in words", async () => {
  const form = await filledIn();
  const joined = await send(form);
  expect([joined.status, joined.headers.get("location")]).toEqual([303, "/sign-up"]);
  const member = await database().member.findUniqueOrThrow({ where: { handle: form.handle } });
  expect([member.rulesVersion, member.termsVersion, member.privacyVersion]).toEqual([1, 0, 0]);
  const wrong: [name: string, value: string][] = [
    ["drawn", drawnNow()],
    ["homepage", "x"],
    ["rules", "999"],
    ["rules", ""],
    ["agreed", ""],
    ["terms", "1"],
    ["privacy", "1"],
    ["age", "13"],
    ["age", ""],
  ];
  for (const [name, value] of wrong)
    expect([name, isKept(await send(await filledIn({ [name]: value })))]).toEqual([name, true]);
  for (const tick of ["agreed", "ofAge"]) {
    const { [tick]: _tick, ...unticked } = await filledIn();
    expect([tick, isKept(await send(unticked))]).toEqual([tick, true]);
  }
});

test("terms, privacy page and minimum age are agreed to as they are now: a form from before is shown again, and what was agreed to is kept", async () => {
  const max = await anAdmin();
  const before = await filledIn();
  await changePage("terms", { version: 0, source: "Be kind." }, max);
  await changePage("privacy", { version: 0, source: "We keep little." }, max);
  await changePage("privacy", { version: 1, source: "We keep even less." }, max);
  await changeSite({ version: 0, minimumAge: 0 }, max);
  expect(isKept(await send(before))).toBe(true);
  const { ofAge: _ofAge, ...form } = await filledIn();
  expect((await send(form)).headers.get("location")).toBe("/sign-up");
  const member = await database().member.findUniqueOrThrow({ where: { handle: form.handle } });
  expect([member.termsVersion, member.privacyVersion]).toEqual([1, 2]);
  await changeSite({ version: 1, minimumAge: 16 }, max);
});

test("an account by domain proves an address of that domain, and no other", async () => {
  const max = await anAdmin();
  const cookie = async () => {
    const { headers } = await ask("POST", "/session", null, { email: max.email, password: CAST_PASSWORD });
    return headers.getSetCookie().map(pairOf).join("; ");
  };
  const admin = await cookie();
  expect((await ask("PUT", "/joining", admin, { way: "domains", domains: ["example.org"] })).status).toBe(
    200,
  );
  expect((await ask("GET", "/joining", null)).body).toEqual({ way: "domains", domains: ["example.org"] });
  const joined = await send(await filledIn());
  const gil = joined.headers.getSetCookie().map(pairOf).join("; ");
  const again = (email: string) => ask("POST", "/account/claim", gil, { email });
  expect((await again(`${randomUUID()}@elsewhere.example`)).status).toBe(422);
  expect((await again(`${randomUUID()}@example.org`)).status).toBe(204);
  await ask("PUT", "/joining", admin, { way: "open" });
});

test("one network signs up thirty times an hour, and as many networks as there are once each", async () => {
  const from = (address: string, body: object) =>
    ask("POST", "/members", null, body, { "x-forwarded-for": address });
  // Refused for their passwords: a try counts, whatever becomes of it.
  const poor = () => ({ ...somebody(), password: "short" });
  for (let nth = 0; nth < SIGN_UPS; nth++)
    expect((await from(`2001:db8:1:2::${nth + 1}`, poor())).status).toBe(422);
  const late = await from("2001:db8:1:2::ffff", somebody());
  expect([late.status, Number(late.headers.get("retry-after")) > 0]).toEqual([429, true]);
  for (let nth = 0; nth < 2 * SIGN_UPS; nth++)
    expect((await from(`198.51.100.${nth + 1}`, poor())).status).toBe(422);
  expect((await from("203.0.113.7", somebody())).status).toBe(201);
});
