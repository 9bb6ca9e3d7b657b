import { randomUUID } from "node:crypto";
import type * as argon2 from "@node-rs/argon2";
import pg from "pg";
import { describe, expect, test, vi } from "vitest";
import { claimAgain, proveClaim, proveClaimByCode } from "./claims";
import { setEmail } from "./by-operator";
import { askForLink, signInByCode, signInByLink } from "./link-by-mail";
import { accountOf, memberByHandle, memberBySession } from "./queries";
import { NewMember } from "./schema";
import { securityEventsOf } from "./security-events";
import { AccountClosed, signIn } from "./sign-in";
import { signUp, type Joined } from "./sign-up";
import { whyUnproven } from "@/domain/comments/policy";
import { post } from "@/domain/comments/post";
import { react } from "@/domain/comments/react";
import { tidyMails } from "@/domain/mail/jobs";
import { STRANGERS_MAILS } from "@/domain/mail/mail";
import { sanction } from "@/domain/moderation/sanctions/commands";
import { castVote } from "@/domain/polls/commands";
import { Conflict, NotAllowed, Unacceptable } from "@/platform/refusal";
import { database } from "@/platform/database";
import { aMember, aModerator, CAST_PASSWORD, cast } from "@/test/cast";
import { aComment, anEmptyArticle } from "@/test/discussion";
import { mailsTo, sentTo } from "@/test/mails";
import { statementsIn } from "@/test/statements";

const work = vi.hoisted(() => {
  process.env.MOOT_PROVE_ADDRESS = "1";
  return { hashed: 0 };
});
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof argon2>();
  return { ...real, hash: (...of: Parameters<typeof real.hash>) => (work.hashed++, real.hash(...of)) };
});

const nobody = () => `nobody-${randomUUID()}@example.org`;

const join = (email = nobody()): Promise<Joined> =>
  signUp(NewMember.parse({ email, handle: `gil-${randomUUID().slice(0, 8)}`, password: CAST_PASSWORD }));

const now = async ({ token }: Joined) => {
  const member = await memberBySession(token);
  if (!member) throw new Error("The session has ended.");
  return member;
};

