import { randomUUID } from "node:crypto";
import type * as argon2 from "@node-rs/argon2";
import pg from "pg";
import { describe, expect, test, vi } from "vitest";
import { askForAddress } from "./address-change";
import { setEmail } from "./by-operator";
import { askForLink } from "./link-by-mail";
import { memberBySession } from "./queries";
import { askForPassword, choosePassword, choosePasswordByCode } from "./recovery";
import { securityEventsOf } from "./security-events";
import { AccountClosed, signIn } from "./sign-in";
import { STRANGERS_MAILS, WAY_IN_SECONDS, WAYS_IN_MAILS } from "@/domain/mail/mail";
import { Unacceptable } from "@/platform/refusal";
import { database } from "@/platform/database";
import { aMember, CAST_PASSWORD, cast } from "@/test/cast";
import { mailsTo, sentTo } from "@/test/mails";
import { statementsIn } from "@/test/statements";
import { asOwner } from "@/test/voters";

const work = vi.hoisted(() => ({ hashed: 0 }));
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof argon2>();
  return {
    ...real,
    hash: (...of: Parameters<typeof real.hash>) => (work.hashed++, real.hash(...of)),
  };
});

const FRESH = "four grey herons";
const nobody = () => `nobody-${randomUUID()}@example.org`;

