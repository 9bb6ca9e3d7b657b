import "server-only";

import { decisionLeadsTo } from "@/domain/comments/moves";
import { notify } from "@/domain/inbox/commands";
import type { Member } from "@/domain/members/member";
import { mayAppeal } from "./policy";
import type { AppealAnswer } from "./schema";
import { actionOf } from "@/domain/moderation/decisions/decision";
import { mayAnswer, mayModerate } from "@/domain/moderation/decisions/policy";
import { lastDecisions } from "@/domain/moderation/decisions/queries";
import { lockThread } from "@/domain/moderation/decisions/threads";
import { carryOut, lockComments } from "@/domain/moderation/decisions/write";
import { restoreProfile } from "@/domain/moderation/profiles/commands";
import { lift } from "@/domain/moderation/sanctions/commands";
import { restoreReply } from "@/domain/polls/replies/commands";
import { transaction, type Database } from "@/platform/database";
import { authorize, Conflict, NotFound } from "@/platform/refusal";
import * as t from "#messages/decisions";

/** Asks for another look at a decision, in the member's own words; one appeal a decision. */
export async function appeal(decisionId: string, words: string, actor: Member): Promise<{ appeal: string }> {
  return transaction(async (tx) => {
    const decision = await tx.decision.findUnique({ where: { id: decisionId } });
    if (decision?.memberId !== actor.id) throw new NotFound(t.noSuchDecisionAboutYou);
    const asked = { ...decision, action: actionOf(decision.action) };
    authorize(mayAppeal(actor, asked, new Date()), actor, t.thisDecisionCannotBeAppealed);
    const undone = await tx.decision.findFirst({ where: { undoes: decisionId } });
    if (undone) throw new Conflict(t.thisDecisionIsAlreadyReversed);
    const { count } = await tx.appeal.createMany({
      data: [{ decisionId, memberId: actor.id, words }],
      skipDuplicates: true,
    });
    const row = await tx.appeal.findUniqueOrThrow({ where: { decisionId } });
    if (count === 0) throw new Conflict(t.youHaveAppealedThisDecision, { appeal: row.id });
    await tellWhoAnswers(tx, row.id, decision);
    return { appeal: row.id };
  });
}

/** Whoever may answer it: neither who decided nor who appeals. The newest of a great many moderators read it at the desk. */
async function tellWhoAnswers(tx: Database, appealId: string, decision: Row): Promise<void> {
  const { id, articleId, commentId, memberId } = decision;
  const staff = await tx.member.findMany({
    where: {
      OR: [
        { role: { in: ["moderator", "admin"] } },
        ...(articleId === null ? [] : [{ moderates: { some: { articleId } } }]),
      ],
      id: { notIn: [decision.moderatorId, memberId].filter((one) => one !== null) },
      hiddenAt: null,
    },
    select: { id: true },
    orderBy: { id: "asc" },
    take: STAFF_TOLD,
  });
  const about = { articleId: articleId ?? undefined, commentId: commentId ?? undefined, subjectId: id };
  const cause = `appeal ${appealId} waits`;
  await notify(
    tx,
    ...staff.map((one) => ({ memberId: one.id, kind: "appeal-waits" as const, cause, ...about })),
  );
}

/** More are not told of one appeal. */
const STAFF_TOLD = 50;

/**
 * Answers an appeal, with reasons. Only another moderator may. When it was right, what the decision did is undone at once:
 * a comment is restored in its place, a sanction lifted with what it took down.
 */
export async function answer(
  appealId: string,
  input: AppealAnswer,
  actor: Member,
): Promise<{ outcome: AppealAnswer["outcome"] }> {
  authorize(mayModerate(actor), actor, t.onlyModeratorsAnswerAppeals);
  return transaction(async (tx) => {
    const asked = await tx.appeal.findUnique({ where: { id: appealId } });
    if (!asked) throw new NotFound(t.thereIsNoSuchAppeal);
    const decision = await tx.decision.findUniqueOrThrow({ where: { id: asked.decisionId } });
    const who = { memberId: asked.memberId, decidedBy: decision.moderatorId, articleId: decision.articleId };
    authorize(mayAnswer(actor, who), actor, t.anotherModeratorAnswersThis);
    if (input.outcome === "upheld") await takeBack(tx, decision, input, actor);
    const { count } = await tx.appeal.updateMany({
      where: { id: appealId, outcome: null },
      data: { outcome: input.outcome, answer: input.answer, answeredBy: actor.id, answeredAt: new Date() },
    });
    if (count === 0) throw new Conflict(t.thisAppealHasBeenAnswered);
    await notify(tx, {
      memberId: asked.memberId,
      kind: "appeal-outcome",
      cause: `appeal ${appealId}`,
      articleId: decision.articleId ?? undefined,
      commentId: decision.commentId ?? undefined,
      subjectId: decision.id,
    });
    return { outcome: input.outcome };
  });
}

type Row = {
  id: string;
  action: string;
  moderatorId: string | null;
  commentId: string | null;
  articleId: string | null;
  memberId: string | null;
  revision: number | null;
};

async function takeBack(
  tx: Database,
  decision: Row,
  { answer: explanation, revision }: AppealAnswer,
  actor: Member,
): Promise<void> {
  if (decision.action === "lock" && decision.commentId) {
    await lockThread({ action: "unlock", comment: decision.commentId, explanation }, actor);
  } else if (decision.commentId) {
    await restoreComment(
      tx,
      decision.commentId,
      { decision: decision.id, revision: revision ?? decision.revision },
      actor,
    );
  } else if (decision.action === "reset") {
    await restoreProfile(tx, decision, { action: "restore", explanation }, actor);
  } else if (!(await restoreReply(tx, decision, actor))) {
    const sanction = await tx.sanction.findFirst({ where: { decisionId: decision.id, liftedAt: null } });
    if (sanction) await lift(sanction.id, { explanation, restore: true }, actor);
  }
}

/** Only what that very decision took down, and only the text that was read; what was decided since stands. */
async function restoreComment(
  tx: Database,
  id: string,
  seen: { decision: string; revision: number | null },
  actor: Member,
): Promise<void> {
  const [comment] = await lockComments(tx, [id]);
  const last = (await lastDecisions(tx, [id])).get(id);
  if (!comment || last?.id !== seen.decision || comment.state !== last.after) return;
  const after = decisionLeadsTo("restore", comment);
  if (!after) return;
  if (comment.revision !== seen.revision)
    throw new Conflict(t.itsAuthorHasChangedTheText, { state: comment.state, revision: comment.revision });
  await carryOut(tx, [{ comment, action: "restore", after, undoes: seen.decision }], actor);
}
