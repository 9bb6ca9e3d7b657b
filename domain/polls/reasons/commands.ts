import "server-only";

import { REASON_IN_THE_LOG } from "./reason";
import type { RemovedReason } from "./schema";
import type { Member } from "@/domain/members/member";
import { closing } from "@/domain/moderation/decisions/threads";
import { mayJudgeReplies } from "@/domain/polls/policy";
import { pollAt } from "@/domain/polls/queries";
import { transaction } from "@/platform/database";
import { authorize, NotFound } from "@/platform/refusal";
import * as t from "#messages/debate";

/**
 * Takes the words of a quoted reason down for good, and keeps that a vote changed. The log says for which rule; whose it was nobody
 * knows, so nobody is told. @throws NotFound where it is gone already; Unacceptable without a rule
 */
export async function removeReason(
  { slug, id }: { slug: string; id: string },
  { ground, explanation }: RemovedReason,
  actor: Member,
): Promise<void> {
  authorize(mayJudgeReplies(actor), actor, t.editorsAndModeratorsTakeDown);
  const poll = await pollAt(slug, actor);
  await transaction(async (tx) => {
    const reasons = await closing(t.thisReasonIsNotQuoted, ground, explanation);
    const [taken] = await tx.$queryRaw<{ down: boolean }[]>`
      SELECT take_reason_down(${poll.id}::uuid, ${id}::uuid) AS down`;
    if (!taken?.down) throw new NotFound(t.thereIsNoSuchReason);
    await tx.decision.create({
      data: {
        action: "reject",
        moderatorId: actor.id,
        articleId: poll.articleId,
        ...reasons,
        statement: { ...reasons.statement, facts: t.theWordsOfTheReason },
        before: REASON_IN_THE_LOG.quoted,
        after: REASON_IN_THE_LOG.removed,
      },
    });
  });
}
