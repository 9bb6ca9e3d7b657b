import type { SafeHtml } from "@/domain/prose/safe-html";

/** Words of the poll: pure, safe in a browser. */
export const RESULTS_SHOWN = ["always", "after_vote", "after_close"] as const;
export type ResultsShown = (typeof RESULTS_SHOWN)[number];

/**
 * Whom an open poll shows its results. A new mode is also, outside TypeScript (which does not compile until `visibility.ts` and whatever
 * offers or previews a mode have it):
 * - a value of the enum in `prisma/schema/polls.prisma`, with a migration;
 * - where it waits for the close, one that `hides_until_close` in `prisma/functions/publishing.sql` knows, and `hidden_results_have_an_end`,
 *   the constraint of `poll` by which such a poll has one;
 * - a word of `poll.results` in `docs/PUBLISHING.md`.
 * Everything else asks these two questions.
 */
const WHILE_OPEN: Record<ResultsShown, "everybody" | "who-answered" | "nobody"> = {
  always: "everybody",
  after_vote: "who-answered",
  after_close: "nobody",
};
export const hidesUntilClose = (mode: ResultsShown): boolean => WHILE_OPEN[mode] === "nobody";
export const showsAfterAnswer = (mode: ResultsShown): boolean => WHILE_OPEN[mode] === "who-answered";

/** A question, and an answer's sentence; and its label, which is a line. Code points. */
export const SENTENCE_LIMIT = 600;
export const LABEL_LIMIT = 160;

/** The author's last word, and a side's reply, in Markdown. Code points. */
export const CLOSING_STATEMENT_LIMIT = 2_000;
export const SIDE_REPLY_LIMIT = 2_000;

/** As delta by delta: shorter reasons say "you are right", and teach nobody (r/changemyview asks for the same). */
export const REASON_LEAST = 50;
export const REASON_MOST = 2_000;

/** What an option's key is made of; the database holds it to the same (`key_shape`). */
export const OPTION_KEY = /^[a-z][a-z0-9-]{0,39}$/;

/** `side` is false for "unsure" and "the question is wrong": they are answers, and no side of the question. */
export type PollOption = { key: string; label: string; sentence: string; side: boolean };
export type PollState = "upcoming" | "open" | "closed";

/** Why results are not shown now; each has a sentence on the page. */
export const HIDDEN_BECAUSE = ["not-open", "vote-first", "guess-first", "until-close", "too-few"] as const;
export type HiddenBecause = (typeof HIDDEN_BECAUSE)[number];

/** `share` is a fraction of 1; `asOf` when the counts last moved (ISO 8601 UTC). */
export type PollResults =
  | { visible: false; reason: HiddenBecause }
  | { visible: true; total: number; options: { key: string; votes: number; share: number }[]; asOf: string };

export type PollView = {
  question: string;
  options: PollOption[];
  state: PollState;
  resultsShown: ResultsShown;
  opensAt: string;
  closesAt: string | null;
  /** 1, and one more for every change after somebody had voted. */
  version: number;
  detached: boolean;
  /** Asks for a guess before showing results. */
  guessing: boolean;
  /** Only members whose address was confirmed before it opened vote. */
  confirmedBefore: boolean;
  /** The author's last word, in Markdown and as HTML; null until the poll is closed. */
  closingStatement: string | null;
  closingHtml: SafeHtml | null;
  results: PollResults;
};

/** A poll as a list of articles tells of it, the same for everyone. `votes` is null while its result is hidden from the public. */
export type ListedPoll = Pick<PollView, "question" | "state" | "opensAt" | "closesAt"> & {
  votes: number | null;
  /** The answers with their published votes; null where `votes` is. */
  options: ListedOption[] | null;
};
export type ListedOption = Pick<PollOption, "key" | "label" | "side"> & { votes: number };

/** What a member has done with a poll. `asked`: passed, or asked to just see the result; `guessed`: or would rather not. */
export type ViewerAnswer = { voted: boolean; asked: boolean; guessed: boolean };
export const NO_ANSWER_YET: ViewerAnswer = { voted: false, asked: false, guessed: false };

/** The poll as it is for one member. `choice` is null without a vote, and for a detached ballot, which nobody can look up. */
export type MyPoll = ViewerAnswer & {
  choice: string | null;
  results: PollResults;
  /** The share one thought chose the first side, 0 to 1; null without a guess. */
  guess: number | null;
  can: {
    vote: boolean;
    withdraw: boolean;
    ask: boolean;
    guess: boolean;
    /** Having switched, say what changed one's mind. */
    tellSwitch: boolean;
    /** Without a switch, say what moved one closer. */
    tellCloser: boolean;
    /** Take back what one told. */
    takeBack: boolean;
    /** Close it, reword it, conclude it. */
    run: boolean;
  };
};

/** Below this many votes nothing is shown: fewer would say who voted what. */
export const FEWEST_SHOWN = 5;

/** Words of the article that one says changed one's vote have at most so many code points. */
export const NAMED_WORDS_MOST = 600;

/** The option that guesses are about: the first side. */
export const guessedOption = (options: readonly PollOption[]): PollOption | undefined =>
  options.find(({ side }) => side);

export const stateOf = (poll: { opensAt: Date; closesAt: Date | null }, now: Date): PollState => {
  if (now < poll.opensAt) return "upcoming";
  return poll.closesAt !== null && now >= poll.closesAt ? "closed" : "open";
};
