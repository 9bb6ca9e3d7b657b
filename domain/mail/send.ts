import "server-only";

import { letterOf } from "./letter";
import { LAST_MAIL } from "./mail";
import { unseal } from "./seal";
import { currentSite } from "@/domain/site/queries";
import { type Database, database, transaction } from "@/platform/database";
import { env } from "@/platform/env";
import { NotSent, SEND_WITHIN, sendLetter } from "@/platform/smtp";
import * as t from "#messages/mail";

/** Whoever tries it has it for so long, and then is taken for dead. Seconds. */
const TRYING = (2 * SEND_WITHIN) / 1_000;

type Tried = { recipient: string; sealed: Uint8Array | null; late: boolean; memberId: string | null };

/**
 * Sends one mail, once: it is noted who tries, and noted when it was taken, before another process may try. Only where the other side
 * took it and the line broke before it said so does a second copy go out, under the same Message-ID.
 * @throws NotSent when it should be tried again
 */
export async function sendMail(id: string): Promise<void> {
  const [tried] = await database().$queryRaw<Tried[]>`
    UPDATE mail SET trying_until = now() + make_interval(secs => ${TRYING})
    WHERE id = ${id}::uuid AND sent_at IS NULL AND refused_at IS NULL AND (trying_until IS NULL OR trying_until < now())
    RETURNING recipient, sealed, coalesce(useful_until < now(), false) AS late, member_id::text AS "memberId"`;
  if (!tried) return otherwise(id);
  const words = tried.sealed === null ? null : unseal(tried.sealed);
  if (tried.late || words === null)
    return giveUp(id, tried, tried.late ? "too late" : "cannot be unsealed", false);
  try {
    await sendLetter({
      to: tried.recipient,
      from: (await currentSite()).name,
      subject: words.subject,
      ...letterOf(words, env.siteUrl),
      messageId: `${id}@${host()}`,
      listId: host(),
    });
  } catch (problem) {
    if (problem instanceof NotSent && problem.forGood) return giveUp(id, tried, problem.message, true);
    await database().$executeRaw`
      UPDATE mail SET trying_until = NULL, problem = ${problem instanceof Error ? problem.message : ""} WHERE id = ${id}::uuid`;
    throw problem;
  }
  await transaction(async (tx) => {
    await tx.$executeRaw`
      UPDATE mail SET sent_at = now(), sealed = NULL, trying_until = NULL, problem = NULL WHERE id = ${id}::uuid`;
    await forgetLastMail(tx, id);
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
    if (refused)
      await tx.member.updateMany({ where: { email: mail.recipient }, data: { mailRefusedAt: new Date() } });
    await forgetLastMail(tx, id);
  });
}

/** What came back from elsewhere: the account with this address learns that its mail does not arrive. @returns whether there is one */
export async function noteBounce(email: string): Promise<boolean> {
  const { count } = await database().member.updateMany({
    where: { email, erasedAt: null },
    data: { mailRefusedAt: new Date() },
  });
  return count > 0;
}

/** One mail at once, to prove the way; nothing is kept. @throws NotSent */
export async function sendTestMail(to: string, id: string): Promise<void> {
  const words = { subject: t.testSubject, paragraphs: [t.testWords] };
  await sendLetter({
    to,
    from: (await currentSite()).name,
    subject: words.subject,
    ...letterOf(words, env.siteUrl),
    messageId: `${id}@${host()}`,
    listId: host(),
  });
}

const host = (): string => new URL(env.siteUrl).hostname;
