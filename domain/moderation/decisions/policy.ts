import { isActive, isAdmin, isModerator, outranks, type Member, type Role } from "@/domain/members/member";

type Person = { id: string; role: Role };

/** May use the desk at all. */
export const mayModerate = (actor: Member | null): actor is Member => isActive(actor) && isModerator(actor);

/** Nobody judges their own words, and a moderator does not judge an admin's. */
export const mayDecideOn = (actor: Member | null, author: Person | null): boolean =>
  mayModerate(actor) && actor.id !== author?.id && (author?.role !== "admin" || isAdmin(actor));

/** Only somebody of lower standing, and never oneself; an admin loses the role first. */
export const maySanction = (actor: Member | null, person: Person): boolean =>
  mayModerate(actor) && actor.id !== person.id && outranks(actor, person);

/** Another moderator than the one who decided, and not the one who appeals. */
export const mayAnswer = (
  actor: Member | null,
  appeal: { memberId: string; decidedBy: string | null },
): boolean => mayModerate(actor) && actor.id !== appeal.memberId && actor.id !== appeal.decidedBy;

/** Settings, word lists and house rules. */
export const mayGovern = (actor: Member | null): boolean => isActive(actor) && isAdmin(actor);
