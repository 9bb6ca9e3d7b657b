import type { CommentState } from "@/domain/comments/comment";
import type { SeenComment } from "@/domain/moderation/decisions/schema";

/** A comment that a check pointed at, as it stands now. */
export type Flagged = {
  state: CommentState;
  /** Another check holds this text too, or a moderator held it. */
  heldElsewhere: boolean;
  /** A moderator rejected it out of the check's hold, and nobody has decided since. */
  rejectedOutOfIt: boolean;
};

/**
 * What becomes of it when everything the check did is undone: it `returns` to the thread; it `waits` on, for another has
 * a reason of their own; it was `rejected` by a moderator after the check had held it, and returns only if that is wished;
 * it `stands` as it is, and only loses the check's remark.
 */
export type UndoOutcome = "returns" | "waits" | "rejected" | "stands";

/** What undoing would do. */
export type UndoingPreview = {
  title: string;
  /** How many of each outcome, among the newest. */
  would: Record<UndoOutcome, number>;
  comments: (SeenComment & { name: string | null; excerpt: string; at: string; outcome: UndoOutcome })[];
  /** The reasons it gave, the most frequent first, to undo one of them alone. */
  reasons: { reason: string; count: number }[];
  more: boolean;
};

export function outcomeOf({ state, heldElsewhere, rejectedOutOfIt }: Flagged): UndoOutcome {
  if (state === "held") return heldElsewhere ? "waits" : "returns";
  return state === "rejected" && rejectedOutOfIt ? "rejected" : "stands";
}
