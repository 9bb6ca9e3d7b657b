import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { agreedForm } from "@/test/sign-up-form";
import { joinProvider, leaveProvider } from "@/domain/members/providers/joined";
import { database } from "@/platform/database";
import { env } from "@/platform/env";
import { asClient } from "@/platform/client";
import { clientOf } from "@/web/protection/client-ip";
import { aMember, aModerator, anUnprovenMember, CAST_PASSWORD } from "@/test/cast";
import { mailsTo } from "@/test/mails";
import { OutsideBrowser } from "@/test/outside-browser";
import { doorListener, openDoor } from "@/web/door";
import { answerProvider, providerStep } from "./answer";

/** Two issuers: one that is real, and one that says what it is told to. */
const { real, liar } = await vi.hoisted(async () => {
  const [{ outsideProvider }, { lyingProvider }] = await Promise.all([
    import("@/test/outside-provider"),
    import("@/test/lying-provider"),
  ]);
  const [honest, lying] = await Promise.all([
    outsideProvider("http://localhost:3000"),
    lyingProvider("moot"),
  ]);
  Object.assign(process.env, {
    MOOT_PROVE_ADDRESS: "1",
    MOOT_OIDC_ISSUER: honest.issuer,
    MOOT_OIDC_CLIENT_ID: honest.clientId,
    MOOT_OIDC_CLIENT_SECRET: honest.clientSecret,
    MOOT_OIDC_NAME: "Elsewhere",
    MOOT_OIDC_2_ISSUER: lying.issuer,
    MOOT_OIDC_2_CLIENT_ID: "moot",
    MOOT_OIDC_2_CLIENT_SECRET: "another secret",
    MOOT_OIDC_2_SECOND_STEP: "mfa, urn:example:gold",
  });
  return { real: honest, liar: lying };
});

