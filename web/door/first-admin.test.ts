import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { becomeFirstAdmin, offerFirstAdmin, opensFirstAdmin } from "@/domain/members/first-admin";
import { wantsFirstAdmin } from "@/domain/members/policy";
import { addMember } from "@/domain/members/sign-up";
import { currentSite } from "@/domain/site/queries";
import { database } from "@/platform/database";
import { log } from "@/platform/log";
import { CAST_PASSWORD } from "@/test/cast";
import { asOwner } from "@/test/voters";
import { pairOf, serve } from "@/test/serve";

/** The sample of a demo has admins of its own. */
vi.hoisted(() => {
  process.env.MOOT_DEMO = "0";
});

const site = await serve();
const { ask } = site;
afterAll(() => site.close());

/** A site that nobody has taken over. */
beforeEach(async () => {
  await asOwner("TRUNCATE member, session, site_version, first_admin_token, rate_window CASCADE");
});

const PAGE = { accept: "text/html" };
const HERE = "/first-admin?token=";
const tokenOf = (address: string | null): string => new URL(address ?? "").searchParams.get("token") ?? "";
const anAddress = async () => tokenOf(await offerFirstAdmin());
const ada = (token: string, more: Record<string, string> = {}) => ({
  token,
  email: "ada@example.org",
  handle: "ada",
  name: "Ada",
  password: CAST_PASSWORD,
  site: "The Tea Room",
  ...more,
});
const asForm = (fields: Record<string, string>) =>
  new URLSearchParams({ ...fields, _return: "/moderation/site", _back: HERE + (fields.token ?? "") });
const admins = () => database().member.findMany({ where: { role: "admin" }, select: { handle: true } });

test("whoever holds the link becomes admin by a plain form, is signed in, has named the site, and comes to its settings", async () => {
  const token = await anAddress();
  const lines = vi.spyOn(log, "info");
  const done = await ask("POST", "/first-admin", null, asForm(ada(token)), PAGE);
  expect([done.status, done.headers.get("location")]).toEqual([303, "/moderation/site"]);
  const cookies = done.headers.getSetCookie().map(pairOf).join("; ");
  expect((await ask("GET", "/me", cookies)).body).toMatchObject({ member: { handle: "ada", role: "admin" } });
  expect((await ask("GET", "/status", cookies)).status).toBe(200);
  expect(await currentSite()).toMatchObject({ name: "The Tea Room", version: 1 });
  const told = JSON.stringify(lines.mock.calls);
  expect(told).toContain('"first admin"');
  for (const secret of [token, "ada@example.org", CAST_PASSWORD]) expect(told).not.toContain(secret);
});

test("a link that was used, one that a newer one ended, and one that never was are told alike, and change nothing", async () => {
  const ended = await anAddress();
  const used = await anAddress();
  const before = await ask("POST", "/first-admin", null, ada(ended));
  await becomeFirstAdmin(ada(used));
  const after = [used, ended, "q".repeat(43)].map((token) =>
    // Taken address and username: without a good link nobody learns so.
    ask("POST", "/first-admin", null, ada(token, { site: "Mine" })),
  );
  for (const { status, body } of [before, ...(await Promise.all(after))]) {
    expect(status).toBe(422);
    expect(body).toMatchObject({ detail: expect.stringMatching(/^This link is not valid/) as string });
    expect(body).not.toHaveProperty("fields.email");
  }
  expect(await admins()).toEqual([{ handle: "ada" }]);
  expect((await currentSite()).name).toBe("The Tea Room");
});

test("of twelve at once with one link, one becomes admin", async () => {
  const token = await anAddress();
  const tries = Array.from({ length: 12 }, (_, nth) =>
    becomeFirstAdmin(ada(token, { handle: `ada-${nth}`, email: `ada-${nth}@example.org` })),
  );
  const outcomes = await Promise.allSettled(tries);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await admins()).toHaveLength(1);
  expect(await database().member.count()).toBe(1);
});

test("an admin made otherwise ends the link, and no start prints another", async () => {
  const token = await anAddress();
  expect(await opensFirstAdmin(token)).toBe(true);
  await addMember({ email: "max@example.org", handle: "max", password: CAST_PASSWORD, role: "admin" });
  expect(await opensFirstAdmin(token)).toBe(false);
  await expect(becomeFirstAdmin(ada(token))).rejects.toThrow("This link is not valid");
  expect(await offerFirstAdmin()).toBeNull();
  expect(await database().firstAdminToken.count()).toBe(0);
});

test("what is wrong with the form is told by field as at sign-up, and the link stays good", async () => {
  const token = await anAddress();
  await addMember({ email: "bo@example.org", handle: "bo", password: CAST_PASSWORD, role: "reader" });
  const wrong = { email: "ada@", handle: "admin", password: "password", site: "" };
  const told = await ask("POST", "/first-admin", null, ada(token, wrong));
  expect(told.status).toBe(422);
  const { fields } = told.body as { fields: Record<string, string> };
  expect(Object.keys(fields).sort()).toEqual(["email", "handle", "password", "site"]);
  const taken = await ask(
    "POST",
    "/first-admin",
    null,
    ada(token, { handle: "bo", email: "bo@example.org" }),
  );
  expect(taken.body).toMatchObject({ fields: { handle: expect.any(String) as string } });
  expect(await opensFirstAdmin(token)).toBe(true);
  const back = await ask("POST", "/first-admin", null, asForm(ada(token, { handle: "bo" })), PAGE);
  expect(back.headers.get("location")).toMatch(/^\/first-admin\?token=.*kept=/);
  expect((await currentSite()).version).toBe(0);
});

test("a demo needs no admin, and the sample's admins are none of a site's own", async () => {
  expect(wantsFirstAdmin({ admins: 0, demo: true })).toBe(false);
  const max = { email: "max@example.org", handle: "max", password: CAST_PASSWORD };
  await addMember({ ...max, role: "admin", sample: true });
  expect(await opensFirstAdmin(await anAddress())).toBe(true);
});

test("only a hash of the link is kept", async () => {
  const token = await anAddress();
  const [row] = await database().$queryRaw<
    { all: string }[]
  >`SELECT first_admin_token::text AS all FROM first_admin_token`;
  expect(row?.all).not.toContain(token);
  expect(row?.all).not.toContain(Buffer.from(token).toString("hex"));
});
