import "server-only";

import { letterOf } from "./letter";
import { LAST_MAIL, type MailWords } from "./mail";
import { unseal } from "./seal";
import { currentSite } from "@/domain/site/queries";
import { noticesStillToMail } from "@/domain/inbox/mails/compose";
import { digestStillToMail } from "@/domain/inbox/mails/digest-words";
import { type Database, database, transaction } from "@/platform/database";
import { env } from "@/platform/env";
import { NotSent, SEND_WITHIN, sendLetter } from "@/platform/smtp";
import * as t from "#messages/mail";

/** Whoever tries it has it for so long, and then is taken for dead. Seconds. */
const TRYING = (2 * SEND_WITHIN) / 1_000;

type Tried = {
  recipient: string;
  sealed: Uint8Array | null;
  kind: string;
  late: boolean;
  memberId: string | null;
};

/**
 * Sends one mail, once: it is noted who tries, and noted when it was taken, before another process may try. Only where the other side
 * took it and the line broke before it said so does a second copy go out, under the same Message-ID.
 * @throws NotSent when it should be tried again
 */
export async function sendMail(id: string): Promise<void> {
  const [tried] = await database().$queryRaw<Tried[]>`
    UPDATE mail SET trying_until = now() + make_interval(secs => ${TRYING})
    WHERE id = ${id}::uuid AND sent_at IS NULL AND refused_at IS NULL AND (trying_until IS NULL OR trying_until < now())
    RETURNING recipient, sealed, kind, coalesce(useful_until < now(), false) AS late, member_id::text AS "memberId"`;
  if (!tried) return otherwise(id);
  if (tried.late) return giveUp(id, tried, "too late", false);
  const sealed = tried.sealed === null ? null : unseal(tried.sealed);
  if (sealed === null) return giveUp(id, tried, "cannot be unsealed", false);
  const words = await asItIsNow(id, tried.kind, sealed);
  if (words === null) return giveUp(id, tried, "nothing is left to tell", false);
  try {
    await handOver(id, tried.recipient, words);
  } catch (problem) {
    if (problem instanceof NotSent && problem.forGood) return giveUp(id, tried, problem.message, true);
    await database().$executeRaw`
      UPDATE mail SET trying_until = NULL, problem = ${problem instanceof Error ? problem.message : ""} WHERE id = ${id}::uuid`;
    throw problem;
  }
  await transaction(async (tx) => {
    await tx.$executeRaw`
      UPDATE mail SET sent_at = now(), sealed = NULL, trying_until = NULL, problem = NULL WHERE id = ${id}::uuid`;
    await tx.member.updateMany({
      where: { email: tried.recipient, mailRefusals: { gt: 0 } },
      data: { mailRefusals: 0 },
    });
    await forgetLastMail(tx, id);
  });
}

/** What is about others' words is made again: meanwhile it may have been read, hidden, or unwanted. Null where nothing is left of it. */
async function asItIsNow(id: string, kind: string, written: MailWords): Promise<MailWords | null> {
  if (kind === "notices") return noticesStillToMail(id);
  return kind === "digest" ? digestStillToMail(id) : written;
}

async function handOver(id: string, to: string, words: MailWords): Promise<void> {
  const { name } = await currentSite();
  await sendLetter({
    to,
    from: words.from ?? name,
    subject: words.subject,
    ...letterOf(words, env.siteUrl),
    messageId: `${words.thread?.id ?? id}@${host()}`,
    parents: words.thread?.parents.map((parent) => `${parent}@${host()}`),
    oneClick: words.oneClick,
    listId: host(),
    listName: name,
  });
}

/** Nothing is kept of an address whose account is gone. */
async function forgetLastMail(tx: Database, id: string): Promise<void> {
  await tx.mail.deleteMany({ where: { id, kind: LAST_MAIL } });
}

/** Sent, given up, gone: nothing is left to do. Somebody else at it: let them, and look again. */
async function otherwise(id: string): Promise<void> {
  const open = await database().mail.findUnique({
    where: { id, sentAt: null, refusedAt: null },
    select: { id: true },
  });
  if (open) throw new NotSent("another process is at it", false);
}

async function giveUp(id: string, mail: Tried, problem: string, refused: boolean): Promise<void> {
  await transaction(async (tx) => {
    await tx.$executeRaw`
      UPDATE mail SET refused_at = now(), sealed = NULL, trying_until = NULL, problem = ${problem} WHERE id = ${id}::uuid`;
    if (refused) await noteRefusal(tx, mail.recipient);
    await forgetLastMail(tx, id);
  });
}

/** The account with this address learns that its mail does not arrive; too many in a row, and notices are not mailed there any more. */
const noteRefusal = (tx: Database, email: string) =>
  tx.member.updateMany({
    where: { email, erasedAt: null },
    data: { mailRefusedAt: new Date(), mailRefusals: { increment: 1 } },
  });

/** What came back from elsewhere counts as refused. @returns whether there is an account with this address */
export async function noteBounce(email: string): Promise<boolean> {
  const { count } = await noteRefusal(database(), email);
  return count > 0;
}

/** One mail at once, to prove the way; nothing is kept. @throws NotSent */
export const sendTestMail = (to: string, id: string): Promise<void> =>
  handOver(id, to, { subject: t.testSubject, paragraphs: [t.testWords] });

const host = (): string => new URL(env.siteUrl).hostname;
