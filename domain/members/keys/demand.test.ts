import { afterEach, expect, test } from "vitest";
import { signInByPasskey, signInOptions } from "./asserted";
import { demandedRoles, demandFor, demandSecondFactor } from "./demand";
import { addPasskey, passkeyOptions, passkeysOf, removePasskey } from "./passkeys";
import { isAdmin, isEditor, isModerator, type Member } from "@/domain/members/member";
import { isHeldBack } from "@/domain/members/policy";
import { memberBySession } from "@/domain/members/queries";
import { setRole } from "@/domain/members/roles";
import { openSampleSession, joinSampleCast } from "@/domain/members/sample-session";
import { SAMPLE_CAST } from "@/domain/members/sample";
import { database } from "@/platform/database";
import { Conflict, NotAllowed } from "@/platform/refusal";
import { anAuthenticator } from "@/test/authenticator";
import { aMember, aModerator, anAdmin, anEditor, type Player } from "@/test/cast";

afterEach(async () => {
  await database().siteSetting.deleteMany({ where: { key: "second-factor" } });
});

const NONE = { editor: false, moderator: false, admin: false };

async function again(player: Player): Promise<Member> {
  const member = await memberBySession(player.sessionToken);
  if (!member) throw new Error("Signed out.");
  return member;
}

/** By a passkey of theirs. */
async function withAKey(player: Player): Promise<Player> {
  const key = anAuthenticator();
  await addPasskey(key.make(await passkeyOptions(player)), player);
  const { member, token } = await signInByPasskey(key.answer(signInOptions()));
  return { ...player, ...member, sessionToken: token };
}

test("where it is demanded, staff without one have a reader's rights in that session, and with one their own", async () => {
  const max = await withAKey(await anAdmin());
  const [ada, eve, bo] = [await aModerator(), await anEditor(), await aMember()];
  await demandSecondFactor({ ...NONE, moderator: true, admin: true }, max);

  const held = await again(ada);
  expect(held).toMatchObject({ role: "reader", heldBack: "moderator" });
  expect([isModerator(held), isEditor(held), isAdmin(held)]).toEqual([false, false, false]);
  expect(await again(eve)).toMatchObject({ role: "editor" });
  expect((await again(bo)).heldBack).toBeUndefined();
  expect(await again(await withAKey(ada))).toMatchObject({ role: "moderator" });
  expect(await again(max)).toMatchObject({ role: "admin" });

  await demandSecondFactor(NONE, max);
  expect(await again(ada)).toMatchObject({ role: "moderator" });
});

test("what is theirs beside the role waits as well: the articles they moderate", async () => {
  const max = await withAKey(await anAdmin());
  const eve = await anEditor();
  const article = await database().article.findFirst({ select: { id: true } });
  if (article)
    await database().articleModerator.create({ data: { articleId: article.id, memberId: eve.id } });
  await demandSecondFactor({ ...NONE, editor: true }, max);
  expect((await again(eve)).moderates).toBeUndefined();
});

test("who removes their last key is held back at once", async () => {
  const max = await withAKey(await anAdmin());
  const ada = await withAKey(await aModerator());
  await demandSecondFactor({ ...NONE, moderator: true }, max);
  const [key] = await passkeysOf(ada);
  await removePasskey(key?.id ?? "", ada);
  expect(await again(ada)).toMatchObject({ role: "reader", heldBack: "moderator" });
});

test("an admin demands it of admins only with one of their own, and nobody else demands anything", async () => {
  const max = await anAdmin();
  await expect(demandSecondFactor({ ...NONE, admin: true }, max)).rejects.toThrow(Conflict);
  await demandSecondFactor({ ...NONE, moderator: true }, max);
  expect(await demandFor(max)).toEqual({ ...NONE, moderator: true });
  for (const somebody of [await aMember(), await anEditor()])
    await expect(demandSecondFactor(NONE, somebody)).rejects.toThrow(NotAllowed);
  expect(await demandedRoles()).toEqual(["moderator"]);
});

test("an admin who is held back changes no role", async () => {
  const [max, rita, bo] = [await withAKey(await anAdmin()), await anAdmin(), await aMember()];
  await demandSecondFactor({ ...NONE, admin: true }, max);
  await expect(setRole({ handle: bo.handle, role: "admin" }, await again(rita))).rejects.toThrow(NotAllowed);
});

test("readers and the sample are never held back", async () => {
  expect(isHeldBack({ role: "reader", sample: false, multiFactor: false, demanded: true })).toBe(false);
  await joinSampleCast();
  await database().siteSetting.create({ data: { key: "second-factor", value: { roles: ["admin"] } } });
  const admin = SAMPLE_CAST.find(({ role }) => role === "admin");
  expect(await openSampleSession(admin?.handle ?? "")).toMatchObject({ member: { role: "admin" } });
});
