import "server-only";

import { randomUUID } from "node:crypto";
import { LAST_MAIL } from "@/domain/mail/mail";
import { writeMail } from "@/domain/mail/write";
import type { Database } from "@/platform/database";
import { env } from "@/platform/env";
import { say } from "@/messages/say";
import * as mail from "#messages/mail";

/** Tells a member that their password is another now, for it may not have been them. */
export async function tellPasswordChanged(tx: Database, memberId: string, to: string): Promise<void> {
  await writeMail(tx, {
    to,
    kind: "password-changed",
    memberId,
    cause: randomUUID(),
    byStranger: false,
    words: {
      subject: mail.passwordChangedSubject,
      paragraphs: [mail.passwordWasChanged, mail.ifYouDidNotChangeIt],
      action: { label: mail.chooseANewPassword, url: `${env.siteUrl}/forgotten-password` },
    },
  });
}

/** Tells a member of a browser that their account has not seen before. @param browser in words */
export async function tellNewBrowser(
  tx: Database,
  memberId: string,
  to: string,
  browser: string,
): Promise<void> {
  await writeMail(tx, {
    to,
    kind: "new-browser",
    memberId,
    cause: randomUUID(),
    byStranger: false,
    words: {
      subject: mail.newBrowserSubject,
      paragraphs: [say(mail.newBrowserSignedIn, { browser }), mail.ifTheBrowserIsNotYours],
      action: { label: mail.seeYourAccount, url: `${env.siteUrl}/account` },
    },
  });
}

/** Tells a member that an account elsewhere opens theirs now, for it may not be theirs. */
export async function tellProviderJoined(
  tx: Database,
  memberId: string,
  to: string,
  provider: string,
): Promise<void> {
  await writeMail(tx, {
    to,
    kind: "provider-joined",
    memberId,
    cause: randomUUID(),
    byStranger: false,
    words: {
      subject: say(mail.connectedSubject, { provider }),
      paragraphs: [say(mail.isConnected, { provider }), mail.ifYouDidNotConnectIt],
      action: { label: mail.seeYourAccount, url: `${env.siteUrl}/account` },
    },
  });
}

export async function tellProviderLeft(
  tx: Database,
  memberId: string,
  to: string,
  provider: string,
): Promise<void> {
  await writeMail(tx, {
    to,
    kind: "provider-left",
    memberId,
    cause: randomUUID(),
    byStranger: false,
    words: {
      subject: say(mail.disconnectedSubject, { provider }),
      paragraphs: [say(mail.isDisconnected, { provider }), mail.ifYouDidNotConnectIt],
      action: { label: mail.seeYourAccount, url: `${env.siteUrl}/account` },
    },
  });
}

/** Tells a member that their account will be gone, and how to keep it. */
export async function tellErasureAsked(tx: Database, memberId: string, to: string, due: Date): Promise<void> {
  await writeMail(tx, {
    to,
    kind: "erasure-asked",
    memberId,
    cause: randomUUID(),
    byStranger: false,
    words: {
      subject: mail.erasureSubject,
      paragraphs: [say(mail.accountIsHidden, { when: moment(due) }), mail.signInToKeepIt],
      action: { label: mail.signInAndKeepIt, url: `${env.siteUrl}/sign-in` },
    },
  });
}

/** The last mail. It belongs to no account, and once it was sent nothing says that it was. */
export async function tellErased(tx: Database, to: string): Promise<void> {
  await writeMail(tx, {
    to,
    kind: LAST_MAIL,
    memberId: null,
    cause: randomUUID(),
    byStranger: false,
    words: { subject: mail.erasedSubject, paragraphs: [mail.accountIsGone, mail.thisIsTheLastMail] },
  });
}

/** "6 December 2026, 11:00 UTC" */
const moment = (at: Date): string =>
  `${at.toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" })} UTC`;
