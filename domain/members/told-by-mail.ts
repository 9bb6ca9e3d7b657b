import "server-only";

import { randomUUID } from "node:crypto";
import { writeMail } from "@/domain/mail/write";
import type { Database } from "@/platform/database";
import { env } from "@/platform/env";
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
