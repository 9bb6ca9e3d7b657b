import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { askForAddress, proveAddress, undoAddress } from "./address-change";
import { accountOf, memberBySession } from "./queries";
import { askForPassword, choosePassword } from "./recovery";
import { signIn } from "./sign-in";
import { sessionsOf } from "./own-sessions";
import { endOtherSessions, endSession } from "./sessions";
import { Conflict, NotFound, Unacceptable } from "@/platform/refusal";
import { aMember, CAST_PASSWORD } from "@/test/cast";
import { mailsTo, sentTo } from "@/test/mails";

const somewhere = () => `new-${randomUUID()}@example.org`;
const current = CAST_PASSWORD;

describe("a new address", () => {
  test("is the account's once it has proved itself, and the earlier one is told", async () => {
    const bo = await aMember();
    const email = somewhere();
    await askForAddress({ email, current }, bo);
    expect((await accountOf(bo)).email).toBe(bo.email);
    await proveAddress((await sentTo(email)).token);
    expect((await accountOf(bo)).email).toBe(email);
    expect(await signIn({ email, password: current })).toMatchObject({ member: { id: bo.id } });
    expect((await mailsTo(bo.email))[0]?.kind).toBe("address-changed");
  });

  test("needs the password, and is not the one there is", async () => {
    const bo = await aMember();
    await expect(askForAddress({ email: somewhere(), current: "a guess at it" }, bo)).rejects.toMatchObject({
      extra: { fields: { current: expect.any(String) as string } },
    });
    await expect(askForAddress({ email: bo.email, current }, bo)).rejects.toThrow(Unacceptable);
  });

  test("can be undone for a week from the earlier one, which ends whatever was begun from the new one", async () => {
    const bo = await aMember();
    const email = somewhere();
    await askForAddress({ email, current }, bo);
    await proveAddress((await sentTo(email)).token);
    const undo = await sentTo(bo.email);
    await askForPassword(email);
    const theirs = await sentTo(email);
    await undoAddress(undo.token);
    expect(await memberBySession(bo.sessionToken)).toBeNull();
    await expect(choosePassword({ token: theirs.token, password: "four grey herons" })).rejects.toThrow(
      Unacceptable,
    );
    await expect(undoAddress(undo.token)).rejects.toThrow(Unacceptable);
  });

  test("once undone is not changed again by whoever knew the password; its owner chooses another by mail", async () => {
    const bo = await aMember();
    const email = somewhere();
    await askForAddress({ email, current }, bo);
    await proveAddress((await sentTo(email)).token);
    await undoAddress((await sentTo(bo.email)).token);
    for (const address of [bo.email, email])
      await expect(signIn({ email: address, password: current })).rejects.toThrow(Unacceptable);
    await expect(askForAddress({ email: somewhere(), current }, bo)).rejects.toThrow(Unacceptable);
    await askForPassword(bo.email);
    const { token } = await sentTo(bo.email);
    expect(await choosePassword({ token, password: "four grey herons" })).toMatchObject({
      member: { id: bo.id },
    });
  });

  test("changed again and again stays the first one's to undo, whoever undoes a later change first", async () => {
    const bo = await aMember();
    const [second, third] = [somewhere(), somewhere()];
    await askForAddress({ email: second, current }, bo);
    await proveAddress((await sentTo(second)).token);
    await askForAddress({ email: third, current }, bo);
    await proveAddress((await sentTo(third)).token);
    const later = await sentTo(second);
    await undoAddress(later.token);
    expect((await accountOf(bo)).email).toBe(second);
    await undoAddress((await sentTo(bo.email)).token);
    expect((await accountOf(bo)).email).toBe(bo.email);
    await expect(undoAddress(later.token)).rejects.toThrow(Unacceptable);
  });

  test("of somebody else's account changes nothing and tells its holder; who asked learns nothing", async () => {
    const [bo, cy] = [await aMember(), await aMember()];
    await askForAddress({ email: cy.email, current }, bo);
    const [mail] = await mailsTo(cy.email);
    expect([mail?.kind, mail?.action]).toEqual(["address-taken", undefined]);
    expect((await accountOf(bo)).email).toBe(bo.email);
  });

  test("that two want is the first one's who proves it", async () => {
    const [bo, cy] = [await aMember(), await aMember()];
    const email = somewhere();
    await askForAddress({ email, current }, bo);
    const bos = await sentTo(email);
    await askForAddress({ email, current }, cy);
    await proveAddress((await sentTo(email)).token);
    await expect(proveAddress(bos.token)).rejects.toThrow(Conflict);
    expect((await accountOf(bo)).email).toBe(bo.email);
  });

  test("asked for anew ends the link to the one before", async () => {
    const bo = await aMember();
    const [first, second] = [somewhere(), somewhere()];
    await askForAddress({ email: first, current }, bo);
    const { token } = await sentTo(first);
    await askForAddress({ email: second, current }, bo);
    await expect(proveAddress(token)).rejects.toThrow(Unacceptable);
  });
});

describe("one's browsers", () => {
  test("are listed, this one first, and each of them can be signed out from here", async () => {
    const bo = await aMember();
    const phone = await signIn({ email: bo.email, password: current });
    const listed = await sessionsOf(bo);
    expect(listed.map(({ here }) => here)).toEqual([true, false]);
    await endSession(listed[1]?.id ?? "", bo);
    expect(await memberBySession(phone.token)).toBeNull();
    await expect(endSession(listed[1]?.id ?? "", bo)).rejects.toThrow(NotFound);
  });

  test("of somebody else are not there", async () => {
    const [bo, cy] = [await aMember(), await aMember()];
    const [cys] = await sessionsOf(cy);
    await expect(endSession(cys?.id ?? "", bo)).rejects.toThrow(NotFound);
    expect(await memberBySession(cy.sessionToken)).not.toBeNull();
  });

  test("but this one can be signed out together", async () => {
    const bo = await aMember();
    const phone = await signIn({ email: bo.email, password: current });
    expect(await endOtherSessions(bo)).toBe(1);
    expect(await memberBySession(phone.token)).toBeNull();
    expect(await memberBySession(bo.sessionToken)).not.toBeNull();
  });
});
