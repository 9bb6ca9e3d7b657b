import "server-only";

import { MAILED } from "./choice";
import { READABLE } from "@/domain/inbox/readable";
import { REFUSALS } from "@/domain/mail/mail";
import { Prisma } from "@/platform/database";

/** What of a banned member's is mailed to them: what was decided about them. */
const TOLD_THE_BANNED = ["decision", "appeal-outcome"];

/** Whom a notice is for, and what they said of mails, beside what `noticeJoins` has. */
export const recipientJoins = Prisma.sql`
  JOIN member who ON who.id = n.member_id LEFT JOIN mail_choice mc ON mc.member_id = n.member_id`;

/**
 * Whether a mail may say a notice now: it was not read, what it is about can still be read, its reader wants such mails and has not
 * muted it since, and their mailbox takes them.
 */
export const MAILABLE = Prisma.sql`
  n.read_at IS NULL AND ${READABLE}
  AND who.email IS NOT NULL AND who.hidden_at IS NULL AND who.mail_refusals < ${REFUSALS}::int AND NOT coalesce(mc.none, false)
  AND (n.kind = ANY (coalesce(mc.wanted, '{}')) OR n.kind = ANY (${[...MAILED]}::text[]) AND NOT n.kind = ANY (coalesce(mc.unwanted, '{}')))
  AND (n.kind = ANY (${TOLD_THE_BANNED}::text[]) OR NOT EXISTS (SELECT FROM sanction s WHERE s.member_id = who.id AND s.kind = 'ban'
    AND s.lifted_at IS NULL AND (s.until IS NULL OR s.until > now())))
  AND NOT hears_nothing(who.id, n.kind, n.article_id, n.comment_id, c.author_id)`;
