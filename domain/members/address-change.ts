import "server-only";

import type { Member } from "./member";
import { endProofs, makeProof, proofByToken, useProof, type Proof } from "./proofs";
import { linkTo } from "./asked-by-mail";
import { forgetKeysSince } from "./keys/last-factor";
import { demandFreshProof } from "./reauthentication";
import { noteSecurity } from "./security-events";
import { endSessions } from "./sessions";
import type { NewAddress } from "./schema";
import { whyUnproven } from "@/domain/comments/policy";
import { WAY_IN_SECONDS } from "@/domain/mail/mail";
import { writeMail } from "@/domain/mail/write";
import { type Database, database, transaction } from "@/platform/database";
import { env } from "@/platform/env";
import { Conflict, NotAllowed, Refusal, Unacceptable } from "@/platform/refusal";
import * as t from "#messages/members";
import * as mail from "#messages/mail";
import { say } from "@/messages/say";

/** So long the earlier address may undo a change. Seconds. */
const UNDO_SECONDS = 7 * 86_400;
/** Whoever takes an account adds a key or an outside account of their own just before its address, or after. Milliseconds. */
const WAYS_DOUBTED = 86_400_000;

/**
 * Asks a new address to prove itself; until it has, nothing changes. Of an address that somebody else has the actor learns nothing: its
 * holder is told. @throws Unacceptable by field
 */
export async function askForAddress({ email }: NewAddress, actor: Member): Promise<void> {
  if (env.mail === "none") throw new Refusal(t.thisSiteSendsNoMail, 503);
  const unproven = whyUnproven(actor);
  if (unproven) throw new NotAllowed(unproven);
  await demandFreshProof(actor);
  const mine = await database().member.findUniqueOrThrow({ where: { id: actor.id } });
  if (email === mine.email) throw new Unacceptable(t.yourAddressStays, { email: t.thatIsYourAddressAlready });
  await transaction(async (tx) => {
    const holder = await tx.member.findUnique({ where: { email }, select: { id: true } });
    await endProofs(tx, { purpose: "address", memberId: actor.id });
    const memberId = holder ? null : actor.id;
    const { id, token } = await makeProof(tx, {
      purpose: "address",
      memberId,
      address: email,
      lasts: WAY_IN_SECONDS,
    });
    await writeMail(tx, {
      to: email,
      kind: holder ? "address-taken" : "address-proof",
      memberId: holder?.id ?? actor.id,
      cause: id,
      byStranger: true,
      usefulFor: WAY_IN_SECONDS,
      words: holder ? taken(email) : proveIt(actor.handle, token),
    });
  });
}

/** The address becomes the account's; the earlier one is told, and can undo it. @returns whose it is now @throws Unacceptable, Conflict */
export async function proveAddress(token: string): Promise<string> {
  const proof = await proofByToken("address", token);
  return transaction(async (tx) => {
    const { memberId, before } = await useFor(tx, proof);
    if (!proof || before === null) throw new Unacceptable(t.thatLinkIsNotGood);
    await setAddress(tx, memberId, proof.address);
    await endProofs(tx, { purpose: "password", memberId });
    await noteSecurity(tx, memberId, "address-changed");
    const undo = await makeProof(tx, {
      purpose: "address-undo",
      memberId,
      address: before,
      lasts: UNDO_SECONDS,
    });
    await writeMail(tx, {
      to: before,
      kind: "address-changed",
      memberId,
      cause: undo.id,
      byStranger: false,
      words: changed(undo.token),
    });
    return memberId;
  });
}

/**
 * The earlier address is the account's again, and whoever is signed in is not any more. Who changed it knew the password, so that is
 * none any more either, nor are keys and outside accounts that were added about then or later: the way back is a new password by mail.
 * What this address was before can still be undone, for whoever holds the account's later addresses is not to end what its first one
 * was sent.
 * @throws Unacceptable, Conflict
 */
export async function undoAddress(token: string): Promise<void> {
  const proof = await proofByToken("address-undo", token);
  await transaction(async (tx) => {
    const { memberId } = await useFor(tx, proof);
    if (!proof) throw new Unacceptable(t.thatLinkIsNotGood);
    await setAddress(tx, memberId, proof.address);
    await tx.member.update({ where: { id: memberId }, data: { passwordHash: null } });
    const since = new Date(proof.at.getTime() - WAYS_DOUBTED);
    await forgetKeysSince(tx, memberId, since);
    await tx.outsideAccount.deleteMany({ where: { memberId, joinedAt: { gte: since } } });
    await endProofs(tx, { memberId, undoing: proof });
    await endSessions(tx, memberId);
    await noteSecurity(tx, memberId, "address-undone");
  });
}

/** Uses the proof up, and holds its member's row. */
async function useFor(
  tx: Database,
  proof: Proof | null,
): Promise<{ memberId: string; before: string | null }> {
  if (!proof?.memberId || !(await useProof(tx, proof))) throw new Unacceptable(t.thatLinkIsNotGood);
  const [row] = await tx.$queryRaw<{ email: string | null }[]>`
    SELECT email FROM member WHERE id = ${proof.memberId}::uuid AND erased_at IS NULL FOR UPDATE`;
  if (!row) throw new Unacceptable(t.thatLinkIsNotGood);
  return { memberId: proof.memberId, before: row.email };
}

async function setAddress(tx: Database, id: string, email: string): Promise<void> {
  const holder = await tx.member.findUnique({ where: { email }, select: { id: true } });
  if (holder && holder.id !== id) throw new Conflict(t.anotherMemberHasThatAddress);
  await tx.member.update({ where: { id }, data: { email, mailRefusedAt: null, mailRefusals: 0 } });
}

const proveIt = (handle: string, token: string) => ({
  subject: mail.proofSubject,
  paragraphs: [say(mail.thisShallBeTheAddressOf, { handle }), mail.goodForAQuarterByLink, mail.ifItWasNotYou],
  action: { label: mail.yesThisIsMyAddress, url: linkTo("/new-address", token) },
});

const taken = (email: string) => ({
  subject: mail.takenSubject,
  paragraphs: [say(mail.somebodyWantedYourAddress, { email }), mail.ifItWasNotYou],
});

const changed = (token: string) => ({
  subject: mail.addressChangedSubject,
  paragraphs: [mail.yourAddressIsAnother, mail.youCanUndoThis],
  action: { label: mail.undoTheChange, url: linkTo("/undo-address", token) },
});