describe("a forgotten password", () => {
  test("is another by the link; every browser is signed out but the new one, and the owner is told", async () => {
    const bo = await aMember();
    await askForPassword(bo.email);
    const { token } = await sentTo(bo.email);
    const back = await choosePassword({ token, password: FRESH });
    expect(back.member).toMatchObject({ id: bo.id, sessionToken: back.token });
    expect(await memberBySession(bo.sessionToken)).toBeNull();
    await expect(signIn({ email: bo.email, password: CAST_PASSWORD })).rejects.toThrow(Unacceptable);
    expect(await signIn({ email: bo.email, password: FRESH })).toMatchObject({ member: { id: bo.id } });
    expect((await mailsTo(bo.email))[0]?.kind).toBe("password-changed");
    expect(await securityEventsOf(bo)).toMatchObject([{ kind: "password-recovered" }]);
  });

  test("by the code, in the browser that asked and in no other", async () => {
    const bo = await aMember();
    const browser = await askForPassword(bo.email);
    const other = await askForPassword(nobody());
    const { code } = await sentTo(bo.email);
    for (const asking of [other, null])
      await expect(choosePasswordByCode({ code, password: FRESH }, asking)).rejects.toThrow(Unacceptable);
    expect(await choosePasswordByCode({ code, password: FRESH }, browser)).toMatchObject({
      member: { id: bo.id },
    });
  });

  test("five codes may be tried, and then the right one is none either", async () => {
    const bo = await aMember();
    const browser = await askForPassword(bo.email);
    const { code } = await sentTo(bo.email);
    const wrong = code === "000000" ? "000001" : "000000";
    for (let nth = 0; nth < 5; nth++)
      await expect(choosePasswordByCode({ code: wrong, password: FRESH }, browser)).rejects.toThrow(
        Unacceptable,
      );
    await expect(choosePasswordByCode({ code, password: FRESH }, browser)).rejects.toThrow(Unacceptable);
    expect(await memberBySession(bo.sessionToken)).not.toBeNull();
  });

  test("a link is good once, also for two who press the button at the same moment", async () => {
    const bo = await aMember();
    await askForPassword(bo.email);
    const { token } = await sentTo(bo.email);
    const both = await Promise.allSettled(
      [FRESH, "five green finches"].map((password) => choosePassword({ token, password })),
    );
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(choosePassword({ token, password: FRESH })).rejects.toThrow(Unacceptable);
  });

  test("a link is not good after a newer one, too late, or when the address is another", async () => {
    const bo = await aMember();
    await askForPassword(bo.email);
    const older = await sentTo(bo.email);
    await askForPassword(bo.email);
    await expect(choosePassword({ token: older.token, password: FRESH })).rejects.toThrow(Unacceptable);
    const newer = await sentTo(bo.email);
    await setEmail({ handle: bo.handle, email: `new-${bo.email}` });
    await expect(choosePassword({ token: newer.token, password: FRESH })).rejects.toThrow(Unacceptable);
    const cy = await aMember();
    await askForPassword(cy.email);
    const late = await sentTo(cy.email);
    await database().proof.updateMany({ where: { memberId: cy.id }, data: { expiresAt: new Date() } });
    await expect(choosePassword({ token: late.token, password: FRESH })).rejects.toThrow(Unacceptable);
  });

  test("a poor password is refused, and the link stays good", async () => {
    const bo = await aMember();
    await askForPassword(bo.email);
    const { token } = await sentTo(bo.email);
    await expect(choosePassword({ token, password: bo.email })).rejects.toMatchObject({
      extra: { fields: { password: expect.any(String) as string } },
    });
    await choosePassword({ token, password: FRESH });
  });

  test("whoever asks and asks ends no link that was sent", async () => {
    const bo = await aMember();
    for (let nth = 0; nth < WAYS_IN_MAILS; nth++) await askForPassword(bo.email);
    const { token } = await sentTo(bo.email);
    await askForPassword(bo.email);
    await choosePassword({ token, password: FRESH });
  });

  test("is sent as long as none lies there that is good, whatever else strangers have sent to that address", async () => {
    const [bo, cy] = [await aMember(), await aMember()];
    for (let nth = 0; nth <= STRANGERS_MAILS; nth++) {
      await askForAddress({ email: bo.email }, cy);
      await askForLink(bo.email);
      await askForPassword(bo.email.replace("@", `+${nth}@`));
    }
    for (let nth = 0; nth <= WAYS_IN_MAILS; nth++) await askForPassword(bo.email);
    await asOwner("UPDATE mail SET at = at - make_interval(secs => $2) WHERE recipient = $1", [
      bo.email,
      WAY_IN_SECONDS,
    ]);
    await askForPassword(bo.email);
    await choosePassword({ token: (await sentTo(bo.email)).token, password: FRESH });
    const sent = (await mailsTo(bo.email)).map(({ kind }) => kind);
    expect(sent.filter((kind) => kind === "password-forgotten")).toHaveLength(WAYS_IN_MAILS + 1);
    expect(sent.filter((kind) => kind === "sign-in-link")).toHaveLength(WAYS_IN_MAILS);
    expect(sent.filter((kind) => kind === "address-taken")).toHaveLength(STRANGERS_MAILS);
  });

  test("of a banned member opens the decisions about them, and nothing else", async () => {
    const { dee } = await cast();
    await askForPassword(dee.email);
    const { token } = await sentTo(dee.email);
    await expect(choosePassword({ token, password: FRESH })).rejects.toThrow(AccountClosed);
  });

  test("only hashes of what was sent are kept, and the mail itself is sealed", async () => {
    const bo = await aMember();
    const browser = await askForPassword(bo.email);
    const { token, code } = await sentTo(bo.email);
    const [kept] = await database().$queryRaw<{ text: string }[]>`
      SELECT (SELECT string_agg(proof::text, ' ') FROM proof) || (SELECT string_agg(mail::text, ' ') FROM mail) AS text`;
    for (const secret of [token, browser, ` ${code},`]) expect(kept?.text).not.toContain(secret);
  });
});

test("asking does the same for a known and an unknown address: the same statements, hashes and number of mails", async () => {
  const bo = await aMember();
  const done = [];
  // The first of each prepares what is prepared once.
  for (const email of [bo.email, nobody(), bo.email, nobody()]) {
    const asked = vi.spyOn(pg.Client.prototype, "query");
    work.hashed = 0;
    const token = await askForPassword(email);
    const statements = statementsIn(asked.mock.calls);
    asked.mockRestore();
    done.push({ statements, hashed: work.hashed, length: token.length });
    const mails = await mailsTo(email);
    expect(mails[0]?.kind).toBe(email === bo.email ? "password-forgotten" : "password-no-account");
  }
  const [, , known, unknown] = done;
  expect(known?.statements.length).toBeGreaterThan(3);
  expect(known).toEqual(unknown);
});
