import type { CommentState } from "@/domain/comments/comment";
import { DONE, type CommentAction, type LastDecision } from "@/domain/moderation/decisions/decision";
import type { Queue } from "@/domain/moderation/queue/queue";
import type { HouseRule } from "@/domain/moderation/rules/rules";

export const QUEUE_NAMES: Record<Queue, string> = {
  reported: "Reported",
  held: "Waiting",
  new: "New",
  appeals: "Appeals",
  approved: "Approved",
  rejected: "Rejected",
};

/** Said where a queue is empty. */
export const QUEUE_EMPTY: Record<Queue, string> = {
  reported: "Nothing is reported. Thank you.",
  held: "Nothing waits.",
  new: "You have seen everything that was posted.",
  appeals: "Nobody asks for another look.",
  approved: "Nothing has been approved yet.",
  rejected: "Nothing has been rejected yet.",
};

/** What may be decided about a comment that stands so, the first being the kindest. */
export const ACTIONS_OF: Record<CommentState, readonly CommentAction[]> = {
  held: ["approve", "reject"],
  visible: ["approve", "hold", "reject"],
  rejected: ["restore"],
  withdrawn: ["approve", "reject"],
};

export const NEEDS_RULE: readonly CommentAction[] = ["reject", "hold"];

/** The word on the button. */
export function actionWord(action: CommentAction, state: CommentState): string {
  if (action === "approve" && state === "visible") return "Leave standing";
  if (action === "approve" && state === "withdrawn") return "Dismiss reports";
  if (action === "reject" && state === "withdrawn") return "Uphold reports";
  return { approve: "Approve", reject: "Reject", hold: "Hold", restore: "Restore" }[action];
}

export const ruleTitle = (rules: HouseRule[], key: string | null): string | null =>
  key === null ? null : (rules.find((rule) => rule.key === key)?.title ?? key);

/** "Ada rejected this: No advertising." */
export function decided(
  last: Pick<LastDecision, "action" | "ground" | "moderator">,
  me: string | null,
  rules: HouseRule[],
): string {
  const who =
    last.moderator === null ? "Somebody" : last.moderator.handle === me ? "You" : last.moderator.name;
  const rule = ruleTitle(rules, last.ground);
  const what = last.action === "undo" ? "took the last decision back" : `${DONE[last.action]} this`;
  return `${who} ${what}${rule ? `: ${rule}` : ""}.`;
}
