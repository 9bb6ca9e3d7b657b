import { randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { describe, expect, test } from "vitest";
import { askForAddress, proveAddress, undoAddress } from "./address-change";
import { beginApp, begunApp, confirmApp } from "./keys/app-codes";
import { signInByPasskey, signInOptions } from "./keys/asserted";
import { addPasskey, passkeyOptions } from "./keys/passkeys";
import { joinProvider } from "./providers/joined";
import { PROOF_HOLDS } from "./policy";
import { accountOf, memberBySession } from "./queries";
import { askForPassword, choosePassword } from "./recovery";
import { signIn } from "./sign-in";
import { sessionsOf } from "./own-sessions";
import { endOtherSessions, endSession } from "./sessions";
import { Conflict, NotFound, ReauthenticateFirst, Unacceptable } from "@/platform/refusal";
import { database } from "@/platform/database";
import { anAuthenticator } from "@/test/authenticator";
import { aMember, CAST_PASSWORD } from "@/test/cast";
import { mailsTo, sentTo } from "@/test/mails";

const somewhere = () => `new-${randomUUID()}@example.org`;

describe("a new address", () => {
  test("is the account's once it has proved itself, and the earlier one is told", async () => {
    const bo = await aMember();
    const email = somewhere();
    await askForAddress({ email }, bo);
    expect((await accountOf(bo)).email).toBe(bo.email);
    await proveAddress((await sentTo(email)).token);
    expect((await accountOf(bo)).email).toBe(email);
    expect(await signIn({ email, password: CAST_PASSWORD })).toMatchObject({ member: { id: bo.id } });
    expect((await mailsTo(bo.email))[0]?.kind).toBe("address-changed");
  });

  test("needs a fresh proof of who asks, and is not the one there is", async () => {
    const bo = await aMember();
    const lately = { ...bo, authenticatedAt: new Date(Date.now() - PROOF_HOLDS) };
    await expect(askForAddress({ email: somewhere() }, lately)).rejects.toThrow(ReauthenticateFirst);
    await expect(askForAddress({ email: bo.email }, bo)).rejects.toThrow(Unacceptable);
  });

  test("can be undone for a week from the earlier one, which ends whatever was begun from the new one", async () => {
    const bo = await aMember();
    const email = somewhere();
    await askForAddress({ email }, bo);
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
    await askForAddress({ email }, bo);
    await proveAddress((await sentTo(email)).token);
    await undoAddress((await sentTo(bo.email)).token);
    for (const address of [bo.email, email])
      await expect(signIn({ email: address, password: CAST_PASSWORD })).rejects.toThrow(Unacceptable);
    expect(await memberBySession(bo.sessionToken)).toBeNull();
    await askForPassword(bo.email);
    const { token } = await sentTo(bo.email);
    expect(await choosePassword({ token, password: "four grey herons" })).toMatchObject({
      member: { id: bo.id },
    });
  });

  test("once undone takes keys and outside accounts along that whoever changed it has added, and leaves the owner's", async () => {
    const bo = await aMember();
    const [own, theirs] = [anAuthenticator(), anAuthenticator()];
    const id = await addPasskey(own.make(await passkeyOptions(bo)), bo);
    await database().passkey.update({
      where: { id },
      data: { createdAt: new Date(Date.now() - 2 * 86_400_000) },
    });
    await addPasskey(theirs.make(await passkeyOptions(bo)), bo);
    const joined = { memberId: bo.id, subject: randomUUID() };
    await database().outsideAccount.createMany({
      data: [
        { ...joined, issuer: "https://own.example", joinedAt: new Date(Date.now() - 2 * 86_400_000) },
        { ...joined, issuer: "https://theirs.example" },
      ],
    });
    await beginApp(bo);
    const secret = Secret.fromBase32((await begunApp(bo))?.groups.join("") ?? "");
    await confirmApp(new TOTP({ secret }).generate(), bo);
    const outsider = { issuer: "https://sso.example", subject: bo.id, email: null, name: "" };
    await joinProvider(outsider, { ...bo, multiFactor: true });
    const email = somewhere();
    await askForAddress({ email }, { ...bo, multiFactor: true });
    await proveAddress((await sentTo(email)).token);
    await undoAddress((await sentTo(bo.email)).token);
    await expect(signInByPasskey(theirs.answer(signInOptions()))).rejects.toThrow(Unacceptable);
    expect(await signInByPasskey(own.answer(signInOptions()))).toMatchObject({ member: { id: bo.id } });
    expect(await database().outsideAccount.findMany({ where: { memberId: bo.id } })).toMatchObject([
      { issuer: "https://own.example" },
    ]);
    await askForPassword(bo.email);
    const { token } = await sentTo(bo.email);
    expect(await choosePassword({ token, password: "four grey herons" })).toMatchObject({
      member: { id: bo.id },
    });
  });

  test("changed again and again stays the first one's to undo, whoever undoes a later change first", async () => {
    const bo = await aMember();
    const [second, third] = [somewhere(), somewhere()];
    await askForAddress({ email: second }, bo);
    await proveAddress((await sentTo(second)).token);
    await askForAddress({ email: third }, bo);
    await proveAddress((await sentTo(third)).token);
    const later = await sentTo(second);
    await undoAddress(later.token);
    expect((await accountOf(bo)).email).toBe(second);
    await undoAddress((await sentTo(bo.email)).token);
    expect((await accountOf(bo)).email).toBe(bo.email);
    await expect(undoAddress(later.token)).rejects.toThrow(Unacceptable);
  });

  test("that waits is ended by a new password by mail, and a way to one by a new address", async () => {
    const [bo, cy] = [await aMember(), await aMember()];
    const [bos, cys] = [somewhere(), somewhere()];
    await askForAddress({ email: bos }, bo);
    await askForAddress({ email: cys }, cy);
    const waiting = await sentTo(bos);
    await askForPassword(bo.email);
    await choosePassword({ token: (await sentTo(bo.email)).token, password: "four grey herons" });
    await expect(proveAddress(waiting.token)).rejects.toThrow(Unacceptable);
    expect((await accountOf(bo)).email).toBe(bo.email);
    await askForPassword(cy.email);
    const late = await sentTo(cy.email);
    await proveAddress((await sentTo(cys)).token);
    await expect(choosePassword({ token: late.token, password: "four grey herons" })).rejects.toThrow(
      Unacceptable,
    );
  });

  test("of somebody else's account changes nothing and tells its holder; who asked learns nothing", async () => {
    const [bo, cy] = [await aMember(), await aMember()];
    await askForAddress({ email: cy.email }, bo);
    const [mail] = await mailsTo(cy.email);
    expect([mail?.kind, mail?.action]).toEqual(["address-taken", undefined]);
    expect((await accountOf(bo)).email).toBe(bo.email);
  });

  test("that two want is the first one's who proves it", async () => {
    const [bo, cy] = [await aMember(), await aMember()];
    const email = somewhere();
    await askForAddress({ email }, bo);
    const bos = await sentTo(email);
    await askForAddress({ email }, cy);
    await proveAddress((await sentTo(email)).token);
    await expect(proveAddress(bos.token)).rejects.toThrow(Conflict);
    expect((await accountOf(bo)).email).toBe(bo.email);
  });

  test("asked for anew ends the link to the one before", async () => {
    const bo = await aMember();
    const [first, second] = [somewhere(), somewhere()];
    await askForAddress({ email: first }, bo);
    const { token } = await sentTo(first);
    await askForAddress({ email: second }, bo);
    await expect(proveAddress(token)).rejects.toThrow(Unacceptable);
  });
});

describe("one's browsers", () => {
  test("are listed, this one first, and each of them can be signed out from here", async () => {
    const bo = await aMember();
    const phone = await signIn({ email: bo.email, password: CAST_PASSWORD });
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
    const phone = await signIn({ email: bo.email, password: CAST_PASSWORD });
    expect(await endOtherSessions(bo)).toBe(1);
    expect(await memberBySession(phone.token)).toBeNull();
    expect(await memberBySession(bo.sessionToken)).not.toBeNull();
  });
});
