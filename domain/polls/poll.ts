/** Words of the poll: pure, safe in a browser. */
export const RESULTS_SHOWN = ["always", "after_vote", "after_close"] as const;
export type ResultsShown = (typeof RESULTS_SHOWN)[number];

export type PollOption = { key: string; label: string; sentence: string; side: boolean };
export type PollState = "upcoming" | "open" | "closed";

/** Why results are not shown now; each has a sentence on the page. */
export type HiddenBecause = "not-open" | "vote-first" | "until-close" | "too-few";

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
  detached: boolean;
  results: PollResults;
};

/** Below this many votes nothing is shown: fewer would say who voted what. */
export const FEWEST_SHOWN = 5;
