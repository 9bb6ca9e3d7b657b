import { Secret, TOTP } from "otpauth";
import { afterEach, expect, test, vi } from "vitest";
import { beginApp, begunApp, confirmApp, isAppCode, removeApp, whyNotThisCode } from "./app-codes";
import { factorsOf } from "./factors";
import { RECOVERY_CODES, renewRecoveryCodes, useRecoveryCode } from "./recovery-codes";
import { CodeGiven } from "./schema";
import { CodeNeeded, SECOND_FACTOR_SECONDS, holderOfTicket } from "@/domain/members/second-factor-ticket";
import { askForLink, signInByLink } from "@/domain/members/link-by-mail";
import { changePassword } from "@/domain/members/passwords";
import { memberBySession } from "@/domain/members/queries";
import { askForPassword, choosePassword } from "@/domain/members/recovery";
import { openSession } from "@/domain/members/sessions";
import { signIn } from "@/domain/members/sign-in";
import { signInWithCode } from "@/domain/members/sign-in-by-code";
import { database } from "@/platform/database";
import { Unacceptable } from "@/platform/refusal";
import { aMember, CAST_PASSWORD, type Player } from "@/test/cast";
import { mailsTo, sentTo } from "@/test/mails";
import * as t from "#messages/keys";

afterEach(() => void vi.useRealTimers());

const STEP = 30_000;

/** A member whose account asks for codes, their app, and the recovery codes; the app's first code has been used. */
async function withAnApp(player: Player) {
  await beginApp(player);
  const begun = await begunApp(player);
  const totp = new TOTP({ secret: Secret.fromBase32((begun?.groups ?? []).join("")) });
  const codes = await confirmApp(totp.generate(), player);
  return { totp, codes };
}

/** Steps on, so that no test waits half a minute for a new code. */
const later = (steps: number): void =>
  void vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + steps * STEP });

/** The ticket that signing in half way gives. */
async function ticketOf(signingIn: Promise<unknown>): Promise<string> {
  const problem: unknown = await signingIn.catch((refused: unknown) => refused);
  if (!(problem instanceof CodeNeeded)) throw new Error("Nobody asked for a code.");
  return problem.ticket;
}

const ourDoor = async (ticket: string) => {
  const half = await holderOfTicket(ticket);
  if (!half) throw new Error("The ticket is not good.");
  return half;
};

test("codes are on once a first one was typed; the others are signed out, and a mail says so", async () => {
  const bo = await aMember();
  const { token } = await signIn({ email: bo.email, password: CAST_PASSWORD });
  await beginApp(bo);
  expect(await signIn({ email: bo.email, password: CAST_PASSWORD })).toMatchObject({ member: { id: bo.id } });
  await expect(confirmApp("000000", bo)).rejects.toMatchObject({
    extra: { fields: { code: expect.any(String) as string } },
  });
  const { codes } = await withAnApp(bo);
  expect(new Set(codes).size).toBe(RECOVERY_CODES);
  expect(await memberBySession(token)).toBeNull();
  expect(await memberBySession(bo.sessionToken)).toMatchObject({ multiFactor: true });
  expect((await mailsTo(bo.email))[0]?.kind).toBe("app-added");
  await expect(beginApp({ ...bo, multiFactor: true })).rejects.toMatchObject({ status: 409 });
});

test("every way in asks for the code: password, link by mail, and a password that was forgotten", async () => {
  const bo = await aMember();
  const { totp } = await withAnApp(bo);
  const byPassword = await ticketOf(signIn({ email: bo.email, password: CAST_PASSWORD }));
  await askForLink(bo.email);
  const byLink = await ticketOf(signInByLink((await sentTo(bo.email)).token));
  await askForPassword(bo.email);
  const fresh = choosePassword({ token: (await sentTo(bo.email)).token, password: "four grey herons" });
  const byRecovery = await ticketOf(fresh);
  // The password was changed since.
  expect(await holderOfTicket(byPassword)).toBeNull();
  expect(await holderOfTicket(byLink)).toBeNull();
  later(1);
  expect(await signInWithCode(totp.generate(), await ourDoor(byRecovery))).toMatchObject({
    member: { id: bo.id, multiFactor: true },
  });
});

test("whoever opens a session without a second factor gets none, whatever the way", async () => {
  const bo = await aMember();
  await withAnApp(bo);
  const credentials = await database().member.findUniqueOrThrow({
    where: { id: bo.id },
    select: { id: true, passwordHash: true },
  });
  expect(await openSession(credentials)).toBeNull();
  expect(await openSession(credentials, { multiFactor: true })).not.toBeNull();
});

test("half way in lasts ten minutes, and a made-up ticket leads nowhere", async () => {
  const bo = await aMember();
  await withAnApp(bo);
  const ticket = await ticketOf(signIn({ email: bo.email, password: CAST_PASSWORD }));
  expect(await holderOfTicket(ticket)).toMatchObject({ id: bo.id });
  expect(await holderOfTicket(`${ticket}q`)).toBeNull();
  later(SECOND_FACTOR_SECONDS / 30);
  expect(await holderOfTicket(ticket)).toBeNull();
});

