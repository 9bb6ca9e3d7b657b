import type { PollView } from "@/domain/polls/poll";

/** What an editor sees of a poll to run it: its words and its end, and no figure. */
export type AdministeredPoll = Pick<
  PollView,
  "question" | "options" | "state" | "resultsShown" | "opensAt" | "closesAt" | "version"
> & {
  /** The closing statement as written, Markdown; readers see it once the poll is closed. */
  statement: string;
  /** By side, the comment an editor pinned as its best case. */
  pins: Record<string, string>;
};
