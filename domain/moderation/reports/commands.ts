import "server-only";

import { whyUnproven } from "@/domain/comments/policy";
import type { Member } from "@/domain/members/member";
import { refuseIfSanctioned } from "@/domain/members/good-standing";
import { mayGiveNotice, mayReport } from "./policy";
import type { Receipt } from "./report";
import type { NewReport } from "./schema";
import { currentRules } from "@/domain/moderation/rules/queries";
import { ILLEGAL, ruleOf } from "@/domain/moderation/rules/rules";
import { transaction, type Database } from "@/platform/database";
import { authorize, Conflict, NotFound, Unacceptable } from "@/platform/refusal";
import * as t from "#messages/reports";
import { say } from "@/messages/say";

/**
 * Reports a comment for a moderator to look at: a member for breaking a house rule, anyone for being illegal.
 * One open report a member and comment; a text that was looked at and stands is not reported again by the same member.
 */
export async function report(commentId: string, input: NewReport, actor: Member | null): Promise<Receipt> {
  const writing = transaction(async (tx) => {
    const comment = await tx.comment.findUnique({
      where: { id: commentId, article: { unpublishedAt: null } },
    });
    if (!comment || (comment.state !== "visible" && !comment.listed))
      throw new NotFound(t.thisCommentIsNotThere);
    const illegal = input.reason === ILLEGAL.key;
    const allowed = illegal ? mayGiveNotice(actor, comment) : mayReport(actor, comment);
    authorize(allowed, actor ?? (illegal ? {} : null), whyUnproven(actor) ?? t.thisCommentCannotBeReported);
    if (!ruleOf(await currentRules(), input.reason) && !illegal)
      throw new Unacceptable(t.pleaseChooseAReason, { reason: t.pleaseChooseAReason });
    if (actor) await refuseAgain(tx, comment, actor);
    const { law, name, email, goodFaith } = input;
    const row = await tx.report.create({
      data: {
        commentId,
        revision: comment.revision,
        reporterId: actor?.id ?? null,
        reason: input.reason,
        detail: input.detail,
        ...(illegal && { notice: { law, name, email, goodFaith } }),
      },
    });
    return {
      id: row.id,
      comment: commentId,
      member: null,
      reason: row.reason,
      at: row.at.toISOString(),
      state: row.state,
      decidedAt: null,
    };
  });
  return refuseIfSanctioned(writing);
}

async function refuseAgain(
  tx: Database,
  comment: { id: string; revision: number },
  actor: Member,
): Promise<void> {
  // Two clicks at once: the second waits here for the first, and then finds it.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${say(t.reportIdId2, { id: comment.id, id2: actor.id })}, 0))`;
  const before = await tx.report.findFirst({
    where: { commentId: comment.id, reporterId: actor.id },
    orderBy: { id: "desc" },
  });
  if (before?.state === "open") throw new Conflict(t.youHaveReportedThisAlready);
  if (before?.state === "dismissed" && before.revision === comment.revision)
    throw new Conflict(t.youHaveReportedThisText);
}