test("a code is good once, and so is none before it; of two at once one is taken", async () => {
  const bo = await aMember();
  const { totp } = await withAnApp(bo);
  expect(await isAppCode(bo.id, totp.generate())).toBe(false);
  later(2);
  const code = totp.generate();
  const taken = await Promise.all([isAppCode(bo.id, code), isAppCode(bo.id, code)]);
  expect(taken.filter(Boolean)).toHaveLength(1);
  expect(await isAppCode(bo.id, totp.generate({ timestamp: Date.now() - STEP }))).toBe(false);
});

test("a clock may be half a minute off, and not ten", async () => {
  const bo = await aMember();
  const { totp } = await withAnApp(bo);
  later(30);
  for (const off of [-20, -2, 2, 20])
    expect([off, await isAppCode(bo.id, totp.generate({ timestamp: Date.now() + off * STEP }))]).toEqual([
      off,
      false,
    ]);
  for (const off of [-1, 1])
    expect([off, await isAppCode(bo.id, totp.generate({ timestamp: Date.now() + off * STEP }))]).toEqual([
      off,
      true,
    ]);
});

test("a recovery code is good once, as it is copied; new ones end the old, and a mail tells of each use", async () => {
  const bo = await aMember();
  const { codes } = await withAnApp(bo);
  const [first = "", second = ""] = codes;
  const copied = ` ${(first.match(/.{4}/g) ?? []).join("-").toUpperCase()} `;
  expect(await useRecoveryCode(bo.id, CodeGiven.parse({ code: copied }).code)).toBe(true);
  expect((await mailsTo(bo.email))[0]?.kind).toBe("recovery-code-used");
  expect(await useRecoveryCode(bo.id, first)).toBe(false);
  expect(await useRecoveryCode((await aMember()).id, second)).toBe(false);
  const strong = { ...bo, multiFactor: true as const };
  expect(await factorsOf(strong)).toMatchObject({ app: true, codes: RECOVERY_CODES - 1 });
  await renewRecoveryCodes(strong);
  expect(await useRecoveryCode(bo.id, second)).toBe(false);
  expect(
    JSON.stringify(await database().recoveryCode.findMany({ where: { memberId: bo.id } })),
  ).not.toContain(second);
});

test("the secret is kept sealed, and shown only while it is being set up", async () => {
  const bo = await aMember();
  await beginApp(bo);
  const begun = await begunApp(bo);
  const row = await database().totp.findUniqueOrThrow({ where: { memberId: bo.id } });
  expect(begun?.address).toContain("otpauth://totp/");
  expect(row.sealedSecret).not.toContain(begun?.groups.join(""));
  await removeApp(bo);
  const { totp } = await withAnApp(bo);
  expect(await begunApp(bo)).toBeNull();
  await removeApp({ ...bo, multiFactor: true });
  expect(await isAppCode(bo.id, totp.generate({ timestamp: Date.now() + STEP }))).toBe(false);
  expect(await signIn({ email: bo.email, password: CAST_PASSWORD })).toMatchObject({ member: { id: bo.id } });
});

test("a new password asks for no new code in this browser, which has shown one", async () => {
  const bo = await aMember();
  await withAnApp(bo);
  const change = { current: CAST_PASSWORD, password: "four grey herons" };
  const strong = await memberBySession(bo.sessionToken);
  if (!strong) throw new Error("Signed out.");
  expect(await changePassword(change, strong)).toMatchObject({ member: { multiFactor: true } });
});

test.each(["", "12345", "1234567", "abcdef", "0123456789abcdefghijklmn", "1".repeat(61)])(
  "“%s” is no code",
  (code) => {
    expect(CodeGiven.safeParse({ code }).success).toBe(false);
  },
);

test("a wrong code signs nobody in", async () => {
  const bo = await aMember();
  await withAnApp(bo);
  const half = await ourDoor(await ticketOf(signIn({ email: bo.email, password: CAST_PASSWORD })));
  await expect(signInWithCode("000000", half)).rejects.toThrow(Unacceptable);
});

test("under another secret of the site no code of the app is right, and whoever types one hears why", async () => {
  const bo = await aMember();
  const { totp, codes } = await withAnApp(bo);
  expect(await whyNotThisCode(bo.id)).toBe(t.thatCodeIsWrong);
  await database().totp.update({ where: { memberId: bo.id }, data: { sealedSecret: "sealed by another" } });
  later(1);
  const half = await ourDoor(await ticketOf(signIn({ email: bo.email, password: CAST_PASSWORD })));
  await expect(signInWithCode(totp.generate(), half)).rejects.toThrow(t.codesOfTheAppAreLost);
  expect(await signInWithCode(codes[0] ?? "", half)).toMatchObject({ member: { id: bo.id } });
});
