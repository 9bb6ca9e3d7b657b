import "server-only";

import { askByMail, linkTo } from "./asked-by-mail";
import { refuseWeakPassword } from "./passwords";
import { endProofs, proofByCode, proofByToken, useProof, type Proof } from "./proofs";
import { noteSecurity } from "./security-events";
import { letIn } from "./sign-in";
import { endSessions, type SignedIn } from "./sessions";
import { tellPasswordChanged } from "./security-mails";
import { database, transaction } from "@/platform/database";
import { hashPassword } from "@/platform/passwords";
import { Unacceptable } from "@/platform/refusal";
import * as t from "#messages/members";
import * as mail from "#messages/mail";
import { say } from "@/messages/say";

/** Sends a way to a new password to this address. @returns as `askByMail` */
export const askForPassword = (email: string): Promise<string> =>
  askByMail(email, {
    purpose: "password",
    kind: "password-forgotten",
    kindToNobody: "password-no-account",
    known: wayIn,
    unknown: nobodyHere,
  });

const wayIn = (handle: string, { token, code }: { token: string; code: string }) => ({
  subject: mail.forgottenSubject,
  paragraphs: [say(mail.somebodyForgot, { handle }), mail.goodForAQuarter, mail.ifItWasNotYou],
  action: { label: mail.chooseANewPassword, url: linkTo("/new-password", token) },
  code,
});

const nobodyHere = (email: string) => ({
  subject: mail.noAccountSubject,
  paragraphs: [say(mail.noAccountWith, { email }), mail.anotherAddressPerhaps, mail.ifItWasNotYou],
});

/** A new password for whoever has the link. @throws Unacceptable, AccountClosed */
export async function choosePassword(input: { token: string; password: string }): Promise<SignedIn> {
  return setBy(await proofByToken("password", input.token), input.password, t.thatLinkIsNotGood);
}

/** A new password for whoever typed the code in the browser that asked. @throws Unacceptable, AccountClosed */
export async function choosePasswordByCode(
  input: { code: string; password: string },
  browser: string | null,
): Promise<SignedIn> {
  const proof = browser === null ? null : await proofByCode("password", browser, input.code);
  return setBy(proof, input.password, t.thatCodeIsNotRight);
}

/** Only where the address is still the account's: it may have become another since. Every session ends, and a new one begins. */
async function setBy(proof: Proof | null, password: string, sentence: string): Promise<SignedIn> {
  const member =
    proof?.memberId &&
    (await database().member.findUnique({
      where: { id: proof.memberId, email: proof.address, erasedAt: null },
      select: { id: true, handle: true, name: true },
    }));
  if (!proof || !member) throw new Unacceptable(sentence);
  refuseWeakPassword(password, [proof.address, member.handle, member.name]);
  const passwordHash = await hashPassword(password);
  await transaction(async (tx) => {
    if (!(await useProof(tx, proof))) throw new Unacceptable(sentence);
    const { count } = await tx.member.updateMany({
      where: { id: member.id, email: proof.address, erasedAt: null },
      data: { passwordHash, mailRefusedAt: null, mailRefusals: 0 },
    });
    if (count === 0) throw new Unacceptable(sentence);
    await endProofs(tx, { purpose: "password", memberId: member.id });
    // Whoever asked for another address meanwhile may be why a new password is needed.
    await endProofs(tx, { purpose: "address", memberId: member.id });
    await endSessions(tx, member.id);
    await noteSecurity(tx, member.id, "password-recovered");
    await tellPasswordChanged(tx, member.id, proof.address);
  });
  return letIn({ id: member.id, passwordHash }, sentence);
}
