import type { CommentState } from "./comment";

/** What can be done to a comment that changes how it stands. `return` is an author's own withdrawal undone. */
export const AUTHOR_DEEDS = ["post", "edit", "withdraw", "return"] as const;
export const DECISION_DEEDS = ["approve", "reject", "hold", "restore", "undo"] as const;
export type AuthorDeed = (typeof AUTHOR_DEEDS)[number];
export type DecisionDeed = (typeof DECISION_DEEDS)[number];
export type Deed = AuthorDeed | DecisionDeed;

/** `from` is null for what is not there yet. */
export type Transition = Readonly<{
  deed: Deed;
  from: CommentState | null;
  to: CommentState;
  by: "author" | "moderator";
}>;

const author = (deed: AuthorDeed, from: CommentState | null, ...to: CommentState[]): Transition[] =>
  to.map((one) => ({ deed, from, to: one, by: "author" }));
const moderator = (
  deed: Exclude<DecisionDeed, "undo">,
  from: CommentState,
  ...to: CommentState[]
): Transition[] => to.map((one) => ({ deed, from, to: one, by: "moderator" }));

/**
 * An author may take back what stands or waits, and bring back only that: nothing here leads an author out of `rejected`. What is
 * rejected after it was withdrawn is rejected, and restored it is its author's withdrawn comment again.
 */
const BY_AUTHORS: readonly Transition[] = [
  ...author("post", null, "visible", "held"),
  ...author("edit", "visible", "visible", "held"),
  ...author("edit", "held", "held"),
  ...author("withdraw", "visible", "withdrawn"),
  ...author("withdraw", "held", "withdrawn"),
  ...author("return", "withdrawn", "visible", "held"),
];

/** Approving or rejecting also answers the reports. A withdrawn comment that is approved stays withdrawn. */
const BY_MODERATORS: readonly Transition[] = [
  ...moderator("approve", "held", "visible"),
  ...moderator("approve", "visible", "visible"),
  ...moderator("approve", "withdrawn", "withdrawn"),
  ...moderator("reject", "held", "rejected"),
  ...moderator("reject", "visible", "rejected"),
  ...moderator("reject", "withdrawn", "rejected"),
  ...moderator("hold", "visible", "held"),
  ...moderator("restore", "rejected", "visible", "withdrawn"),
  ...moderator("restore", "held", "visible"),
];

/** Undoing goes each of their ways back. */
const UNDOING: readonly Transition[] = BY_MODERATORS.map(({ from, to }) => ({
  deed: "undo" as const,
  from: to,
  to: from ?? to,
  by: "moderator" as const,
})).filter((one, nth, all) => all.findIndex(({ from, to }) => from === one.from && to === one.to) === nth);

/**
 * Everything that can become of a comment, by whom. The commands ask it, the desk offers what it has, and the database, which
 * is filled from it (`comment_transition`), refuses the rest. Whoever decides about many at once, cleans up after a ban, undoes a check, lifts
 * a ban or grants an appeal does one of these to each comment: reject, restore or undo.
 */
export const TRANSITIONS: readonly Transition[] = [...BY_AUTHORS, ...BY_MODERATORS, ...UNDOING];
