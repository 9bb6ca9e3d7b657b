import type { Absence, CommentState, Sort } from "@/domain/comments/comment";
import { FIRST_RULES } from "@/domain/moderation/rules/rules";
import type { Role } from "@/domain/members/member";
import * as t from "#messages/comments";
import { say } from "@/messages/say";

export const SORT_NAMES: Record<Sort, string> = {
  best: t.best,
  bridging: t.valuedByBothSides,
  newest: t.newest,
  oldest: t.oldest,
  replies: t.mostReplied,
};

/** What a role is called beside a name; readers need no mark. */
export const ROLE_MARKS: Record<Role, string | null> = {
  reader: null,
  editor: t.editor,
  moderator: t.moderator,
  admin: t.admin,
};

/** "4 replies", with a right singular. */
export const repliesOf = (count: number): string => say(t.countReplies, { count });

/** "28 comments": of a whole discussion, those that answer nobody among them. */
export const commentsOf = (count: number): string => say(t.countComments, { count });

export const showMoreLabel = (count: number): string => say(t.showMoreReplies, { count });

export const showRepliesLabel = (count: number): string => say(t.showCount, { count: repliesOf(count) });

/** Whoever is not respected yet is not told so. */
export const respectLabel = (count: number): string =>
  count > 0 ? say(t.respectCount, { count }) : t.respect;

export const FORMER_MEMBER = t.aFormerMember;

/** What a folded branch is called: "Noor and 3 more replies". `count` is all that is folded. */
export function foldLabel(first: string | null, count: number): string {
  const name = first ?? FORMER_MEMBER;
  return say(t.foldedReplies, { name, count, others: count - 1 });
}

/** Who took a comment away. Its reason and date stand behind it. */
export function absenceSentence(state: CommentState, absence: Absence | null): string {
  if (state === "withdrawn" || absence?.by === "author") return t.withdrawnByItsAuthor;
  if (absence === null) return t.removed;
  return absence.by === "admin" ? t.removedByAnAdmin : t.removedByAModerator;
}

/** A house rule as it is called; one that an admin has added since is called by its key, which is readable too. */
export const reasonLabel = (reason: string): string =>
  FIRST_RULES.find(({ key }) => key === reason)?.title ?? reason.replaceAll("-", " ");

export const MORE_COMMENTS = t.showMoreComments;

export const EMPTY = t.noRepliesYet;
