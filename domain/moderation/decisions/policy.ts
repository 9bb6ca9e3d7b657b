import {
  isActive,
  isAdmin,
  isModerator,
  isModeratorHere,
  outranks,
  type Member,
  type Role,
} from "@/domain/members/member";

type Person = { id: string; role: Role };

/** May use the desk at all: all of it, or for the articles they moderate. */
export const mayModerate = (actor: Member | null): actor is Member => isActive(actor) && seesTheDesk(actor);

/** What is of the whole site: people, notes about them, the checks, how fairly the desk works. */
export const mayModerateEverywhere = (actor: Member | null): actor is Member =>
  isActive(actor) && isModerator(actor);

export const mayModerateHere = (actor: Member | null, articleId: string | null): actor is Member =>
  isActive(actor) && isModeratorHere(actor, articleId);

/** The articles a moderator's desk is about, by id; null is all of them. */
export const scopeOf = (viewer: Member): string[] | null =>
  isModerator(viewer) ? null : [...(viewer.moderates ?? [])];

/** Reads the log with names, also while suspended: within their reach. */
export const seesTheDesk = (viewer: Member | null): viewer is Member =>
  viewer !== null && (isModerator(viewer) || (viewer.moderates ?? []).length > 0);

/** Nobody judges their own words, what is outside their articles, or, unless an admin, an admin's. */
export const mayDecideOn = (actor: Member | null, author: Person | null, articleId: string): boolean =>
  mayModerateHere(actor, articleId) &&
  actor.id !== author?.id &&
  (author?.role !== "admin" || isAdmin(actor));

/** Only somebody of lower standing, and never oneself; an admin loses the role first. */
export const maySanction = (actor: Member | null, person: Person): boolean =>
  mayModerateEverywhere(actor) && actor.id !== person.id && outranks(actor, person);

/** Another moderator than the one who decided, and not the one who appeals. `articleId` is null for what is about a person. */
export const mayAnswer = (
  actor: Member | null,
  appeal: { memberId: string; decidedBy: string | null; articleId: string | null },
): boolean =>
  mayModerateHere(actor, appeal.articleId) && actor.id !== appeal.memberId && actor.id !== appeal.decidedBy;

/** Settings, word lists and house rules. */
export const mayGovern = (actor: Member | null): boolean => isActive(actor) && isAdmin(actor);
