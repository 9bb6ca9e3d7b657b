/** Words of an appeal: pure, safe in a browser. */
export const APPEAL_OUTCOMES = ["upheld", "refused"] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];

/** Enough for a case to be made, and read. */
export const WORDS_LIMIT = 2_000;

export type AppealView = {
  id: string;
  words: string;
  at: string;
  outcome: AppealOutcome | null;
  answer: string | null;
  answeredAt: string | null;
};
