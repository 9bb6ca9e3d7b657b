import { isAdmin, type Member, type Role } from "@/domain/members/member";
import { mayModerateEverywhere } from "@/domain/moderation/decisions/policy";
import { isActive } from "@/domain/members/member";

type Person = { id: string; role: Role };

/** A profile is of the whole site. Nobody judges their own, and only an admin an admin's. */
export const mayJudgeProfile = (actor: Member | null, person: Person): boolean =>
  mayModerateEverywhere(actor) && actor.id !== person.id && (person.role !== "admin" || isAdmin(actor));

export const mayReportProfile = (actor: Member | null, person: { id: string }): boolean =>
  isActive(actor) && actor.id !== person.id;

/** Anyone may give notice of what the law forbids. */
export const mayGiveNoticeOfProfile = (actor: Member | null, person: { id: string }): boolean =>
  actor?.id !== person.id;
