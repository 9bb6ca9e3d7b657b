import "server-only";

import { randomUUID } from "node:crypto";
import { markOf } from "@/domain/members/barred-address";
import { endSessions } from "@/domain/members/sessions";
import type { Member } from "@/domain/members/member";
import { demandFreshProof } from "@/domain/members/reauthentication";
import { aboutDecision, notify } from "@/domain/inbox/commands";
import { decideInBulk } from "@/domain/moderation/decisions/bulk";
import { BULK_LIMIT, REDRESS, type Statement } from "@/domain/moderation/decisions/decision";
import { mayModerateEverywhere, maySanction } from "@/domain/moderation/decisions/policy";
import { lastDecisions } from "@/domain/moderation/decisions/queries";
import { lockComments, type Stands } from "@/domain/moderation/decisions/write";
import { undoBulk } from "@/domain/moderation/decisions/undo";
import { bringBack, closeProfileReports, takeDown } from "@/domain/moderation/profiles/removal";
import { currentRules } from "@/domain/moderation/rules/queries";
import { ruleOf } from "@/domain/moderation/rules/rules";
import { ACTION_OF, SCOPES, type SanctionKind } from "./sanction";
import type { NewSanction } from "./schema";
import { type Database, literalNumber, transaction } from "@/platform/database";
import { authorize, Conflict, NotFound, Unacceptable } from "@/platform/refusal";
import * as t from "#messages/decisions";

export type Sanctioned = { sanction: string; decision: string; comments: number };

/** The rest of a longer history goes by a decision about many; while this one is under way no other moderator can decide anything. */
const CLEANED_AT_ONCE = BULK_LIMIT;

/**
 * Warns, watches, suspends or bans a member, with a statement of reasons. A ban ends every session at once and may take the
 * member's comments down. The member's row is held, so that of two moderators one sanctions and the other hears of it.
 */
export async function sanction(handle: string, input: NewSanction, actor: Member): Promise<Sanctioned> {
  authorize(mayModerateEverywhere(actor), actor, t.onlyModeratorsDoThis);
  const swept = input.kind === "ban" && input.cleanUp !== "none" ? input.cleanUp : null;
  if (swept !== null) await demandFreshProof(actor);
  return transaction(async (tx) => {
    const comments = swept === null ? [] : await toCleanUp(tx, handle, swept);
    // Comments before their author, as every writer of a thread takes them.
    const standing = await lockComments(tx, comments);
    const person = await hold(tx, handle);
    authorize(person.id !== actor.id, actor, t.youCannotSanctionYourself);
    authorize(maySanction(actor, person), actor, t.onlyHigherStandingRoleFirst);
    await refuseTwice(tx, person.id, input.kind);
    const bulk = comments.length > 0 ? randomUUID() : null;
    // What takes long comes before this moderator's first row in the log, behind which all others wait.
    const cleaned = bulk ? await cleanUp(tx, standing, input, bulk, actor) : 0;
    const { ground, statement, until } = await reasons(tx, input);
    const decision = await tx.decision.create({
      data: {
        action: ACTION_OF[input.kind],
        moderatorId: actor.id,
        memberId: person.id,
        ...ground,
        statement,
        after: input.kind,
        bulk,
      },
    });
    const row = await tx.sanction.create({
      data: {
        memberId: person.id,
        kind: input.kind,
        reason: statement.explanation,
        until,
        decisionId: decision.id,
        addressMark: input.kind === "ban" ? await markOf(tx, person.id) : null,
      },
    });
    await notify(tx, aboutDecision(person.id, decision.id));
    if (input.kind === "ban") {
      await endSessions(tx, person.id);
      await takeDown(tx, person.id, decision.id, { name: true, bio: true });
      await closeProfileReports(tx, person.id, decision.id, "upheld");
    }
    return { sanction: row.id, decision: decision.id, comments: cleaned };
  });
}

/** Ends a sanction. `restore` also brings back what its clean-up took down. */
export async function lift(
  sanctionId: string,
  { explanation, restore }: { explanation: string; restore: boolean },
  actor: Member,
): Promise<{ decision: string; comments: number }> {
  authorize(mayModerateEverywhere(actor), actor, t.onlyModeratorsDoThis);
  return transaction(async (tx) => {
    const row = await tx.sanction.findUnique({ where: { id: sanctionId }, include: { member: true } });
    if (!row) throw new NotFound(t.thereIsNoSuchSanction);
    authorize(maySanction(actor, row.member), actor, t.onlyHigherStandingNotThemselves);
    const first = await tx.decision.findUniqueOrThrow({ where: { id: row.decisionId } });
    const { undone } = restore && first.bulk ? await undoBulk(first.bulk, actor) : { undone: 0 };
    const { count } = await tx.sanction.updateMany({
      where: { id: sanctionId, liftedAt: null },
      data: { liftedAt: new Date(), addressMark: null },
    });
    if (count === 0) throw new Conflict(t.thisHasBeenLiftedAlready);
    await bringBack(tx, row.decisionId);
    const decision = await tx.decision.create({
      data: {
        action: "lift",
        moderatorId: actor.id,
        memberId: row.memberId,
        before: row.kind,
        undoes: row.decisionId,
        statement: { explanation },
      },
    });
    await notify(tx, aboutDecision(row.memberId, decision.id));
    return { decision: decision.id, comments: undone };
  });
}

