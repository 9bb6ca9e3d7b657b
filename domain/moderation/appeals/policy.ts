import type { Member } from "@/domain/members/member";
import { APPEAL_DAYS, isRestriction, type Action } from "@/domain/moderation/decisions/decision";

type Decision = { action: Action; memberId: string | null; after: string | null; at: Date };

const DAY = 86_400_000;

/** Whoever is restricted, also while suspended, for as long as the law asks for at least. */
export const mayAppeal = (actor: Member | null, decision: Decision, now: Date): boolean =>
  actor !== null &&
  actor.id === decision.memberId &&
  (isRestriction(decision.action) || decision.after === "rejected") &&
  now.getTime() - decision.at.getTime() < APPEAL_DAYS * DAY;
