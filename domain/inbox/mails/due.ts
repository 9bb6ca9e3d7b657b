import "server-only";

import { compose } from "./compose";
import { MAILABLE, recipientJoins } from "./mailable";
import { toldBy } from "./told";
import { OF_DISCUSSIONS } from "@/domain/inbox/notice";
import { noticeJoins } from "@/domain/inbox/readable";
import { writeMail } from "@/domain/mail/write";
import { database, literalNumber, Prisma, transaction } from "@/platform/database";

/** What is read on the site within this time is not mailed, and what comes within it joins the mail. Minutes. */
export const MAILED_AFTER = 5;
/** So many notices are let go at once, so often in one round, and so many mails written. */
const LET_GO_AT_ONCE = 2_000;
const LET_GO_TIMES = 50;
const MAILS_AT_ONCE = 50;
/** News is not worth sending a day later. Seconds. */
const USEFUL_FOR = 86_400;

const IS_DUE = Prisma.sql`n.mail_open AND n.at <= now() - make_interval(mins => ${MAILED_AFTER}::int)`;
/** What one mail is about: a discussion, or a notice alone. */
const ABOUT = Prisma.sql`CASE WHEN n.kind = ANY (${[...OF_DISCUSSIONS]}::text[]) THEN n.article_id ELSE n.id END`;

/** Writes the mails that are due, one for each member and discussion; what nobody wants mailed any more is let go. @returns how many */
export async function mailNotices(): Promise<number> {
  for (let nth = 0; nth < LET_GO_TIMES; nth++) if ((await letGo()) === 0) break;
  const due = await database().$queryRaw<{ memberId: string; about: string }[]>`
    SELECT DISTINCT n.member_id AS "memberId", ${ABOUT} AS about
    FROM (SELECT n.* FROM notice n WHERE ${IS_DUE} ORDER BY n.at LIMIT ${literalNumber(LET_GO_AT_ONCE)}) n LIMIT ${literalNumber(MAILS_AT_ONCE)}`;
  let written = 0;
  for (const { memberId, about } of due) if (await mailOne(memberId, about)) written++;
  return written;
}

/** @returns how many were let go */
const letGo = (): Promise<number> =>
  database().$executeRaw`
    WITH due AS (SELECT n.id FROM notice n WHERE ${IS_DUE} ORDER BY n.at LIMIT ${literalNumber(LET_GO_AT_ONCE)} FOR UPDATE SKIP LOCKED),
    wanted AS (SELECT n.id FROM due JOIN notice n ON n.id = due.id ${noticeJoins} ${recipientJoins} WHERE ${MAILABLE})
    UPDATE notice n SET mail_open = false FROM due WHERE n.id = due.id AND NOT EXISTS (SELECT FROM wanted w WHERE w.id = due.id)`;

/** What has come meanwhile goes along. */
const mailOne = (memberId: string, about: string): Promise<boolean> =>
  transaction(async (tx) => {
    const told = await toldBy(
      tx,
      Prisma.sql`n.member_id = ${memberId}::uuid AND n.mail_open AND n.at <= now() AND ${ABOUT} = ${about}::uuid`,
    );
    const [first] = told;
    if (!first) return false;
    const id = await writeMail(tx, {
      to: first.email,
      kind: "notices",
      memberId,
      cause: first.id,
      words: await compose(told),
      byStranger: false,
      usefulFor: USEFUL_FOR,
    });
    await tx.notice.updateMany({
      where: { id: { in: told.map((one) => one.id) } },
      data: { mailOpen: false, mailId: id },
    });
    return id !== null;
  });
