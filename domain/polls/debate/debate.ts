import type { SafeHtml } from "@/domain/prose/safe-html";
import type { PollResults, PollView } from "@/domain/polls/poll";
import type { Case } from "@/domain/polls/statistics/case-for-each-side";
import type { Movement } from "@/domain/polls/statistics/movement";
import type { Guesses } from "@/domain/polls/statistics/guess";
import type { OpinionOverTime } from "@/domain/polls/statistics/opinion-over-time";

/** A comment that may have changed a reader's mind. */
export type Candidate = { id: string; name: string | null; excerpt: string };

/** A comment as a figure quotes it. */
export type Quoted = {
  id: string;
  html: SafeHtml;
  author: { handle: string; name: string } | null;
  /** The option its author chose to show, by key; null when not shown. */
  stance: string | null;
  postedAt: string;
  changedMinds: number;
};

/** The best case of a side; `comment` is null where nobody argues for it in a way the other side respects. */
export type BestCase = { side: string; comment: Quoted | null; chosenBy: Case["chosenBy"] };

/** What changed somebody's mind, in their words where they let them be quoted, and never with their name. */
export type ToldChange = {
  commentId: string | null;
  passage: string | null;
  why: string | null;
  closer: boolean;
};

/** Was it more than chance that more went one way? `p` is two-sided, and the largest that what is told leaves open. */
export type Direction = { method: "McNemar, exact" | "McNemar, mid-p"; p: number };

/** What may have moved opinion: the day, and what happened. ISO 8601. */
export type Happened = { at: string; words: string };

/**
 * What Community Notes' method makes of the same comments, without knowing the poll; where enough readers reacted. `reactors` are
 * more than so many, in hundreds; `agrees` names those of `bothSides` that stand out by it, too.
 */
export type SecondOpinion = { reactors: number; comments: Quoted[]; agrees: string[] };

/** What the argument changed, as of the last batches. */
export type Debate = {
  results: Extract<PollResults, { visible: true }>;
  cases: BestCase[];
  /** Highest score across the sides first. */
  bothSides: Quoted[];
  /** Why the list is what it is: sides left out for too few voters, by key, and whether any comment could be scored. */
  bridging: { counted: number; leftOut: string[]; scored: boolean };
  secondOpinion: SecondOpinion | null;
  /** Null while too few have moved to say. */
  movement: Movement | null;
  direction: Direction | null;
  overTime: OpinionOverTime;
  happened: Happened[];
  guesses: Guesses | null;
  told: ToldChange[];
  changedMinds: number;
};

/** The debate as far as a viewer may see it: where results are hidden, so is everything made from votes. */
export type DebateView = { poll: PollView; debate: Debate | null };
