import "server-only";

import { randomUUID } from "node:crypto";
import type { MailKind } from "@/domain/mail/mail";
import { writeMail } from "@/domain/mail/write";
import type { Database } from "@/platform/database";
import { env } from "@/platform/env";
import * as t from "#messages/keys";

const WORDS = {
  "passkey-added": { subject: t.passkeyAddedSubject, what: t.aPasskeyWasAddedToYours },
  "passkey-removed": { subject: t.passkeyRemovedSubject, what: t.aPasskeyOfYoursWasRemoved },
  "app-added": { subject: t.appAddedSubject, what: t.anAppNowMakesCodes },
  "app-removed": { subject: t.appRemovedSubject, what: t.noAppMakesCodesNow },
  "recovery-codes-made": { subject: t.codesMadeSubject, what: t.newRecoveryCodesWereMade },
  "recovery-code-used": { subject: t.codeUsedSubject, what: t.aRecoveryCodeWasUsed },
} satisfies Partial<Record<MailKind, { subject: string; what: string }>>;

/** Tells a member what was done to the keys of their account, for it may not have been them. */
export async function tellOfKey(tx: Database, memberId: string, kind: keyof typeof WORDS): Promise<void> {
  const { email } = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { email: true } });
  if (email === null) return;
  const { subject, what } = WORDS[kind];
  await writeMail(tx, {
    to: email,
    kind,
    memberId,
    cause: randomUUID(),
    byStranger: false,
    words: {
      subject,
      paragraphs: [what, t.ifThatWasNotYou],
      action: { label: t.lookAtYourKeys, url: `${env.siteUrl}/account/keys` },
    },
  });
}
