import type { Absence, CommentState, Sort } from "@/domain/comments/comment";
import { FIRST_RULES } from "@/domain/moderation/rules/rules";
import type { Role } from "@/domain/members/member";

export const SORT_NAMES: Record<Sort, string> = {
  best: "Best",
  bridging: "Valued by both sides",
  newest: "Newest",
  oldest: "Oldest",
  replies: "Most replied",
};

/** What a role is called beside a name; readers need no mark. */
export const ROLE_MARKS: Record<Role, string | null> = {
  reader: null,
  editor: "Editor",
  moderator: "Moderator",
  admin: "Admin",
};

/** "4 replies", with a right singular. */
export const repliesOf = (count: number): string =>
  count === 1 ? "1 reply" : `${count.toLocaleString("en-GB")} replies`;

export const showMoreLabel = (count: number): string =>
  count === 1 ? "Show 1 more reply" : `Show ${count.toLocaleString("en-GB")} more replies`;

export const showRepliesLabel = (count: number): string => `Show ${repliesOf(count)}`;

/** Whoever is not respected yet is not told so. */
export const respectLabel = (count: number): string =>
  count > 0 ? `Respect ${count.toLocaleString("en-GB")}` : "Respect";

export const FORMER_MEMBER = "A former member";

/** What a folded branch is called: "Noor and 3 more replies". `count` is all that is folded. */
export function foldLabel(first: string | null, count: number): string {
  const name = first ?? FORMER_MEMBER;
  if (count === 1) return `${name}’s reply`;
  return `${name} and ${count - 1} more ${count === 2 ? "reply" : "replies"}`;
}

/** Who took a comment away. Its reason and date stand behind it. */
export function absenceSentence(state: CommentState, absence: Absence | null): string {
  if (state === "withdrawn" || absence?.by === "author") return "Withdrawn by its author";
  if (absence === null) return "Taken down";
  return `Taken down by ${absence.by === "admin" ? "an admin" : "a moderator"}`;
}

/** A house rule as it is called; one that an admin has added since is called by its key, which is readable too. */
export const reasonLabel = (reason: string): string =>
  FIRST_RULES.find(({ key }) => key === reason)?.title ?? reason.replaceAll("-", " ");

export const MORE_COMMENTS = "Show more comments";

export const EMPTY = "No replies yet. What did the article miss?";