/** Writes to a member: they read it in their inbox, and the log has it. It restricts nothing. */
export async function writeTo(handle: string, message: string, actor: Member): Promise<{ decision: string }> {
  authorize(mayModerateEverywhere(actor), actor, t.onlyModeratorsDoThis);
  return transaction(async (tx) => {
    const person = await hold(tx, handle);
    authorize(person.id !== actor.id, actor, t.thisIsAMessageToYourself);
    const { id } = await tx.decision.create({
      data: {
        action: "message",
        moderatorId: actor.id,
        memberId: person.id,
        statement: { explanation: message },
        after: "message",
      },
    });
    await notify(tx, aboutDecision(person.id, id));
    return { decision: id };
  });
}

/** What moderators tell each other about a member. */
export async function note(handle: string, text: string, actor: Member): Promise<void> {
  authorize(mayModerateEverywhere(actor), actor, t.onlyModeratorsWriteNotes);
  await transaction(async (tx) => {
    const person = await hold(tx, handle);
    await tx.memberNote.create({ data: { memberId: person.id, by: actor.id, words: text } });
  });
}

/** FOR UPDATE, so that what the member is writing at this moment is committed before, or refused by the database. */
async function hold(tx: Database, handle: string) {
  await tx.$executeRaw`SELECT FROM member WHERE handle = ${handle} FOR UPDATE`;
  const person = await tx.member.findUnique({ where: { handle, erasedAt: null } });
  if (!person) throw new NotFound(t.noSuchMember);
  return person;
}

async function refuseTwice(tx: Database, memberId: string, kind: SanctionKind): Promise<void> {
  if (kind === "warning") return;
  const now = { liftedAt: null, OR: [{ until: null }, { until: { gt: new Date() } }] };
  const there = await tx.sanction.findFirst({ where: { memberId, kind: { in: [kind, "ban"] }, ...now } });
  if (there)
    throw new Conflict(there.kind === "ban" ? t.thisMemberIsBannedAlready : t.thisIsInForceAlready, {
      sanction: there.id,
    });
}

async function reasons(tx: Database, input: NewSanction) {
  const rules = await currentRules();
  const rule = ruleOf(rules, input.ground);
  if (!rule) throw new Unacceptable(t.chooseTheRuleItIsBasedOn, { ground: t.pleaseChooseARule });
  const [clock] = await tx.$queryRaw<
    { until: Date | null }[]
  >`SELECT now() + make_interval(days => ${input.days ?? null}::int) AS until`;
  const until = input.kind === "warning" ? null : (clock?.until ?? null);
  const statement: Statement = {
    scope: SCOPES[input.kind],
    until: until?.toISOString() ?? null,
    facts: t.whatYouWroteHere,
    source: "own",
    automatedDetection: false,
    automatedDecision: false,
    explanation: input.explanation || rule.sentence,
    redress: REDRESS,
  };
  return { ground: { ground: rule.key, rulesVersion: rules.version }, statement, until };
}

async function toCleanUp(tx: Database, handle: string, which: "week" | "all"): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM comment c JOIN member m ON m.id = c.author_id
    WHERE m.handle = ${handle} AND c.state IN ('visible', 'held') AND (${which} = 'all' OR c.posted_at > now() - interval '7 days')
    ORDER BY c.id DESC LIMIT ${literalNumber(CLEANED_AT_ONCE)}`;
  return rows.map(({ id }) => id);
}

/** Taken down as they stand, locked: nobody has to have read them. */
async function cleanUp(
  tx: Database,
  comments: Stands[],
  { ground, explanation }: NewSanction,
  bulk: string,
  actor: Member,
): Promise<number> {
  const last = await lastDecisions(
    tx,
    comments.map(({ id }) => id),
  );
  const seen = comments.map(({ id, revision }) => ({ comment: id, revision, seen: last.get(id)?.id }));
  const { decided } = await decideInBulk(
    { action: "reject", ground, explanation, comments: seen },
    actor,
    bulk,
  );
  return decided;
}
