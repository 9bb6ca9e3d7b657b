import "server-only";

import { weaknessOf } from "./password";
import { endProofs, makeProof, proofByCode, proofByToken, useProof, type Proof } from "./proofs";
import { noteSecurity } from "./security-events";
import { letIn } from "./sign-in";
import { endSessions, type SignedIn } from "./sessions";
import { tellPasswordChanged } from "./told-by-mail";
import { takeTurns, writeMail } from "@/domain/mail/write";
import { database, transaction } from "@/platform/database";
import { env } from "@/platform/env";
import { hashPassword } from "@/platform/passwords";
import { Refusal, Unacceptable } from "@/platform/refusal";
import { newToken } from "@/platform/tokens";
import * as t from "#messages/members";
import * as mail from "#messages/mail";
import { say } from "@/messages/say";

/** A link by mail is good so long, in seconds. */
export const LINK_SECONDS = 900;

/**
 * Sends a way to a new password to this address, and ends the one that was sent before. For an address without an account the same is
 * done, with another mail, so that neither the answer nor the time it takes tells who is here.
 * @returns a token for the browser that asks, in which the code of the mail does as well
 */
export async function askForPassword(email: string): Promise<string> {
  if (env.mail === "none") throw new Refusal(t.thisSiteSendsNoMail, 503);
  const browser = newToken();
  await transaction(async (tx) => {
    await takeTurns(tx, email);
    const holder = await tx.member.findFirst({
      where: { email, erasedAt: null, sample: false },
      select: { id: true, handle: true },
    });
    const before = await tx.proof.findMany({
      where: { purpose: "password", address: email, usedAt: null },
      select: { id: true },
    });
    const memberId = holder?.id ?? null;
    const made = await makeProof(tx, {
      purpose: "password",
      memberId,
      address: email,
      lasts: LINK_SECONDS,
      browser,
    });
    const sent = await writeMail(tx, {
      to: email,
      kind: holder ? "password-forgotten" : "no-account-here",
      memberId,
      cause: made.id,
      byStranger: true,
      usefulFor: LINK_SECONDS,
      words: holder ? wayIn(holder.handle, made) : nobodyHere(email),
    });
    // Whoever asks and asks does not end the link that was sent, once nothing more is.
    const ended = sent ? before.map(({ id }) => id) : [made.id];
    await tx.$executeRaw`UPDATE proof SET used_at = now() WHERE id = ANY (${ended}::uuid[])`;
  });
  return browser;
}

const wayIn = (handle: string, { token, code }: { token: string; code: string }) => ({
  subject: mail.forgottenSubject,
  paragraphs: [say(mail.somebodyForgot, { handle }), mail.goodForAQuarter, mail.ifItWasNotYou],
  action: {
    label: mail.chooseANewPassword,
    url: `${env.siteUrl}/new-password?${new URLSearchParams({ token }).toString()}`,
  },
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
  const weakness = weaknessOf(password, [proof.address, member.handle, member.name]);
  if (weakness !== null) throw new Unacceptable(weakness, { password: weakness });
  const passwordHash = await hashPassword(password);
  await transaction(async (tx) => {
    if (!(await useProof(tx, proof))) throw new Unacceptable(sentence);
    const { count } = await tx.member.updateMany({
      where: { id: member.id, email: proof.address, erasedAt: null },
      data: { passwordHash, mailRefusedAt: null },
    });
    if (count === 0) throw new Unacceptable(sentence);
    await endProofs(tx, { purpose: "password", memberId: member.id });
    await endSessions(tx, member.id);
    await noteSecurity(tx, member.id, "password-recovered");
    await tellPasswordChanged(tx, member.id, proof.address);
  });
  return letIn({ id: member.id, passwordHash }, sentence);
}
