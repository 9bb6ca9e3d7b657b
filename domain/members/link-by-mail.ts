import "server-only";

import { askByMail, linkTo } from "./asked-by-mail";
import { proofByCode, proofByToken, useProof, type Proof } from "./proofs";
import { letIn } from "./sign-in";
import type { SignedIn } from "./sessions";
import { database, transaction } from "@/platform/database";
import { Unacceptable } from "@/platform/refusal";
import * as t from "#messages/members";
import * as mail from "#messages/mail";
import { say } from "@/messages/say";

/** Sends a link to sign in with, without a password; it tells nobody who is here. @returns as `askByMail` */
export const askForLink = (email: string): Promise<string> =>
  askByMail(email, {
    purpose: "sign-in",
    kind: "sign-in-link",
    kindToNobody: "sign-in-no-account",
    known: (handle, { token, code }) => ({
      subject: mail.signInSubject,
      paragraphs: [say(mail.somebodyWantsIn, { handle }), mail.goodForAQuarter, mail.ifItWasNotYou],
      action: { label: mail.signInHere, url: linkTo("/sign-in-link", token) },
      code,
    }),
    unknown: (address) => ({
      subject: mail.noAccountSubject,
      paragraphs: [
        say(mail.noAccountToSignInTo, { email: address }),
        mail.anotherAddressPerhaps,
        mail.ifItWasNotYou,
      ],
    }),
  });

/** A session for whoever has the link. @throws Unacceptable, AccountClosed */
export async function signInByLink(token: string): Promise<SignedIn> {
  return enter(await proofByToken("sign-in", token), t.thatLinkIsNotGood);
}

/** A session for whoever typed the code in the browser that asked. @throws Unacceptable, AccountClosed */
export async function signInByCode(code: string, browser: string | null): Promise<SignedIn> {
  return enter(browser === null ? null : await proofByCode("sign-in", browser, code), t.thatCodeIsNotRight);
}

/** Only where the address is still the account's, and the link was neither used nor ended since. */
async function enter(proof: Proof | null, sentence: string): Promise<SignedIn> {
  if (!proof?.memberId || !(await transaction((tx) => useProof(tx, proof)))) throw new Unacceptable(sentence);
  const credentials = await database().member.findUnique({
    where: { id: proof.memberId, email: proof.address, erasedAt: null },
    select: { id: true, passwordHash: true },
  });
  if (!credentials) throw new Unacceptable(sentence);
  return letIn(credentials, sentence);
}
