import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { askForAddress } from "./address-change";
import { confirmByCode, confirmByPasskey, confirmByPassword } from "./confirm-identity";
import { askErasure, askErasureOf } from "./erasure";
import { signInOptions } from "./keys/asserted";
import { beginApp, confirmApp, removeApp } from "./keys/app-codes";
import { demandSecondFactor } from "./keys/demand";
import { addPasskey, passkeyOptions, removePasskey } from "./keys/passkeys";
import { renewRecoveryCodes } from "./keys/recovery-codes";
import type { Member } from "./member";
import { ownData } from "./own-data";
import { PROOF_HOLDS } from "./policy";
import { memberBySession } from "./queries";
import { setRole } from "./roles";
import { sanction } from "@/domain/moderation/sanctions/commands";
import { database } from "@/platform/database";
import { Conflict, NotAllowed, ReauthenticateFirst, Unacceptable } from "@/platform/refusal";
import { anAuthenticator } from "@/test/authenticator";
import { aMember, aModerator, anAdmin, CAST_PASSWORD, type Player } from "@/test/cast";

const lately = <Who extends Member>(who: Who): Who => ({
  ...who,
  authenticatedAt: new Date(Date.now() - PROOF_HOLDS),
});
const ban = (cleanUp: "none" | "all") => ({
  kind: "ban" as const,
  ground: "person",
  explanation: "",
  days: 7,
  cleanUp,
});

describe("a quarter of an hour after signing in", () => {
  test("what could take an account away, or do much harm, first asks who one is", async () => {
    const [max, bo, cy] = [await anAdmin(), await aMember(), await aMember()];
    const admin = lately(max);
    const deeds: [string, () => Promise<unknown>][] = [
      ["a role", () => setRole({ handle: bo.handle, role: "editor" }, admin)],
      ["a ban with clean-up", () => sanction(bo.handle, ban("all"), admin)],
      ["one's own erasure", () => askErasure({ texts: "stay", sure: true }, lately(cy))],
      ["another's erasure", () => askErasureOf(bo.handle, { texts: "stay", sure: true }, admin)],
      ["a copy of everything", () => ownData(lately(cy))],
      ["another address", () => askForAddress({ email: `${randomUUID()}@example.org` }, lately(cy))],
      ["a passkey's making", () => passkeyOptions(lately(cy))],
      ["a passkey's removal", () => removePasskey(randomUUID(), lately(cy))],
      ["an app", () => beginApp(lately(cy))],
      ["its first code", () => confirmApp("123456", lately(cy))],
      ["the end of its codes", () => removeApp(lately(cy))],
      ["recovery codes", () => renewRecoveryCodes(lately(cy))],
      [
        "what is demanded of roles",
        () => demandSecondFactor({ editor: true, moderator: false, admin: false }, admin),
      ],
    ];
    for (const [what, deed] of deeds) await expect(deed(), what).rejects.toThrow(ReauthenticateFirst);
    expect(await database().member.findUnique({ where: { id: bo.id } })).toMatchObject({
      role: "reader",
      hiddenAt: null,
    });
  });

  test("a ban without clean-up, which can be taken back, does not", async () => {
    const [ada, bo] = [await aModerator(), await aMember()];
    expect(await sanction(bo.handle, ban("none"), lately(ada))).toMatchObject({ comments: 0 });
  });
});

test("who confirms goes on in the same session under another token", async () => {
  const bo = await aMember();
  const before = await database().session.findFirstOrThrow({ where: { memberId: bo.id } });
  await database().session.updateMany({ where: { id: before.id }, data: { authenticatedAt: new Date(0) } });
  const stale = await memberBySession(bo.sessionToken);
  if (!stale) throw new Error("Signed out.");
  await expect(confirmByPassword("a guess at it", stale)).rejects.toThrow(Unacceptable);
  const { member, token } = await confirmByPassword(CAST_PASSWORD, stale);
  expect(await memberBySession(bo.sessionToken)).toBeNull();
  expect(await memberBySession(token)).toMatchObject({ id: bo.id });
  expect(await database().session.findMany({ where: { memberId: bo.id } })).toMatchObject([
    { id: before.id },
  ]);
  await expect(ownData(member)).resolves.toBeDefined();
});

/** An account with a passkey, and a session that was opened by the password alone. */
async function withAPasskey(player: Player) {
  const key = anAuthenticator();
  await addPasskey(key.make(await passkeyOptions(player)), player);
  return key;
}

test("for staff who have a passkey the password alone is not enough, and for a reader it is", async () => {
  const [ada, cy] = [await aModerator(), await aMember()];
  const key = await withAPasskey(ada);
  await withAPasskey(cy);
  await expect(passkeyOptions(cy)).resolves.toBeDefined();
  await expect(passkeyOptions(ada)).rejects.toThrow(ReauthenticateFirst);
  await expect(confirmByPassword(CAST_PASSWORD, ada)).rejects.toThrow(NotAllowed);
  const { member } = await confirmByPasskey(key.answer(signInOptions()), ada);
  await expect(passkeyOptions(member)).resolves.toBeDefined();
});

test("another member's passkey, and a code of nobody's, confirm nothing", async () => {
  const [bo, cy] = [await aMember(), await aMember()];
  const theirs = await withAPasskey(cy);
  await expect(confirmByPasskey(theirs.answer(signInOptions()), bo)).rejects.toThrow("another account");
  for (const code of ["123456", "a".repeat(24)])
    await expect(confirmByCode(code, bo)).rejects.toThrow(Unacceptable);
});

test("a recovery code confirms, once", async () => {
  const ada = await aModerator();
  await expect(renewRecoveryCodes(ada)).rejects.toThrow(Conflict);
  const key = await withAPasskey(ada);
  const { member } = await confirmByPasskey(key.answer(signInOptions()), ada);
  const [first = ""] = await renewRecoveryCodes(member);
  const confirmed = await confirmByCode(first, member);
  expect(confirmed).toMatchObject({ member: { id: ada.id, multiFactor: true } });
  await expect(confirmByCode(first, confirmed.member)).rejects.toThrow(Unacceptable);
});
