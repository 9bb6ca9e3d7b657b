import "server-only";

import { whoIsBarredBy } from "./barred-address";
import { UNCONFIRMED_DAYS, type Member } from "./member";
import { endProofs, makeProof, proofByCode, proofByToken, useProof, type Proof } from "./proofs";
import { useInvitation } from "./joining/invitations";
import { refuseOtherDomain, type Admission } from "./joining/queries";
import { refuseReservedHandle } from "./reserved-handle";
import { linkTo } from "./asked-by-mail";
import type { NewMember } from "./schema";
import { noteSecurity } from "./security-events";
import type { Credentials } from "./sessions";
import { takeTurns, writeMail } from "@/domain/mail/write";
import { type Database, database, transaction } from "@/platform/database";
import { hashPassword } from "@/platform/passwords";
import { Conflict, Unacceptable } from "@/platform/refusal";
import { newToken } from "@/platform/tokens";
import * as t from "#messages/members";
import * as mail from "#messages/mail";
import { say } from "@/messages/say";

/** Seconds. People sign up, close the window, and read their mail in the evening. */
const CLAIM_SECONDS = 86_400;

type Claimed = { id: string; handle: string; email: string };
type Claiming = Pick<NewMember, "email" | "handle" | "name" | "password" | "rules" | "terms" | "privacy"> &
  Partial<Admission>;

/**
 * An account that claims this address, and a mail there. For an address that is an account's the very same is done, but for what the
 * mail says: it has no way to prove anything. @throws Unacceptable where the handle is taken
 * @returns a token for the browser that asks, in which the code of the mail does as well
 */
export async function claimAccount(
  { email, handle, name = handle, password, rules, terms, privacy, invitation = null }: Claiming,
  barred: boolean,
): Promise<{ credentials: Credentials; browser: string }> {
  const passwordHash = await hashPassword(password);
  return transaction(async (tx) => {
    const [made] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO member (handle, name, claimed_email, proven_at, password_hash, rules_version, terms_version, privacy_version, invitation_id)
      VALUES (${handle}, ${name}, ${email}, NULL, ${passwordHash}, ${rules ?? null}::int, ${terms ?? null}::int,
        ${privacy ?? null}::int, ${invitation}::uuid)
      ON CONFLICT (handle) DO NOTHING RETURNING id::text`;
    if (!made)
      throw new Unacceptable(t.somebodyHasThatHandleAlready, { handle: t.somebodyHasThatHandleAlready });
    await refuseReservedHandle(tx, handle);
    if (invitation !== null) await useInvitation(tx, invitation);
    const browser = await sendProof(tx, { id: made.id, handle, email }, barred);
    return { credentials: { id: made.id, passwordHash }, browser };
  });
}

/** Sends it again, also to another address, where the first was mistyped. @returns as above */
export async function claimAgain(email: string, actor: Member): Promise<string> {
  const barred = (await whoIsBarredBy(email)) !== null;
  const { invitationId } = await database().member.findUniqueOrThrow({ where: { id: actor.id } });
  await refuseOtherDomain(email, { invited: invitationId !== null });
  return transaction(async (tx) => {
    const { count } = await tx.member.updateMany({
      where: { id: actor.id, provenAt: null, erasedAt: null },
      data: { claimedEmail: email },
    });
    if (count === 0) throw new Conflict(t.yourAddressIsConfirmedAlready);
    return sendProof(tx, { id: actor.id, handle: actor.handle, email }, barred);
  });
}

async function sendProof(tx: Database, { id, handle, email }: Claimed, barred: boolean): Promise<string> {
  const browser = newToken();
  await takeTurns(tx, email);
  const holder = await tx.member.findUnique({ where: { email }, select: { id: true } });
  const before = await tx.proof.findMany({
    where: { purpose: "claim", memberId: id, usedAt: null },
    select: { id: true, address: true },
  });
  const made = await makeProof(tx, {
    purpose: "claim",
    memberId: id,
    address: email,
    lasts: CLAIM_SECONDS,
    browser,
  });
  const theirs = holder === null && !barred;
  const sent = await writeMail(tx, {
    to: email,
    kind: theirs ? "claim-proof" : "claim-taken",
    memberId: theirs ? id : (holder?.id ?? null),
    cause: made.id,
    byStranger: true,
    usefulFor: CLAIM_SECONDS,
    words: theirs ? proveIt(handle, made) : taken(email),
  });
  // Where no mail was sent (too many were), links that this address had before stay valid, and the new one ends.
  const ended = before.filter(({ address }) => sent || address !== email).map((proof) => proof.id);
  if (!sent) ended.push(made.id);
  await tx.$executeRaw`UPDATE proof SET used_at = now() WHERE id = ANY (${ended}::uuid[])`;
  return browser;
}

const proveIt = (handle: string, { token, code }: { token: string; code: string }) => ({
  subject: mail.confirmSubject,
  paragraphs: [
    say(mail.somebodySignedUp, { handle }),
    mail.goodForADay,
    say(mail.ifYouDidNotSignUp, { days: UNCONFIRMED_DAYS }),
  ],
  action: { label: mail.confirmTheAddress, url: linkTo("/confirm-address", token) },
  code,
});

const taken = (email: string) => ({
  subject: mail.noSecondAccountSubject,
  paragraphs: [
    say(mail.somebodySignedUpAgain, { email }),
    say(mail.ifYouDidNotSignUp, { days: UNCONFIRMED_DAYS }),
  ],
  action: { label: mail.chooseANewPassword, url: linkTo("/forgotten-password") },
});

/** The address becomes the account's, by the link. @throws Unacceptable, Conflict @returns the member's id */
export async function proveClaim(token: string): Promise<string> {
  return prove(await proofByToken("claim", token), t.thatLinkIsNotGood);
}

/** The same by the code, in the browser that asked. */
export async function proveClaimByCode(code: string, browser: string | null): Promise<string> {
  return prove(browser === null ? null : await proofByCode("claim", browser, code), t.thatCodeIsNotRight);
}

/** Of all who claim an address the first to prove it has it. Nobody is signed in: who reads the mail need not be who chose the password. */
async function prove(proof: Proof | null, sentence: string): Promise<string> {
  if (!proof?.memberId) throw new Unacceptable(sentence);
  const { memberId, address } = proof;
  if ((await whoIsBarredBy(address)) !== null) throw new Conflict(t.anotherMemberHasThatAddress);
  await transaction(async (tx) => {
    await takeTurns(tx, address);
    if (!(await useProof(tx, proof))) throw new Unacceptable(sentence);
    if (await tx.member.findUnique({ where: { email: address }, select: { id: true } }))
      throw new Conflict(t.anotherMemberHasThatAddress);
    const { count } = await tx.member.updateMany({
      where: { id: memberId, claimedEmail: address, provenAt: null, erasedAt: null },
      data: {
        email: address,
        claimedEmail: null,
        provenAt: new Date(),
        mailRefusedAt: null,
        mailRefusals: 0,
      },
    });
    if (count === 0) throw new Unacceptable(sentence);
    await endProofs(tx, { purpose: "claim", memberId });
    await noteSecurity(tx, memberId, "address-proven");
  });
  return memberId;
}
