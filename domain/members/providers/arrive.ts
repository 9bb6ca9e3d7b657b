import "server-only";

import type { Arrival, Outsider } from "./outside";
import { isStaff } from "@/domain/members/policy";
import { letIn } from "@/domain/members/sign-in";
import type { Credentials } from "@/domain/members/sessions";
import { noteSecurity } from "@/domain/members/security-events";
import { tellProviderJoined } from "@/domain/members/security-mails";
import { takeTurns } from "@/domain/mail/write";
import { database, transaction } from "@/platform/database";
import { env } from "@/platform/env";
import * as t from "#messages/providers";

/**
 * Somebody comes back from a provider, signed out here. Who they are is `issuer` and `subject`; an address decides only where nobody
 * has that pair yet.
 * @param provider as people call it
 * @throws AccountClosed, Unacceptable
 */
export async function arrive(outsider: Outsider, provider: string): Promise<Arrival> {
  const known = await holderOf(outsider);
  if (known) return signedIn(known, outsider.multiFactor);
  const { email } = outsider;
  if (email === null) return { kind: "unproven" };
  const joined = await joinByAddress({ ...outsider, email }, provider);
  if (joined === "nobody") return { kind: "new", outsider: { ...outsider, email } };
  return joined === "not theirs" ? { kind: "taken" } : signedIn(joined);
}

/** Not counted where an address has just joined the accounts: the second factor was not this account's yet. */
async function signedIn(credentials: Credentials, multiFactor = false): Promise<Arrival> {
  const { member, token } = await letIn(credentials, t.thatAccountHasGone, multiFactor);
  return { kind: "signed in", memberId: member.id, token };
}

async function holderOf({ issuer, subject }: Outsider): Promise<Credentials | null> {
  const found = await database().outsideAccount.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { member: { select: { id: true, passwordHash: true } } },
  });
  return found?.member ?? null;
}

/**
 * An address joins only where both sides have proven it: the provider says that it is theirs, and here addresses prove themselves. Not for
 * staff, whose accounts are worth a provider's mistake; and not beside another account at the same provider.
 */
async function joinByAddress(
  { issuer, subject, email }: Outsider & { email: string },
  provider: string,
): Promise<Credentials | "nobody" | "not theirs"> {
  return transaction(async (tx) => {
    await takeTurns(tx, email);
    const holder = await tx.member.findUnique({
      where: { email },
      include: { outsideAccounts: { where: { issuer }, select: { id: true } } },
    });
    if (!holder) return "nobody";
    const isProven = env.provesAddress && holder.provenAt !== null;
    if (!isProven || isStaff(holder) || holder.sample || holder.outsideAccounts.length > 0)
      return "not theirs";
    await tx.outsideAccount.create({ data: { memberId: holder.id, issuer, subject } });
    await noteSecurity(tx, holder.id, "provider-joined");
    await tellProviderJoined(tx, holder.id, email, provider);
    return { id: holder.id, passwordHash: holder.passwordHash };
  });
}
