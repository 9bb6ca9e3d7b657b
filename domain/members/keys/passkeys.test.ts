import { expect, test, vi } from "vitest";
import { signInByPasskey, signInOptions } from "./asserted";
import { CHALLENGE_SECONDS } from "./challenge";
import { addPasskey, passkeyOptions, passkeysOf, removePasskey, renamePasskey } from "./passkeys";
import { askErasure } from "@/domain/members/erasure";
import { PROOF_HOLDS } from "@/domain/members/policy";
import { eventsOf } from "@/domain/members/security-events";
import { AccountClosed } from "@/domain/members/sign-in";
import { sanction } from "@/domain/moderation/sanctions/commands";
import { database } from "@/platform/database";
import { ReauthenticateFirst, Unacceptable } from "@/platform/refusal";
import { anAuthenticator, type Oddity } from "@/test/authenticator";
import { aMember, aModerator, type Player } from "@/test/cast";
import { mailsTo } from "@/test/mails";

/** An authenticator with a passkey of this member's. */
async function aPasskeyOf(player: Player) {
  const key = anAuthenticator();
  const id = await addPasskey(key.make(await passkeyOptions(player)), player);
  return { ...key, id };
}

test("a passkey is added, told by mail, named, signs in by itself, and does so no more once removed", async () => {
  const bo = await aMember();
  const key = await aPasskeyOf(bo);
  expect((await mailsTo(bo.email))[0]?.kind).toBe("passkey-added");
  await renamePasskey(key.id, "Telephone", bo);
  expect(await passkeysOf(bo)).toMatchObject([{ name: "Telephone", usedAt: null }]);

  const { member } = await signInByPasskey(key.answer(signInOptions(), { userHandle: bo.id }));
  expect(member).toMatchObject({ id: bo.id, multiFactor: true });
  expect((await passkeysOf(bo))[0]?.usedAt).not.toBeNull();

  await removePasskey(key.id, bo);
  await expect(signInByPasskey(key.answer(signInOptions()))).rejects.toThrow("does not belong to an account");
  expect((await eventsOf(bo.id)).map(({ kind }) => kind)).toEqual(["passkey-removed", "passkey-added"]);
});

const odd: [string, Oddity][] = [
  ["another site's", { origin: "https://moot.example.net" }],
  ["another host's", { rpId: "example.net" }],
  ["one that nobody unlocked", { verified: false }],
];

test.each(odd)("%s answer is refused, to sign in and to be added", async (_whose, oddity) => {
  const bo = await aMember();
  const key = await aPasskeyOf(bo);
  await expect(signInByPasskey(key.answer(signInOptions(), oddity))).rejects.toThrow(Unacceptable);
  await expect(addPasskey(anAuthenticator().make(await passkeyOptions(bo), oddity), bo)).rejects.toThrow(
    Unacceptable,
  );
});

test("a challenge is answered once, in time, and for what it was made for", async () => {
  const [bo, cy] = [await aMember(), await aMember()];
  const key = await aPasskeyOf(bo);
  const options = signInOptions();
  await signInByPasskey(key.answer(options));
  await expect(signInByPasskey(key.answer(options))).rejects.toThrow(Unacceptable);
  await expect(signInByPasskey(key.answer(await passkeyOptions(bo)))).rejects.toThrow(Unacceptable);
  await expect(addPasskey(anAuthenticator().make(await passkeyOptions(cy)), bo)).rejects.toThrow(
    Unacceptable,
  );
  const forged = Buffer.from("nonce~9999999999~signature").toString("base64url");
  await expect(signInByPasskey(key.answer({ challenge: forged }))).rejects.toThrow(Unacceptable);

  const late = signInOptions();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + (CHALLENGE_SECONDS + 1) * 1_000 });
  try {
    await expect(signInByPasskey(key.answer(late))).rejects.toThrow(Unacceptable);
  } finally {
    vi.useRealTimers();
  }
});

test("of two answers with one count the second may be a copy's: it is refused, and noted", async () => {
  const bo = await aMember();
  const key = await aPasskeyOf(bo);
  await signInByPasskey(key.answer(signInOptions(), { counter: 7 }));
  for (const counter of [7, 3, 0])
    await expect(signInByPasskey(key.answer(signInOptions(), { counter }))).rejects.toThrow("a copy of it");
  expect((await eventsOf(bo.id))[0]?.kind).toBe("passkey-doubted");
  const both = [8, 8].map((counter) => signInByPasskey(key.answer(signInOptions(), { counter })));
  const ended = await Promise.allSettled(both);
  expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("one key opens one account: nobody else adds, renames or removes it", async () => {
  const [bo, cy] = [await aMember(), await aMember()];
  const key = await aPasskeyOf(bo);
  await expect(addPasskey(key.make(await passkeyOptions(cy)), cy)).rejects.toMatchObject({ status: 409 });
  await expect(renamePasskey(key.id, "Mine", cy)).rejects.toMatchObject({ status: 404 });
  await expect(removePasskey(key.id, cy)).rejects.toMatchObject({ status: 404 });
  await expect(signInByPasskey(key.answer(signInOptions(), { userHandle: cy.id }))).rejects.toThrow(
    Unacceptable,
  );
});

test("keys are added and removed only by whoever has lately shown that it is them", async () => {
  const bo = await aMember();
  const key = await aPasskeyOf(bo);
  const lately = { ...bo, authenticatedAt: new Date(Date.now() - PROOF_HOLDS) };
  await expect(passkeyOptions(lately)).rejects.toThrow(ReauthenticateFirst);
  await expect(addPasskey(anAuthenticator().make(await passkeyOptions(bo)), lately)).rejects.toThrow(
    ReauthenticateFirst,
  );
  await expect(removePasskey(key.id, lately)).rejects.toThrow(ReauthenticateFirst);
});

test("the last way into an account is not removed", async () => {
  const bo = await aMember();
  const key = await aPasskeyOf(bo);
  await database().member.update({ where: { id: bo.id }, data: { passwordHash: null, email: null } });
  await expect(removePasskey(key.id, bo)).rejects.toThrow("only way");
  await database().member.update({ where: { id: bo.id }, data: { email: bo.email } });
  await removePasskey(key.id, bo);
});

test("a banned member's passkey opens the decisions about them, and takes an account back that is being erased", async () => {
  const [dee, lou] = [await aMember(), await aMember()];
  const [hers, his] = [await aPasskeyOf(dee), await aPasskeyOf(lou)];
  const why = { ground: "person", explanation: "", days: 7, cleanUp: "none" as const };
  await sanction(dee.handle, { kind: "ban", ...why }, await aModerator());
  await expect(signInByPasskey(hers.answer(signInOptions()))).rejects.toThrow(AccountClosed);
  await askErasure({ texts: "stay", sure: true }, lou);
  expect(await signInByPasskey(his.answer(signInOptions()))).toMatchObject({ member: { id: lou.id } });
});
