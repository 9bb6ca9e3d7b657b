import "server-only";

import { digestFor } from "./digest-words";
import { writeMail } from "@/domain/mail/write";
import { database, literalNumber, transaction } from "@/platform/database";

/** Digests written in one round. */
const AT_ONCE = 20;
/** A digest that cannot be sent for so long is not sent: the next will be due. Seconds. */
const USEFUL_FOR = 43_200;

/** Writes the digests that are due. Where nothing is new there is none, and the time begins anew. @returns how many were written */
export async function mailDigests(): Promise<number> {
  const due = await database().$queryRaw<{ memberId: string }[]>`
    SELECT mc.member_id AS "memberId" FROM mail_choice mc WHERE mc.digest <> 'never'
      AND mc.digest_at <= now() - CASE mc.digest WHEN 'daily' THEN interval '1 day' ELSE interval '7 days' END
    ORDER BY mc.digest_at LIMIT ${literalNumber(AT_ONCE)}`;
  let written = 0;
  for (const { memberId } of due) if (await mailOne(memberId)) written++;
  return written;
}

const mailOne = (memberId: string): Promise<boolean> =>
  transaction(async (tx) => {
    const [due] = await tx.$queryRaw<{ since: Date; until: Date }[]>`
      SELECT mc.digest_at AS since, now()::timestamptz(3) AS until FROM mail_choice mc WHERE mc.member_id = ${memberId}::uuid AND mc.digest <> 'never'
        AND mc.digest_at <= now() - CASE mc.digest WHEN 'daily' THEN interval '1 day' ELSE interval '7 days' END
      FOR UPDATE SKIP LOCKED`;
    if (!due) return false;
    await tx.$executeRaw`UPDATE mail_choice SET digest_at = ${due.until} WHERE member_id = ${memberId}::uuid`;
    const digest = await digestFor(tx, memberId, due);
    if (!digest) return false;
    const id = await writeMail(tx, {
      to: digest.to,
      kind: "digest",
      memberId,
      cause: `${due.since.toISOString()} ${due.until.toISOString()}`,
      words: digest.words,
      byStranger: false,
      usefulFor: USEFUL_FOR,
    });
    return id !== null;
  });