const door = doorListener(openDoor());
const server = createServer((request, response) => {
  const step = providerStep((request.url ?? "").split("?", 1)[0] ?? "");
  if (!step) return void door(request, response);
  void asClient(clientOf(request), () => answerProvider(request, response, step)).catch(
    (problem: unknown) => {
      const status = problem instanceof Error && "status" in problem ? Number(problem.status) : 500;
      response.writeHead(status).end();
    },
  );
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser = () => new OutsideBrowser(at, env.siteUrl);

beforeEach(() => database().rateWindow.deleteMany());
afterEach(() => {
  liar.lies.claims = {};
  Reflect.deleteProperty(liar.lies, "issuer");
  Reflect.deleteProperty(liar.lies, "userinfo");
  Reflect.deleteProperty(liar.lies, "otherKey");
});
afterAll(async () => {
  await Promise.all([real.close(), liar.close()]);
  server.close();
  server.closeAllConnections();
});

const START = "/api/auth/signin/oidc";
const LIAR = "/api/auth/signin/oidc-2";

/** Somebody with an account at the real provider. */
function outsider(more: { email?: string; email_verified?: boolean } = {}): { login: string; email: string } {
  const login = `gil-${randomUUID().slice(0, 8)}`;
  const email = more.email ?? `${login}@example.org`;
  real.people.set(login, { email, email_verified: true, name: "Gil Elsewhere", ...more });
  return { login, email };
}

async function whoIs(there: OutsideBrowser): Promise<string | null> {
  const { text } = await there.ask("/api/v1/me");
  const me = JSON.parse(text) as { member: { handle: string } | null };
  return me.member?.handle ?? null;
}

/** The form that is left to fill in. */
const finished = async (there: OutsideBrowser, handle: string) =>
  there.ask("/api/v1/members/by-provider", {
    body: new URLSearchParams({
      handle,
      ...(await agreedForm()),
      _back: "/sign-up/finish",
    }),
  });

async function signedInAs(email: string): Promise<OutsideBrowser> {
  const there = browser();
  await there.ask("/api/v1/session", { body: new URLSearchParams({ email, password: CAST_PASSWORD }) });
  return there;
}

describe("with a real provider", () => {
  test("somebody new comes by it, chooses a name, and is signed in by it from then on, where they wanted to go", async () => {
    const { login, email } = outsider();
    const first = browser();
    expect(await first.signIn(`${START}?next=%2Finbox`, login)).toBe("/sign-up/finish");
    expect(await whoIs(first)).toBeNull();
    expect((await finished(first, login)).location).toBe(`${env.siteUrl}/inbox`);
    expect(await whoIs(first)).toBe(login);
    const member = await database().member.findUniqueOrThrow({ where: { handle: login } });
    expect(member).toMatchObject({ email, passwordHash: null, rulesVersion: expect.any(Number) as number });
    expect(member.provenAt).not.toBeNull();
    // What they come with is used up.
    expect((await finished(first.copy(), `${login}-2`)).location).toMatch(/kept=|sign-up/);
    const later = browser();
    expect(await later.signIn(`${START}?next=%2Finbox`, login)).toBe("/inbox");
    expect(await whoIs(later)).toBe(login);
  });

  test("whoever has signed in otherwise meanwhile leaves that session", async () => {
    const [bo, cy] = [await aMember({ name: "Bo" }), await aMember({ name: "Cy" })];
    const there = browser();
    const back = await there.comeBackWith(START, outsider({ email: bo.email }).login);
    await there.ask("/api/v1/session", {
      body: new URLSearchParams({ email: cy.email, password: CAST_PASSWORD }),
    });
    const before = there.copy();
    expect(await whoIs(before)).toBe(cy.handle);
    await there.arrive(back);
    expect(await whoIs(there)).toBe(bo.handle);
    expect(await whoIs(before)).toBeNull();
  });

  test("an address that both sides have proven joins the accounts, and its holder is told", async () => {
    const bo = await aMember({ name: "Bo" });
    const { login } = outsider({ email: bo.email });
    const there = browser();
    expect(await there.signIn(START, login)).toBe("/");
    expect(await whoIs(there)).toBe(bo.handle);
    expect((await mailsTo(bo.email))[0]?.subject).toContain("Elsewhere");
  });

  test("an address the provider does not vouch for opens and joins nothing", async () => {
    const bo = await aMember({ name: "Bo" });
    for (const more of [{ email: bo.email, email_verified: false }, { email_verified: false }]) {
      const there = browser();
      expect(await there.signIn(START, outsider(more).login)).toBe("/sign-in?error=unproven");
      expect(await whoIs(there)).toBeNull();
    }
  });

  test("of two who have one address there the first has the account; the second learns how, and no more", async () => {
    const [one, other] = [outsider(), outsider()];
    real.people.set(other.login, { email: one.email, email_verified: true });
    const [first, second] = [browser(), browser()];
    expect(await first.signIn(START, one.login)).toBe("/sign-up/finish");
    expect(await second.signIn(START, other.login)).toBe("/sign-up/finish");
    await finished(first, one.login);
    expect((await finished(second, other.login)).location).toContain("/sign-up/finish?kept=");
    expect([await whoIs(first), await whoIs(second)]).toEqual([one.login, null]);
    expect(await browser().signIn(START, other.login)).toBe("/sign-in?error=taken");
  });

  test("whoever is joined is who they are, whatever address the provider names since; it opens nobody else's account", async () => {
    const [bo, cy] = [await aMember({ name: "Bo" }), await aMember({ name: "Cy" })];
    const { login } = outsider({ email: bo.email });
    await browser().signIn(START, login);
    real.people.set(login, { email: cy.email, email_verified: true });
    const there = browser();
    expect(await there.signIn(START, login)).toBe("/");
    expect(await whoIs(there)).toBe(bo.handle);
  });

  test("an address alone opens no account of staff, and none whose own address is not proven", async () => {
    const [ada, gil] = [await aModerator(), await anUnprovenMember()];
    expect(await browser().signIn(START, outsider({ email: ada.email }).login)).toBe("/sign-in?error=taken");
    // An address that is only claimed is nobody's: whoever proves it first has it.
    expect(await browser().signIn(START, outsider({ email: gil.email }).login)).toBe("/sign-up/finish");
  });

  test("where an app makes codes, one is asked for after the provider as well", async () => {
    const bo = await aMember({ name: "Bo" });
    const { login } = outsider({ email: bo.email });
    await browser().signIn(START, login);
    await database().totp.create({
      data: { memberId: bo.id, sealedSecret: "sealed", confirmedAt: new Date() },
    });
    const there = browser();
    expect(await there.signIn(`${START}?next=%2Finbox`, login)).toBe("/second-factor?next=%2Finbox");
    expect(await whoIs(there)).toBeNull();
    expect(there.cookies()).toContain("moot-half-way=");
  });

  test("what a provider says of a second step counts where the settings name it, for whoever is connected, and nowhere else", async () => {
    const member = await aMember();
    const sub = randomUUID();
    const there = await signedInAs(member.email);
    liar.lies.claims = { sub };
    liar.lies.userinfo = { sub };
    expect(await there.signIn(`${LIAR}?join=1`, "")).toBe("/account?said=connected");
    const multiFactor = async (claims: object, way = LIAR): Promise<boolean> => {
      liar.lies.claims = { sub, ...claims };
      liar.lies.userinfo = { sub, amr: ["mfa"], acr: "urn:example:gold" };
      await database().session.deleteMany({ where: { memberId: member.id } });
      expect(await browser().signIn(way, "")).toBe("/");
      const [session] = await database().session.findMany({ where: { memberId: member.id } });
      return session?.multiFactor ?? false;
    };
    expect(await multiFactor({ amr: ["pwd", "mfa"] })).toBe(true);
    expect(await multiFactor({ acr: "urn:example:gold" })).toBe(true);
    // Userinfo is asked all the same, and is not the token.
    for (const claims of [{}, { amr: ["pwd", "otp"] }, { amr: "mfa" }, { acr: "1" }, { acr: "" }])
      expect(await multiFactor(claims)).toBe(false);
    const silent = outsider({ email: (await aMember()).email });
    expect(await browser().signIn(START, silent.login)).toBe("/");
  });

  test("a banned member comes to the decisions about them", async () => {
    const bo = await aMember({ name: "Bo" });
    const { login } = outsider({ email: bo.email });
    await browser().signIn(START, login);
    await database().sanction.create({
      data: { memberId: bo.id, kind: "ban", reason: "So.", decisionId: bo.id },
    });
    const there = browser();
    expect(await there.signIn(START, login)).toBe("/account/decisions");
    expect(await whoIs(there)).toBeNull();
  });
});

describe("joining while signed in", () => {
  test("needs no address in common, for staff too; one account there is joined to one here", async () => {
    const [ada, bo] = [await aModerator(), await aMember({ name: "Bo" })];
    const { login } = outsider({ email_verified: false });
    const there = await signedInAs(ada.email);
    expect(await there.signIn(`${START}?join=1`, login)).toBe("/account?said=connected");
    expect(await (await signedInAs(bo.email)).signIn(`${START}?join=1`, login)).toBe("/account?said=taken");
    expect(await there.signIn(`${START}?join=1`, outsider().login)).toMatch("/account?said=");
    const later = browser();
    await later.signIn(START, login);
    expect(await whoIs(later)).toBe(ada.handle);
  });

  test("is for whoever began it: not for another member who has signed in meanwhile, nor for a stranger's answer", async () => {
    const [bo, cy] = [await aMember({ name: "Bo" }), await aMember({ name: "Cy" })];
    const there = await signedInAs(bo.email);
    const back = await there.comeBackWith(`${START}?join=1`, outsider().login);
    await there.ask("/api/v1/session", {
      body: new URLSearchParams({ email: cy.email, password: CAST_PASSWORD }),
    });
    expect(await there.arrive(back)).toBe("/account?said=not-connected");
    const victim = await signedInAs(cy.email);
    const strangers = await browser().comeBackWith(START, outsider().login);
    expect(await victim.arrive(strangers)).toBe("/sign-in?error=provider");
    expect(await database().outsideAccount.count({ where: { memberId: { in: [bo.id, cy.id] } } })).toBe(0);
  });

  test("a link on another site's page begins nothing; signed out nobody joins", async () => {
    const bo = await signedInAs((await aMember({ name: "Bo" })).email);
    for (const address of [START, `${START}?join=1`])
      expect((await bo.ask(address, { site: "cross-site" })).status).toBe(403);
    expect((await browser().ask(`${START}?join=1`)).location).toBe(`${env.siteUrl}/sign-in?next=%2Faccount`);
  });

  test("asks first whoever signed in long ago to show that it is them, on the way there and on the way back", async () => {
    const bo = await aMember({ name: "Bo" });
    const there = await signedInAs(bo.email);
    const back = await there.comeBackWith(`${START}?join=1`, outsider().login);
    await database().session.updateMany({
      where: { memberId: bo.id },
      data: { authenticatedAt: new Date(Date.now() - 3_600_000) },
    });
    expect((await there.ask(`${START}?join=1`)).location).toBe(
      `${env.siteUrl}/confirm-identity?next=%2Faccount`,
    );
    expect(await there.arrive(back)).toBe("/account?said=not-connected");
    expect(await database().outsideAccount.count({ where: { memberId: bo.id } })).toBe(0);
  });

  test("what is joined can go, but not the last way in; of two that go at once one stays", async () => {
    const { login } = outsider();
    const there = browser();
    await there.signIn(START, login);
    await finished(there, login);
    const gil = await database().member.findUniqueOrThrow({ where: { handle: login } });
    const viewer = { ...(await aMember()), id: gil.id, handle: gil.handle };
    await joinProvider({ issuer: liar.issuer, subject: randomUUID(), email: null, name: "" }, viewer);
    // Without an address there is no link either.
    await database().member.update({ where: { id: gil.id }, data: { email: null } });
    const joined = await database().outsideAccount.findMany({ where: { memberId: gil.id } });
    const gone = await Promise.allSettled(joined.map(({ id }) => leaveProvider(id, viewer)));
    expect(gone.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [last] = await database().outsideAccount.findMany({ where: { memberId: gil.id } });
    await expect(leaveProvider(last?.id ?? "", viewer)).rejects.toThrow("only way");
    await database().member.update({ where: { id: gil.id }, data: { email: gil.email } });
    await leaveProvider(last?.id ?? "", viewer);
  });

  test("whoever came by a provider sets a password just after signing in, and has one way more", async () => {
    const { login, email } = outsider();
    const there = browser();
    await there.signIn(START, login);
    await finished(there, login);
    const set = (password: string) =>
      there.ask("/api/v1/account/password", { body: new URLSearchParams({ password, _return: "/account" }) });
    await database().session.updateMany({
      where: { member: { handle: login } },
      data: { authenticatedAt: new Date(Date.now() - 3_600_000) },
    });
    expect((await set("nine copper lids")).location).toContain("/confirm-identity?next=");
    await there.ask("/api/v1/session", { body: new URLSearchParams({ _method: "DELETE" }) });
    await there.signIn(START, login);
    expect((await set("nine copper lids")).location).toBe(`${env.siteUrl}/account`);
    expect((await set("ten copper lids")).location).toContain("kept=");
    const by = browser();
    await by.ask("/api/v1/session", { body: new URLSearchParams({ email, password: "nine copper lids" }) });
    expect(await whoIs(by)).toBe(login);
  });

  test("whoever has no password deletes their account all the same, signed in by the provider just before", async () => {
    const { login } = outsider();
    const there = browser();
    await there.signIn(START, login);
    await finished(there, login);
    const erase = () =>
      there.ask("/api/v1/account/erasure", {
        body: new URLSearchParams({ texts: "go", sure: "on", _return: "/goodbye", _back: "/account/delete" }),
      });
    await database().session.updateMany({
      where: { member: { handle: login } },
      data: { authenticatedAt: new Date(Date.now() - 3_600_000) },
    });
    expect((await erase()).location).toContain("/confirm-identity?next=");
    await there.ask("/api/v1/session", { body: new URLSearchParams({ _method: "DELETE" }) });
    await there.signIn(START, login);
    expect((await erase()).location).toBe(`${env.siteUrl}/goodbye`);
    expect(await whoIs(there)).toBeNull();
  });
});

describe("what is wrong is said on a page, and signs nobody in", () => {
  const lied = async (claims: Record<string, unknown>) => {
    liar.lies.claims = { sub: randomUUID(), ...claims };
    return browser().signIn(LIAR, "");
  };

  test("of an honest token the second issuer's member is new, too", async () => {
    expect(await lied({ email: `${randomUUID()}@example.org`, email_verified: true })).toBe(
      "/sign-up/finish",
    );
  });

  test("another issuer, another audience, another nonce, another key, a token of yesterday", async () => {
    const email = { email: `${randomUUID()}@example.org`, email_verified: true };
    for (const wrong of [
      { iss: real.issuer },
      { aud: "another-site" },
      { aud: ["moot", "another-site"] },
      { nonce: "another" },
      { exp: 1 },
      { sub: "" },
    ])
      expect([wrong, await lied({ ...email, ...wrong })]).toEqual([wrong, "/sign-in?error=provider"]);
    liar.lies.otherKey = true;
    expect(await lied(email)).toBe("/sign-in?error=provider");
  });

  test("an issuer that calls itself something else than the settings do, also where its token agrees with it", async () => {
    liar.lies.issuer = real.issuer;
    expect(await lied({ iss: real.issuer, email: "a@example.org", email_verified: true })).toBe(
      "/sign-in?error=provider",
    );
  });

  test("userinfo that answers of somebody else", async () => {
    liar.lies.userinfo = { sub: "somebody else", email: "a@example.org", email_verified: true };
    expect(await lied({})).toBe("/sign-in?error=provider");
  });

  test("an address in the token that only another one in userinfo is vouched for", async () => {
    const bo = await aMember({ name: "Bo" });
    const sub = randomUUID();
    liar.lies.userinfo = { sub, email: `${sub}@example.org`, email_verified: true };
    expect(await lied({ sub, email: bo.email })).toBe("/sign-up/finish");
    expect(await database().outsideAccount.count({ where: { memberId: bo.id } })).toBe(0);
  });

  test("a state that was used, that another browser has, that nobody has; a code that was used", async () => {
    const { login } = outsider();
    const there = browser();
    const back = await there.comeBackWith(START, login);
    const before = there.copy();
    expect(await browser().arrive(back)).toBe("/sign-in?error=provider");
    expect(await there.arrive(back)).toBe("/sign-up/finish");
    expect(await there.arrive(back)).toBe("/sign-in?error=provider");
    expect(await before.arrive(back)).toBe("/sign-in?error=provider");
    const other = browser();
    const [, state] = /state=([^&]+)/.exec(await other.comeBackWith(START, login)) ?? [];
    expect(await other.arrive(`/api/auth/callback/oidc?code=x&state=${state}`)).toBe(
      "/sign-in?error=provider",
    );
    expect(await browser().arrive("/api/auth/callback/oidc")).toBe("/sign-in?error=provider");
  });

  test("the answer of one provider is not taken at another's address", async () => {
    const there = browser();
    const back = await there.comeBackWith(START, outsider().login);
    expect(await there.arrive(back.replace("/oidc?", "/oidc-2?"))).toBe("/sign-in?error=provider");
  });

  test("whoever says no there is back where they were, with the way they were going", async () => {
    const there = browser();
    const { location } = await there.ask(`${START}?next=%2Finbox`);
    const state = new URL(location ?? "").searchParams.get("state") ?? "";
    const refused = `/api/auth/callback/oidc?error=access_denied&state=${state}`;
    expect(await there.arrive(refused)).toBe("/sign-in?error=provider&next=%2Finbox");
  });

  test("where somebody goes on to is ours, whatever the address says", async () => {
    for (const next of ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example"]) {
      const there = browser();
      const bo = await aMember({ name: "Bo" });
      const { login } = outsider({ email: bo.email });
      expect(await there.signIn(`${START}?${new URLSearchParams({ next }).toString()}`, login)).toBe("/");
    }
  });

  test("a provider that is away is a sentence at once, and not a loop", async () => {
    await liar.close();
    expect((await browser().ask(LIAR)).location).toBe(`${env.siteUrl}/sign-in?error=away`);
    const bo = await signedInAs((await aMember({ name: "Bo" })).email);
    expect((await bo.ask(`${LIAR}?join=1`)).location).toBe(`${env.siteUrl}/account?said=not-connected`);
  });
});