describe("a new account", () => {
  test("is signed in and reads, and writes nothing before its address is confirmed", async () => {
    const email = nobody();
    const joined = await join(email);
    expect(joined.member).toMatchObject({ unproven: true, suspension: null });
    expect(await accountOf(joined.member)).toMatchObject({ email, proven: false });

    const article = await anEmptyArticle({ poll: "always" });
    const said = await aComment(article, await aMember());
    const sentence = whyUnproven(joined.member) ?? "";
    const deeds = [
      () => post(article.slug, { body: "A thought." }, joined.member),
      () => react(said.id, "respect", joined.member),
      () => castVote({ article: article.slug, option: "approach" }, joined.member),
    ];
    for (const deed of deeds) await expect(deed()).rejects.toThrow(NotAllowed);
    await expect(deeds[2]?.()).rejects.toThrow(sentence);

    await proveClaim((await sentTo(email)).token);
    const proven = await now(joined);
    expect(proven.unproven).toBeUndefined();
    await castVote({ article: article.slug, option: "approach" }, proven);
    expect(await accountOf(proven)).toMatchObject({ email, proven: true });
    expect(await securityEventsOf(proven)).toMatchObject([{ kind: "address-proven" }]);
    expect(await signIn({ email, password: CAST_PASSWORD })).toMatchObject({ member: { id: proven.id } });
  });

  test("is confirmed by the code in the browser that asked and in no other, with five tries", async () => {
    const [email, other] = [nobody(), nobody()];
    const [gil, elsewhere] = [await join(email), await join(other)];
    const { code } = await sentTo(email);
    await expect(proveClaimByCode(code, elsewhere.browser)).rejects.toThrow(Unacceptable);
    await expect(proveClaimByCode(code, null)).rejects.toThrow(Unacceptable);
    expect(await proveClaimByCode(code, gil.browser)).toBe(gil.member.id);
    const right = (await sentTo(other)).code;
    for (let nth = 0; nth < 5; nth++)
      await expect(proveClaimByCode(right === "000000" ? "1" : "000000", elsewhere.browser)).rejects.toThrow(
        Unacceptable,
      );
    await expect(proveClaimByCode(right, elsewhere.browser)).rejects.toThrow(Unacceptable);
  });

  test("is not signed in to by its password before, for that would tell who has an account", async () => {
    const email = nobody();
    await join(email);
    await expect(signIn({ email, password: CAST_PASSWORD })).rejects.toThrow(Unacceptable);
  });

  test("has its link once, not after a newer one, not too late, and the newest after too many", async () => {
    const email = nobody();
    const gil = await join(email);
    const older = await sentTo(email);
    await claimAgain(email, gil.member);
    await expect(proveClaim(older.token)).rejects.toThrow(Unacceptable);
    const sent = [await sentTo(email)];
    for (let nth = 2; nth < STRANGERS_MAILS + 2; nth++) await claimAgain(email, gil.member);
    sent.unshift(await sentTo(email));
    expect(await mailsTo(email)).toHaveLength(STRANGERS_MAILS);
    await proveClaim(sent[0]?.token ?? "");
    await expect(proveClaim(sent[0]?.token ?? "")).rejects.toThrow(Unacceptable);
    await expect(claimAgain(email, gil.member)).rejects.toThrow(Conflict);

    const late = nobody();
    const hal = await join(late);
    await database().proof.updateMany({
      where: { memberId: hal.member.id },
      data: { expiresAt: new Date() },
    });
    await expect(proveClaim((await sentTo(late)).token)).rejects.toThrow(Unacceptable);
  });

  test("whose address was mistyped has another sent to; what was sent to the first opens nothing", async () => {
    const [wrong, right] = [nobody(), nobody()];
    const gil = await join(wrong);
    const { token } = await sentTo(wrong);
    await claimAgain(right, gil.member);
    await expect(proveClaim(token)).rejects.toThrow(Unacceptable);
    await proveClaim((await sentTo(right)).token);
    expect(await accountOf(await now(gil))).toMatchObject({ email: right });
  });

  test("of which two claim one address is whose who reads it there confirms first", async () => {
    const email = nobody();
    const [gil, hal] = [await join(email), await join(email)];
    const [second, first] = await mailsTo(email);
    const tokenOf = (mail: typeof first) => new URL(mail?.action?.url ?? "").searchParams.get("token") ?? "";
    const both = await Promise.allSettled([proveClaim(tokenOf(first)), proveClaim(tokenOf(second))]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const proven = [await now(gil), await now(hal)].filter(({ unproven }) => unproven === undefined);
    expect(proven).toHaveLength(1);
  });

  test("is vouched for by the operator, who gives it an address", async () => {
    const gil = await join();
    const email = nobody();
    await setEmail({ handle: gil.member.handle, email });
    expect(await signIn({ email, password: CAST_PASSWORD })).toMatchObject({ member: { id: gil.member.id } });
  });

  test("that nobody confirms is gone after 30 days, and a confirmed one is not", async () => {
    const email = nobody();
    const [gil, hal] = [await join(), await join(email)];
    await proveClaim((await sentTo(email)).token);
    const joinedAt = new Date(Date.now() - 31 * 86_400_000);
    for (const { member } of [gil, hal])
      await database().member.update({ where: { id: member.id }, data: { joinedAt } });
    await tidyMails.run();
    expect(await memberByHandle(gil.member.handle)).toBeNull();
    expect(await memberByHandle(hal.member.handle)).not.toBeNull();
  });
});

describe("whoever signs up with an address that has an account", () => {
  test("learns nothing: the same statements and hashes, as many mails, and a handle is taken either way", async () => {
    const bo = await aMember();
    const done = [];
    // The first of each prepares what is prepared once.
    for (const email of [bo.email, nobody(), bo.email, nobody()]) {
      const asked = vi.spyOn(pg.Client.prototype, "query");
      work.hashed = 0;
      const { member, browser } = await join(email);
      const statements = statementsIn(asked.mock.calls);
      asked.mockRestore();
      const {
        name: _name,
        id: _id,
        handle,
        joinedAt: _at,
        authenticatedAt: _since,
        sessionToken,
        ...kind
      } = member;
      expect((await mailsTo(email))[0]?.kind).toBe(email === bo.email ? "claim-taken" : "claim-proof");
      await expect(
        signUp(NewMember.parse({ email: nobody(), handle, password: CAST_PASSWORD })),
      ).rejects.toMatchObject({ extra: { fields: { handle: expect.any(String) as string } } });
      done.push({ statements, hashed: work.hashed, kind, lengths: [browser?.length, sessionToken?.length] });
    }
    const [, , known, unknown] = done;
    expect(known?.statements.length).toBeGreaterThan(5);
    expect(known).toEqual(unknown);
  });

  test("has no way to confirm it; its holder is told, and keeps it", async () => {
    const bo = await aMember();
    const gil = await join(bo.email);
    const [mail] = await mailsTo(bo.email);
    expect([mail?.code, mail?.action?.url.includes("token")]).toEqual([undefined, false]);
    expect((await now(gil)).unproven).toBe(true);
    expect(await signIn({ email: bo.email, password: CAST_PASSWORD })).toMatchObject({
      member: { id: bo.id },
    });
  });

  test("gets round no ban by it", async () => {
    const dee = await aMember({ name: "Dee" });
    const why = { ground: "person", explanation: "", days: 7, cleanUp: "none" as const };
    await sanction(dee.handle, { kind: "ban", ...why }, await aModerator());
    const joined = await join(dee.email.replace("@", "+again@"));
    expect(joined.barredBy).toBe(dee.id);
    expect((await mailsTo(dee.email.replace("@", "+again@")))[0]?.kind).toBe("claim-taken");
  });
});

describe("a link to sign in with", () => {
  test("opens a session once, for whoever has it; the code does in the browser that asked", async () => {
    const bo = await aMember();
    await askForLink(bo.email);
    const { token } = await sentTo(bo.email);
    const both = await Promise.allSettled([signInByLink(token), signInByLink(token)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const browser = await askForLink(bo.email);
    const { code } = await sentTo(bo.email);
    await expect(signInByCode(code, await askForLink(nobody()))).rejects.toThrow(Unacceptable);
    expect(await signInByCode(code, browser)).toMatchObject({ member: { id: bo.id } });
    // Nobody who was in is signed out by it.
    expect(await memberBySession(bo.sessionToken)).not.toBeNull();
  });

  test("is ended by a newer one, by time and by another address, and is none to a new password", async () => {
    const bo = await aMember();
    await askForLink(bo.email);
    const older = await sentTo(bo.email);
    await askForLink(bo.email);
    await expect(signInByLink(older.token)).rejects.toThrow(Unacceptable);
    const newer = await sentTo(bo.email);
    await expect(proveClaim(newer.token)).rejects.toThrow(Unacceptable);
    await setEmail({ handle: bo.handle, email: `new-${bo.email}` });
    await expect(signInByLink(newer.token)).rejects.toThrow(Unacceptable);
    const cy = await aMember();
    await askForLink(cy.email);
    const late = await sentTo(cy.email);
    await database().proof.updateMany({ where: { memberId: cy.id }, data: { expiresAt: new Date() } });
    await expect(signInByLink(late.token)).rejects.toThrow(Unacceptable);
  });

  test("of a banned member opens the decisions about them, and nothing else", async () => {
    const { dee } = await cast();
    await askForLink(dee.email);
    await expect(signInByLink((await sentTo(dee.email)).token)).rejects.toThrow(AccountClosed);
  });

  test("is asked for alike with an address that has no account", async () => {
    const bo = await aMember();
    const done = [];
    for (const email of [bo.email, nobody(), bo.email, nobody()]) {
      const asked = vi.spyOn(pg.Client.prototype, "query");
      await askForLink(email);
      done.push(statementsIn(asked.mock.calls));
      asked.mockRestore();
      expect((await mailsTo(email))[0]?.kind).toBe(
        email === bo.email ? "sign-in-link" : "sign-in-no-account",
      );
    }
    const [, , known, unknown] = done;
    expect(known).toEqual(unknown);
  });
});
