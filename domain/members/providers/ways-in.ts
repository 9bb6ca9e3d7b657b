import "server-only";

import type { Database } from "@/platform/database";
import { env } from "@/platform/env";

/**
 * Whether a member can get into their account as it is now: by a password; by a link to a proven address, where mails are sent; by a
 * passkey; by a provider that is in the settings.
 */
export async function hasAnotherWayIn(tx: Database, memberId: string): Promise<boolean> {
  const { passwordHash, email, outsideAccounts, _count } = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    select: {
      passwordHash: true,
      email: true,
      outsideAccounts: { select: { issuer: true } },
      _count: { select: { passkeys: true } },
    },
  });
  const issuers = env.providers.map(({ issuer }) => issuer);
  return (
    passwordHash !== null ||
    (email !== null && env.mail !== "none") ||
    _count.passkeys > 0 ||
    outsideAccounts.some(({ issuer }) => issuers.includes(issuer))
  );
}
