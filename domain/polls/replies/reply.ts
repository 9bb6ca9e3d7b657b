import type { SafeHtml } from "@/domain/prose/safe-html";
import * as t from "#messages/debate";

/** Waits to be looked at, stands in the record, or was left out of it. */
export type ReplyState = "held" | "visible" | "rejected";

/** A side's reply as its author sees it. */
export type OwnReply = { side: string; source: string; state: ReplyState };

/** A side's reply as those see it who decide. `found` is what the checks said of it. */
export type ReplyToJudge = {
  side: string;
  label: string;
  html: SafeHtml;
  state: ReplyState;
  revision: number;
  found: string[];
  author: { handle: string; name: string } | null;
  can: { approve: boolean; reject: boolean };
};

/** As the log of decisions says it: there, a decision without a comment that begins like this is about a reply. */
const IN_THE_LOG: Record<ReplyState, string> = {
  held: t.replyPending,
  visible: t.replyInTheRecord,
  rejected: t.replyLeftOut,
};
export const inTheLog = (state: ReplyState): string => IN_THE_LOG[state];
export const isAboutReply = (before: string | null): boolean =>
  before !== null && Object.values(IN_THE_LOG).includes(before);
