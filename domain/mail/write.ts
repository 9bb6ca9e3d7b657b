import "server-only";

import { strangersLimit, type MailKind, type MailWords } from "./mail";
import { seal } from "./seal";
import { mailboxOf } from "@/domain/members/email-address";
import { Prisma, type Database } from "@/platform/database";
import { env } from "@/platform/env";
import { enqueue } from "@/platform/job-queue";

export type NewMail = Readonly<{
  /** An address in its one spelling. */
  to: string;
  kind: MailKind;
  /** Whose account it is about; nobody's for an address that has none. */
  memberId: string | null;
  /** What it is sent for, by an id: one cause, one mail. */
  cause: string;
  words: MailWords;
  /** Somebody who need not be its reader can make us send it, so there is a limit. */
  byStranger: boolean;
  /** After so many seconds it is not worth sending any more. */
  usefulFor?: number;
}>;

/**
 * Writes a mail in the transaction of what causes it; it is sent once that is committed, and not if it is rolled back. Where nothing can
 * be sent and nobody reads it, nothing is written; nor is a mail too many.
 * @returns its id; null where none was written
 */
export async function writeMail(tx: Database, mail: NewMail): Promise<string | null> {
  if (env.mail === "none") return null;
  if (mail.byStranger && (await isOneTooMany(tx, mail))) return null;
  const [written] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO mail (recipient, cause, kind, member_id, by_stranger, sealed, useful_until)
    VALUES (${mail.to}, ${`${mail.kind} ${mail.cause}`}, ${mail.kind}, ${mail.memberId}::uuid, ${mail.byStranger}, ${seal(mail.words)},
      now() + make_interval(secs => ${mail.usefulFor ?? null}))
    ON CONFLICT (recipient, cause) DO NOTHING RETURNING id::text`;
  if (written && env.mail === "smtp") await enqueue("mail", written.id);
  return written?.id ?? null;
}

async function isOneTooMany(tx: Database, { to, kind }: NewMail): Promise<boolean> {
  await takeTurns(tx, to);
  const limit = strangersLimit(kind);
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM mail
    WHERE ${MAILBOX} = ${mailboxOf(to)} AND (recipient = ${to} OR ${limit.to === "mailbox"}) AND by_stranger
      AND kind = ANY (${limit.kinds}::text[]) AND at > now() - make_interval(secs => ${limit.seconds})`;
  return (row?.count ?? 0) >= limit.mails;
}

/** `mailboxOf` of a mail's recipient, as the index `mail_mailbox` has it. */
const MAILBOX = Prisma.sql`regexp_replace(recipient, '^(.[^+@]*)\\+[^@]*@', '\\1@')`;

/** Those who ask for one mailbox take turns until their transactions end, so that a hundred at once are counted too. */
export async function takeTurns(tx: Database, to: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`mail ${mailboxOf(to)}`}, 0))`;
}
