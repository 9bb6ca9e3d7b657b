import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { drawnNow } from "@/domain/members/joining/sign-up-form";
import { currentRules } from "@/domain/moderation/rules/queries";
import { database } from "@/platform/database";
import { anAdmin, CAST_PASSWORD } from "@/test/cast";
import { pairOf, serve, type HttpAnswer } from "@/test/serve";

vi.hoisted(() => {
  process.env.MOOT_PROVE_ADDRESS = "1";
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
const filledIn = async (more: Record<string, string> = {}) => ({
  ...somebody(),
  _return: "/sign-up",
  drawn: drawnNow(Date.now() - 10_000),
  homepage: "",
  rules: String((await currentRules()).version),
  agreed: "on",
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
  expect(member.rulesVersion).toBe(Number(form.rules));
  const wrong: [name: string, value: string][] = [
    ["drawn", drawnNow()],
    ["homepage", "x"],
    ["rules", "999"],
    ["rules", ""],
    ["agreed", ""],
  ];
  for (const [name, value] of wrong)
    expect([name, isKept(await send(await filledIn({ [name]: value })))]).toEqual([name, true]);
  const { agreed: _agreed, ...unagreed } = await filledIn();
  expect(isKept(await send(unagreed))).toBe(true);
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
