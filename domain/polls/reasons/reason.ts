import * as t from "#messages/debate";

/** What somebody let be quoted of why they changed their vote, as those see it who may take it down. Nobody knows whose it is. */
export type QuotedReason = {
  id: string;
  why: string | null;
  /** A passage of the article. */
  passage: string | null;
  /** The comment that it was about. */
  commentId: string | null;
};

/** As the log of decisions says it: there, a decision that begins like this is about a quoted reason. */
export const REASON_IN_THE_LOG = { quoted: t.reasonQuoted, removed: t.reasonRemoved } as const;
export const isAboutReason = (before: string | null): boolean => before === REASON_IN_THE_LOG.quoted;
