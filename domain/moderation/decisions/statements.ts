import "server-only";

import { isModeratorHere, type Member, type Role } from "@/domain/members/member";
import { APPEAL_OUTCOMES, type AppealView } from "@/domain/moderation/appeals/appeal";
import { mayAppeal } from "@/domain/moderation/appeals/policy";
import { actionOf, isAppointment, type Action, type Office, type Statement } from "./decision";
import { KeptStatement } from "./schema";
import { rulesOf } from "@/domain/moderation/rules/queries";
import { ruleOf, type HouseRule } from "@/domain/moderation/rules/rules";
import { fromStore, type SafeHtml } from "@/domain/prose/safe-html";
import { database } from "@/platform/database";
import { mayModerate } from "./policy";
import { refuseOutOfScope } from "./scope";
import { authorize, NotFound } from "@/platform/refusal";
import * as t from "#messages/decisions";

/** Only admins and the operator give offices. */
const officeOf = (action: Action, role: Role | undefined): Office =>
  isAppointment(action) ? "admin" : role === "admin" || role === "editor" ? role : "moderator";

/** A decision as whom it concerns reads it: what, why, on what ground, and what can be done about it. */
export type StatementView = {
  id: string;
  at: string;
  action: Action;
  /** By office, not by name. */
  by: Office;
  rule: (HouseRule & { version: number }) | null;
  statement: Partial<Statement> | null;
  /** As the comment reads now; null when the decision is about the member. */
  comment: { id: string; articleSlug: string; html: SafeHtml } | null;
  undone: boolean;
  /** What this decision reverses. */
  undoes: { id: string; action: Action } | null;
  appeal: AppealView | null;
  can: { appeal: boolean };
};

/** For the member it concerns, and for moderators. To everyone else it is not there. */
export async function statementOf(id: string, viewer: Member): Promise<StatementView> {
  const row = await database().decision.findUnique({ where: { id } });
  if (!row || (row.memberId !== viewer.id && !isModeratorHere(viewer, row.articleId)))
    throw new NotFound(t.noSuchDecisionAboutYou);
  const [comment, appeal, undone, undoes, rules, moderator] = await Promise.all([
    row.commentId
      ? database().comment.findUnique({ where: { id: row.commentId }, include: { article: true } })
      : null,
    database().appeal.findUnique({ where: { decisionId: id } }),
    database().decision.findFirst({ where: { undoes: id } }),
    row.undoes === null
      ? null
      : database().decision.findUnique({ where: { id: row.undoes }, select: { id: true, action: true } }),
    row.rulesVersion === null ? null : rulesOf(row.rulesVersion),
    row.moderatorId
      ? database().member.findUnique({ where: { id: row.moderatorId }, select: { role: true } })
      : null,
  ]);
  const rule = rules && row.ground !== null ? ruleOf(rules, row.ground) : undefined;
  const action = actionOf(row.action);
  return {
    id,
    at: row.at.toISOString(),
    action,
    by: officeOf(action, moderator?.role),
    rule: rule && rules ? { ...rule, version: rules.version } : null,
    statement: KeptStatement.parse(row.statement),
    comment: comment && { id: comment.id, articleSlug: comment.article.slug, html: fromStore(comment.html) },
    undone: undone !== null,
    undoes: undoes && { id: undoes.id, action: actionOf(undoes.action) },
    appeal: appeal && {
      id: appeal.id,
      words: appeal.words,
      at: appeal.at.toISOString(),
      outcome: APPEAL_OUTCOMES.find((outcome) => outcome === appeal.outcome) ?? null,
      answer: appeal.answer,
      answeredAt: appeal.answeredAt?.toISOString() ?? null,
    },
    can: { appeal: appeal === null && undone === null && mayAppeal(viewer, { ...row, action }, new Date()) },
  };
}

/** How a discussion is steered now; null for an unknown article. */
export async function discussionOf(slug: string, viewer: Member) {
  authorize(mayModerate(viewer), viewer, t.theDeskIsForModerators);
  const row = await database().article.findUnique({
    where: { slug },
    include: { revisions: { select: { title: true }, orderBy: { number: "desc" }, take: 1 } },
  });
  if (row) refuseOutOfScope(row.id, viewer);
  return (
    row && {
      id: row.id,
      title: row.revisions[0]?.title ?? slug,
      comments: row.commentsState,
      moderation: row.moderation,
      slowSeconds: row.slowSeconds,
      closesAt: row.closesAt?.toISOString() ?? null,
    }
  );
}
