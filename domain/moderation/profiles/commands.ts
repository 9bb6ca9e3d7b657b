import "server-only";

import { aboutDecision, notify } from "@/domain/inbox/commands";
import type { Member } from "@/domain/members/member";
import { REDRESS, type Source, type Statement } from "@/domain/moderation/decisions/decision";
import { mayModerateEverywhere } from "@/domain/moderation/decisions/policy";
import { currentRules } from "@/domain/moderation/rules/queries";
import { ruleOf } from "@/domain/moderation/rules/rules";
import { mayJudgeProfile } from "./policy";
import { markOfWords } from "./queries";
import { closeProfileReports, reopenProfileReports, takeDown, bringBack } from "./removal";
import type { OnProfile } from "./schema";
import { type Database, transaction } from "@/platform/database";
import { authorize, Conflict, NotFound, Unacceptable } from "@/platform/refusal";
import * as t from "#messages/decisions";

/**
 * Decides about a member's name and bio: takes down what is named (the name becomes the handle, the bio empty), or lets both stand.
 * Reports of them are answered by it. The row is held, and the words must be those that were `seen` (409 otherwise).
 */
export async function decideOnProfile(
  handle: string,
  input: OnProfile,
  actor: Member,
): Promise<{ decision: string }> {
  authorize(mayModerateEverywhere(actor), actor, t.onlyModeratorsDoThis);
  return transaction(async (tx) => {
    const person = await holdPerson(tx, { handle }, actor);
    if (markOfWords(person) !== input.seen)
      throw new Conflict(t.thisProfileHasChanged, { name: person.name, bio: person.bio });
    const reset = input.action === "reset";
    const { id } = await tx.decision.create({
      data: {
        action: input.action,
        moderatorId: actor.id,
        memberId: person.id,
        ...(reset ? { ...(await reasons(tx, person.id, input)), after: "reset" } : {}),
      },
    });
    if (reset) {
      if ((await takeDown(tx, person.id, id, input)) === 0) throw new Conflict(t.thereIsNothingToRemove);
      await notify(tx, aboutDecision(person.id, id));
    }
    await closeProfileReports(tx, person.id, id, reset ? "upheld" : "dismissed");
    return { decision: id };
  });
}

/** Takes a reset back: what it took down is there again, unless the member has written something else since. */
export async function undoReset(
  decisionId: string,
  explanation: string,
  actor: Member,
): Promise<{ decision: string }> {
  authorize(mayModerateEverywhere(actor), actor, t.onlyModeratorsUndoDecisions);
  return transaction(async (tx) => {
    const decision = await tx.decision.findUnique({ where: { id: decisionId, action: "reset" } });
    if (!decision?.memberId) throw new NotFound(t.noSuchDecisionAboutAProfile);
    const back = await restoreProfile(tx, decision, { action: "undo", explanation }, actor);
    if (!back) throw new Conflict(t.thisDecisionIsAlreadyReversed);
    await reopenProfileReports(tx, decisionId);
    return { decision: back };
  });
}

type Back = { action: "undo" | "restore"; explanation: string };

/** The decision that brought it back; null where it is back already. */
export async function restoreProfile(
  tx: Database,
  { id, memberId }: { id: string; memberId: string | null },
  { action, explanation }: Back,
  actor: Member,
): Promise<string | null> {
  if (memberId === null) return null;
  const person = await holdPerson(tx, { id: memberId }, actor);
  if ((await bringBack(tx, id)) === 0) return null;
  const decision = await tx.decision.create({
    data: {
      action,
      moderatorId: actor.id,
      memberId: person.id,
      before: "reset",
      undoes: id,
      statement: { explanation },
    },
  });
  await notify(tx, aboutDecision(person.id, decision.id));
  return decision.id;
}

/** FOR UPDATE: what the member is changing at this moment comes before, and is seen, or after. */
async function holdPerson(tx: Database, who: { id: string } | { handle: string }, actor: Member) {
  const [key, value] = "id" in who ? (["id", who.id] as const) : (["handle", who.handle] as const);
  await (key === "id"
    ? tx.$executeRaw`SELECT FROM member WHERE id = ${value}::uuid FOR UPDATE`
    : tx.$executeRaw`SELECT FROM member WHERE handle = ${value} FOR UPDATE`);
  const person = await tx.member.findUnique({ where: { ...who, erasedAt: null } });
  if (!person) throw new NotFound(t.noSuchMember);
  authorize(mayJudgeProfile(actor, person), actor, t.somebodyElseDecidesAboutThisProfile);
  return person;
}

async function reasons(tx: Database, memberId: string, input: OnProfile) {
  if (!input.name && !input.bio) throw new Unacceptable(t.chooseWhatToRemove, { name: t.chooseWhatToRemove });
  const rules = await currentRules();
  const rule = input.ground === undefined ? undefined : ruleOf(rules, input.ground);
  if (!rule) throw new Unacceptable(t.chooseTheRuleItBreaks, { ground: t.pleaseChooseARule });
  const statement: Statement = {
    scope:
      input.name && input.bio
        ? t.yourNameAndBioAreNotShown
        : input.name
          ? t.yourNameIsNotShown
          : t.yourBioIsNotShown,
    until: null,
    facts: t.yourNameAndWhatYouSay,
    source: await sourceOf(tx, memberId),
    automatedDetection: false,
    automatedDecision: false,
    explanation: input.explanation || rule.sentence,
    redress: REDRESS,
  };
  return { ground: rule.key, rulesVersion: rules.version, statement };
}

async function sourceOf(tx: Database, memberId: string): Promise<Source> {
  const open = await tx.report.findMany({
    where: { memberId, state: "open" },
    select: { reason: true },
    take: 100,
  });
  if (open.length === 0) return "own";
  return open.some(({ reason }) => reason === "illegal") ? "notice" : "report";
}
