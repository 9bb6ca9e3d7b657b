import "server-only";

import { mailboxOf, readEmail } from "./email-address";
import { type Database, database } from "@/platform/database";
import { sign, signatures } from "@/platform/signature";

/**
 * By what an address is known while its account is banned: a keyed hash of its mailbox, from which nobody without the site's secret
 * reads the address. 22 characters
 */
export const addressMark = (email: string): string => sign(PURPOSE, mailbox(email));

/** The same, and what it was under each earlier secret. */
export const addressMarks = (email: string): [string, ...string[]] => signatures(PURPOSE, mailbox(email));

const PURPOSE = "address of a banned account";
const mailbox = (email: string): string => mailboxOf(readEmail(email).address ?? email.toLowerCase());

/** Kept with the ban, for the account may be erased while it lasts. Its row may be without an address already. */
export async function markOf(tx: Database, memberId: string): Promise<string | null> {
  const { email } = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { email: true } });
  return email === null ? null : addressMark(email);
}

/** The member whose ban, in force now, an account with this address would get round; null if there is none. */
export async function whoIsBarredBy(email: string): Promise<string | null> {
  const ban = await database().sanction.findFirst({
    where: {
      addressMark: { in: addressMarks(email) },
      kind: "ban",
      liftedAt: null,
      OR: [{ until: null }, { until: { gt: new Date() } }],
    },
    select: { memberId: true },
  });
  return ban?.memberId ?? null;
}

/** Nothing of an address outlives its ban. */
export async function forgetEndedBans(): Promise<void> {
  await database().$executeRaw`
    UPDATE sanction SET address_mark = NULL WHERE address_mark IS NOT NULL AND (lifted_at IS NOT NULL OR until < now())`;
}
