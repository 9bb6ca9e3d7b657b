import "server-only";

import { refuseIfSanctioned } from "@/domain/members/good-standing";
import { whyUnproven } from "@/domain/comments/policy";
import type { Member } from "@/domain/members/member";
import type { Receipt } from "@/domain/moderation/reports/report";
import type { NewReport } from "@/domain/moderation/reports/schema";
import { currentRules } from "@/domain/moderation/rules/queries";
import { ILLEGAL, ruleOf } from "@/domain/moderation/rules/rules";
import { mayGiveNoticeOfProfile, mayReportProfile } from "./policy";
import type { ProfileWords } from "./profile";
import { KeptProfile, markOfWords } from "./queries";
import { type Database, transaction } from "@/platform/database";
import { authorize, Conflict, NotFound, Unacceptable } from "@/platform/refusal";
import * as t from "#messages/reports";

/**
 * Reports a member's name or bio for a moderator to look at: a member for breaking a house rule, anyone for being illegal. One open
 * report a member and profile; words that were looked at and stand are not reported again by the same member.
 */
export async function reportProfile(
  handle: string,
  input: NewReport,
  actor: Member | null,
): Promise<Receipt> {
  const writing = transaction(async (tx) => {
    const person = await tx.member.findUnique({ where: { handle, hiddenAt: null } });
    if (!person) throw new NotFound(t.thereIsNoSuchMember);
    const illegal = input.reason === ILLEGAL.key;
    const allowed = illegal ? mayGiveNoticeOfProfile(actor, person) : mayReportProfile(actor, person);
    authorize(allowed, actor ?? (illegal ? {} : null), whyUnproven(actor) ?? t.thisProfileCannotBeReported);
    if (!illegal && !ruleOf(await currentRules(), input.reason))
      throw new Unacceptable(t.pleaseChooseAReason, { reason: t.pleaseChooseAReason });
    if (actor) await refuseAgain(tx, person, actor);
    const { reason, detail, law, name, email, goodFaith } = input;
    const row = await tx.report.create({
      data: {
        memberId: person.id,
        profile: { name: person.name, bio: person.bio },
        reporterId: actor?.id ?? null,
        reason,
        detail,
        ...(illegal && { notice: { law, name, email, goodFaith } }),
      },
    });
    const { id, at, state } = row;
    return { id, comment: null, member: handle, reason, at: at.toISOString(), state, decidedAt: null };
  });
  return refuseIfSanctioned(writing);
}

async function refuseAgain(
  tx: Database,
  person: ProfileWords & { id: string },
  actor: Member,
): Promise<void> {
  // Two clicks at once: the second waits here for the first, and then finds it.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`report ${person.id} ${actor.id}`}, 0))`;
  const before = await tx.report.findFirst({
    where: { memberId: person.id, reporterId: actor.id },
    orderBy: { id: "desc" },
  });
  if (before?.state === "open") throw new Conflict(t.youHaveReportedThisAlready);
  const words = KeptProfile.safeParse(before?.profile).data;
  if (before?.state === "dismissed" && words && markOfWords(words) === markOfWords(person))
    throw new Conflict(t.youHaveReportedThisText);
}
