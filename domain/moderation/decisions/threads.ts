import "server-only";

import { record } from "@/domain/events/record";
import type { Member } from "@/domain/members/member";
import { REDRESS, type Statement } from "./decision";
import { mayModerate } from "./policy";
import { refuseOutOfScope } from "./scope";
import type { OnThread } from "./schema";
import { currentRules } from "@/domain/moderation/rules/queries";
import { ruleOf } from "@/domain/moderation/rules/rules";
import { transaction } from "@/platform/database";
import { authorize, Conflict, NotFound, Unacceptable } from "@/platform/refusal";
import * as t from "#messages/decisions";

/** Closes a comment and everything below it to replies, or opens it again. */
export async function lockThread(
  { action, comment: id, ground, explanation }: OnThread,
  actor: Member,
): Promise<{ decision: string; locked: boolean }> {
  authorize(mayModerate(actor), actor, t.onlyModeratorsCloseThreads);
  return transaction(async (tx) => {
    const locked = action === "lock";
    const comment = await tx.comment.findUnique({ where: { id } });
    if (!comment) throw new NotFound(t.thisCommentIsNotThere);
    refuseOutOfScope(comment.articleId, actor);
    const { count } = await tx.comment.updateMany({ where: { id, locked: !locked }, data: { locked } });
    if (count === 0)
      throw new Conflict(locked ? t.thisThreadIsClosedAlready : t.thisThreadIsOpen, { locked });
    const reasons = locked ? await closing(t.thisThreadTakesNoMoreReplies, ground, explanation) : {};
    const { articleId, authorId, revision } = comment;
    const decision = await tx.decision.create({
      data: {
        action,
        moderatorId: actor.id,
        commentId: id,
        articleId,
        memberId: authorId,
        revision,
        ...reasons,
      },
    });
    await record(tx, locked ? "thread.locked" : "thread.unlocked", {
      articleId,
      subjectId: id,
      parentId: comment.parentId,
    });
    return { decision: decision.id, locked };
  });
}

/** Ground and statement for closing something to everyone. */
export async function closing(scope: string, ground: string | undefined, explanation: string) {
  const rules = await currentRules();
  const rule = ground === undefined ? undefined : ruleOf(rules, ground);
  if (!rule) throw new Unacceptable(t.chooseTheRuleItIsBasedOn, { ground: t.pleaseChooseARule });
  const statement: Statement = {
    scope,
    until: null,
    facts: t.theCourseOfTheDiscussion,
    source: "own",
    automatedDetection: false,
    automatedDecision: false,
    explanation: explanation || rule.sentence,
    redress: REDRESS,
  };
  return { ground: rule.key, rulesVersion: rules.version, statement };
}
