import "server-only";

import type { Member, Role } from "@/domain/members/member";
import { mayAnswer, mayDecideOn, mayModerate } from "@/domain/moderation/decisions/policy";
import { withinScope } from "@/domain/moderation/decisions/scope";
import { CLAIM_SECONDS, type Claim } from "./queue";
import { database, Prisma, transaction } from "@/platform/database";
import { authorize } from "@/platform/refusal";
import * as t from "#messages/desk";

/**
 * Says "I am looking at this one", for two minutes; asked again, it lasts on. Tells whose it is: a claim is not taken away.
 * @throws NotAllowed for what this moderator may not judge, such as their own words
 */
export async function claim(subject: string, actor: Member): Promise<{ claim: Claim | null }> {
  authorize(mayModerate(actor), actor, t.theDeskIsForModerators);
  const items = await itemsAbout(subject, actor);
  authorize(
    items.every((item) => mayJudge(actor, item)),
    actor,
    t.anotherModeratorLooksAtThis,
  );
  // A comment may wait in two queues: whoever claims and lets go at once may wait for each other.
  const [row] = await transaction(async (tx) => {
    await tx.$executeRaw`
    UPDATE queue_item SET claimed_by = ${actor.id}::uuid, claimed_until = now() + make_interval(secs => ${CLAIM_SECONDS})
    WHERE subject_id = ${subject}::uuid AND ${withinScope(actor, Prisma.sql`article_id`)} AND (claimed_by IS NULL OR claimed_by = ${actor.id}::uuid OR claimed_until < now())`;
    return tx.$queryRaw<{ id: string; name: string; until: Date }[]>`
    SELECT m.id, m.name, q.claimed_until AS until FROM queue_item q JOIN member m ON m.id = q.claimed_by
    WHERE q.subject_id = ${subject}::uuid AND q.claimed_until > now() AND ${withinScope(actor, Prisma.sql`q.article_id`)} LIMIT 1`;
  });
  return { claim: row ? { by: row.name, mine: row.id === actor.id, until: row.until.toISOString() } : null };
}

/** Lets go of it again. */
export async function release(subject: string, actor: Member): Promise<void> {
  authorize(mayModerate(actor), actor, t.theDeskIsForModerators);
  await transaction((tx) =>
    tx.queueItem.updateMany({
      where: { subjectId: subject, claimedBy: actor.id },
      data: { claimedBy: null, claimedUntil: null },
    }),
  );
}

type Item = {
  queue: string;
  article_id: string | null;
  member_id: string | null;
  role: Role | null;
  decided_by: string | null;
};

/** What waits under this id within the moderator's reach: a comment may be in two queues. */
const itemsAbout = (subject: string, actor: Member): Promise<Item[]> =>
  database().$queryRaw<Item[]>`
    SELECT q.queue, q.article_id, q.member_id, m.role::text AS role, d.moderator_id AS decided_by
    FROM queue_item q LEFT JOIN member m ON m.id = q.member_id
    LEFT JOIN appeal a ON a.id = q.subject_id AND q.queue = 'appeals' LEFT JOIN decision d ON d.id = a.decision_id
    WHERE q.subject_id = ${subject}::uuid AND ${withinScope(actor, Prisma.sql`q.article_id`)}`;

const mayJudge = (actor: Member, { queue, article_id, member_id, role, decided_by }: Item): boolean =>
  queue === "appeals"
    ? member_id !== null &&
      mayAnswer(actor, { memberId: member_id, decidedBy: decided_by, articleId: article_id })
    : article_id !== null &&
      mayDecideOn(actor, member_id !== null && role !== null ? { id: member_id, role } : null, article_id);
