import "server-only";

import type { MailWords } from "./mail";
import { mayReadTheMailbox, type Reader } from "./policy";
import { unseal } from "./seal";
import { database } from "@/platform/database";
import { env } from "@/platform/env";
import { NotFound } from "@/platform/refusal";

/** So many of the newest are shown. */
const SHOWN = 100;

export type KeptMail = MailWords & { id: string; to: string; at: string };

/** Mails that a site without a mail server has kept, newest first. @throws NotFound for everybody but whoever sits at this machine */
export async function keptMails(reader: Reader): Promise<KeptMail[]> {
  if (!mayReadTheMailbox({ mail: env.mail, ...reader })) throw new NotFound();
  const rows = await database().mail.findMany({
    orderBy: { id: "desc" },
    take: SHOWN,
    select: { id: true, recipient: true, sealed: true, at: true },
  });
  return rows.flatMap(({ id, recipient, sealed, at }) => {
    const words = sealed && unseal(sealed);
    return words ? [{ ...words, id, to: recipient, at: at.toISOString() }] : [];
  });
}
