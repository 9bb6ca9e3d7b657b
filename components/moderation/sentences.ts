import type { CommentState } from "@/domain/comments/comment";
import { canBe } from "@/domain/comments/moves";
import { DONE, type CommentAction, type LastDecision } from "@/domain/moderation/decisions/decision";
import type { Queue } from "@/domain/moderation/queue/queue";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import * as t from "#messages/desk";
import { say } from "@/messages/say";

export const QUEUE_NAMES: Record<Queue, string> = {
  reported: t.reported,
  held: t.pending,
  new: t.newWord,
  appeals: t.appeals,
  approved: t.approved,
  rejected: t.rejected,
};

/** Said where a queue is empty. */
export const QUEUE_EMPTY: Record<Queue, string> = {
  reported: t.nothingIsReported,
  held: t.nothingIsPending,
  new: t.youHaveSeenEverything,
  appeals: t.noAppeals,
  approved: t.nothingHasBeenApproved,
  rejected: t.nothingHasBeenRejected,
};

/** What may be decided about a comment that stands so, the first being the kindest. What waits is approved rather than restored. */
export const actionsOn = (state: CommentState): CommentAction[] =>
  OFFERED.filter((action) => canBe(action, state) && (action !== "restore" || !canBe("approve", state)));

const OFFERED: readonly CommentAction[] = ["approve", "restore", "hold", "reject"];

export const NEEDS_RULE: readonly CommentAction[] = ["reject", "hold"];

/** The word on the button. */
export function actionWord(action: CommentAction, state: CommentState): string {
  if (action === "approve" && state === "withdrawn") return t.dismissReports;
  if (action === "reject" && state === "withdrawn") return t.upholdReports;
  return { approve: t.approve, reject: t.reject, hold: t.hold, restore: t.restore }[action];
}

export const ruleTitle = (rules: HouseRule[], key: string | null): string | null =>
  key === null ? null : (rules.find((rule) => rule.key === key)?.title ?? key);

const STATE_WORDS: Record<CommentState, string> = {
  visible: t.isPublic,
  held: t.isPending,
  rejected: t.wasRejected,
  withdrawn: t.wasWithdrawnByItsAuthor,
};

export const stateWord = (state: CommentState): string => STATE_WORDS[state];

const REVERSED: Record<CommentState, string> = {
  visible: t.reversedTheApproval,
  held: t.reversedTheHold,
  rejected: t.reversedTheRemoval,
  withdrawn: t.reversedTheLastDecision,
};

/** "Ada removed this: Advertising." Of a reversal, what was reversed, which is how the comment stood before it. */
export function decided(
  last: Pick<LastDecision, "action" | "ground" | "moderator" | "before">,
  me: string | null,
  rules: HouseRule[],
): string {
  const who =
    last.moderator === null ? t.somebody : last.moderator.handle === me ? t.you : last.moderator.name;
  const rule = ruleTitle(rules, last.ground);
  const what =
    last.action === "undo"
      ? last.before === null
        ? t.reversedTheLastDecision
        : REVERSED[last.before]
      : say(t.didThis, { action: DONE[last.action] });
  return `${who} ${what}${rule ? `: ${rule}` : ""}.`;
}
