import { EDIT_MINUTES, type CommentState } from "./comment";
import { canBe } from "./moves";
import { isActive, isModeratorHere, type Member } from "@/domain/members/member";
import { LOCALE } from "#messages/locale";
import * as t from "#messages/comments";
import { say } from "@/messages/say";

/** Who may do what with a comment. Times are the database's; `now` is its clock, never the server's or the browser's. */
type Written = { authorId: string | null; state: CommentState; postedAt: Date };
type Discussion = { state: "open" | "closed" | "locked"; over: boolean };
type Position = { discussion: Discussion; parent: { state: CommentState; locked: boolean } | null };

const minutesBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 60_000;
const isOwn = (actor: Member | null, comment: { authorId: string | null }): boolean =>
  actor !== null && actor.id === comment.authorId;

/** Why nobody may write here now, as a sentence; null when one may. */
export function whyClosed({ discussion, parent }: Position): string | null {
  if (discussion.state === "locked") return t.thisDiscussionIsLocked;
  if (discussion.state === "closed" || discussion.over) return t.thisDiscussionIsClosed;
  if (parent?.state === "withdrawn") return t.withdrawnNoReplies;
  if (parent?.state === "rejected") return t.removedNoReplies;
  if (parent?.state === "held") return t.pendingNoReplies;
  if (parent?.locked) return t.thisThreadIsClosedToReplies;
  return null;
}

const DAY = new Intl.DateTimeFormat(LOCALE, { dateStyle: "long", timeZone: "UTC" });

/** Why this member may not write at all, as a sentence. */
export function whySuspended(actor: Member): string | null {
  if (!actor.suspension) return null;
  const until = actor.suspension.until
    ? say(t.untilUntil, { until: DAY.format(actor.suspension.until) })
    : "";
  return say(t.yourAccountIsSuspended, { until });
}

/** The same of a member who has not shown yet that they read their address. */
export const whyUnproven = (actor: Member | null): string | null =>
  actor?.unproven ? t.confirmYourAddressFirst : null;

/** Why this member may not write, whichever it is. */
export const whyCannotWrite = (actor: Member): string | null => whySuspended(actor) ?? whyUnproven(actor);

export const mayReply = (actor: Member | null, place: Position): boolean =>
  isActive(actor) && whyClosed(place) === null;

export const mayEdit = (actor: Member | null, comment: Written, now: Date): boolean =>
  isActive(actor) &&
  isOwn(actor, comment) &&
  canBe("edit", comment.state) &&
  minutesBetween(comment.postedAt, now) <= EDIT_MINUTES;

/** At any time, suspended or not: taking one's words back needs nobody's leave. */
export const mayWithdraw = (actor: Member | null, comment: Written): boolean =>
  isOwn(actor, comment) && canBe("withdraw", comment.state);

export const mayUndoWithdraw = (
  actor: Member | null,
  comment: Written,
  withdrawnAt: Date | null,
  now: Date,
): boolean =>
  isActive(actor) &&
  isOwn(actor, comment) &&
  canBe("return", comment.state) &&
  withdrawnAt !== null &&
  minutesBetween(withdrawnAt, now) <= EDIT_MINUTES;

/** When the clock takes away that its author may edit it, or bring it back; null where they may not now. ISO 8601. */
export function editedUntil(
  actor: Member | null,
  comment: Written,
  withdrawnAt: Date | null,
  now: Date,
): string | null {
  const edits = mayEdit(actor, comment, now) ? comment.postedAt : null;
  const from = edits ?? (mayUndoWithdraw(actor, comment, withdrawnAt, now) ? withdrawnAt : null);
  return from && new Date(from.getTime() + EDIT_MINUTES * 60_000).toISOString();
}

/** Asking is its author's, with a stance or without: a refusal must not tell which. */
export const mayAskToHideStance = (actor: Member | null, comment: { authorId: string | null }): boolean =>
  isOwn(actor, comment);

export const mayHideStance = (
  actor: Member | null,
  comment: { authorId: string | null; stance: string | null },
): boolean => isOwn(actor, comment) && comment.stance !== null;

/** Not to one's own, and not to what is not there to be read. */
export const mayReact = (actor: Member | null, comment: Written): boolean =>
  isActive(actor) && !isOwn(actor, comment) && comment.state === "visible";

export const mayReport = (actor: Member | null, comment: Written): boolean =>
  isActive(actor) && !isOwn(actor, comment) && comment.state === "visible";

/** A held comment is read by its author and by those who moderate there, and by nobody else. */
export const maySeeHeld = (
  viewer: Member | null,
  comment: { authorId: string | null; articleId: string },
): boolean => isOwn(viewer, comment) || isModeratorHere(viewer, comment.articleId);

export const maySeeSource = (
  viewer: Member | null,
  comment: Written & { articleId: string },
  now: Date,
): boolean => isModeratorHere(viewer, comment.articleId) || mayEdit(viewer, comment, now);
