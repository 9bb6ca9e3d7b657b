import "server-only";

import { type Database } from "@/platform/database";

/** Whether the account has a passkey, or codes from an app. */
export async function hasAnyFactor(tx: Database, memberId: string): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ has: boolean }[]>`
    SELECT EXISTS (SELECT FROM passkey WHERE member_id = ${memberId}::uuid)
      OR EXISTS (SELECT FROM totp WHERE member_id = ${memberId}::uuid AND confirmed_at IS NOT NULL) AS has`;
  return found?.has === true;
}

/** A session that was opened with a second factor has none once the account has none; recovery codes stand for what is gone. */
export async function noteRemoved(tx: Database, memberId: string): Promise<void> {
  if (await hasAnyFactor(tx, memberId)) return;
  await tx.recoveryCode.deleteMany({ where: { memberId } });
  await tx.session.updateMany({ where: { memberId }, data: { multiFactor: false } });
}

/** What was added since, accounts elsewhere too, and recovery codes whenever they were made; everybody is signed out beside it. */
export async function forgetKeysSince(tx: Database, memberId: string, since: Date): Promise<void> {
  await tx.passkey.deleteMany({ where: { memberId, createdAt: { gte: since } } });
  await tx.totp.deleteMany({
    where: { memberId, OR: [{ confirmedAt: { gte: since } }, { confirmedAt: null }] },
  });
  await tx.recoveryCode.deleteMany({ where: { memberId } });
  await tx.outsideAccount.deleteMany({ where: { memberId, joinedAt: { gte: since } } });
}
