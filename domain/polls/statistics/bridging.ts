import { LATE_CROWD } from "./publish";
import { mustBeCounts, wilsonLower, Z_90_ONE_SIDED } from "./wilson";

/** A side with fewer voters than this cannot lend five reactions to more than a few comments; it would veto by silence. */
export const SIDE_VOTERS = 10;

/** Below this a share means little, and a reaction could be traced to a voter. */
export const SIDE_REACTIONS = 5;

/**
 * The published reactions to a comment move when those of so many readers differ from them who count as a crowd (publish.ts): five
 * besides any four accounts of one person. With five of whomever, four accounts read the side of each fifth who reacted.
 */
export const SIDE_BATCH = LATE_CROWD;

/** A badge says that on every side more people respect the comment than not, with 90 % confidence each. */
export const BADGE_BOUND = 0.5;

/** So many readers, of any side or none, respect a comment that has a score. */
export const RESPECT_NEEDED = 11;

/** A score is told in steps of this, … */
export const SCORE_STEP = 0.1;
/** … up to this, which says so much or more. */
export const SCORE_AT_MOST = 0.6;

/**
 * What one side of the poll did with one comment. `voters` is the side's size in the poll (published figure);
 * `respect` of `reacted` count members who reacted to the comment while they stood on this side: a side is fixed
 * when the reaction is given, a later change of vote does not move it. Reactions of people without a vote belong
 * to no side and are not here.
 */
export type SideReactions = { side: string; voters: number; respect: number; reacted: number };

export type Bridging = {
  /** The minimum over the sides of the Wilson lower bound, 0 to 1; null where there is too little to say. */
  score: number | null;
  verdict: "valued by both sides" | "not valued by both sides" | "too few reactions" | "too few sides";
  /** Sides that were left out because fewer than SIDE_VOTERS voted for them; to be named beside the figure. */
  leftOut: string[];
};

/**
 * Whether a comment is valued across the poll, and how much: the least respectful side decides.
 *
 * Score = min over sides of the lower Wilson bound (z = 1.28, one-sided 90 %) of P(respect | reacted, side). The
 * badge needs SIDE_REACTIONS on each counted side and a score of BADGE_BOUND.
 *
 * How often the badge errs depends on the numbers, because counts are whole. A side that is torn (50 %) passes by
 * chance with about one in ten: 5 % at ten reactions (8 of 10 are needed), but 19 % at five (4 of 5) and 13 % at
 * twenty (13 of 20). So where one side loves a comment (90 %) and the other is torn, false badges are 5, 17 and
 * 13 %; where both are torn, 0.3, 3.5 and 1.7 %. A side that is against (40 % or less) lets at most one in
 * eleven pass at five reactions, one in fifty at twenty, one in eighty at ten. The simulation beside this file checks them.
 *
 * Below five reactions on any counted side there is no score at all, so that an order of comments does not give
 * a single reaction away. How many respect the comment altogether, everybody sees; with too few, or with a fine score, these totals say how
 * many of a side do. So RESPECT_NEEDED of them are needed, and the score is told in steps: `disclosure.test.ts` tries every comment. Whether
 * there is a score depends on public totals and on five of each side alone; callers refresh scores in batches, as for counts (see publish.ts).
 *
 * Throws a RangeError for counts that are no counts. It says nothing of why people respect a comment, nor of
 * readers who did not react; a comment few read is not a bad one.
 *
 * Source: like Polis's group-informed consensus, the product over groups of P(agree | group) (C. Small and others,
 * "Polis: Scaling deliberation by mapping high dimensional opinion spaces", Recerca 26 (2021)), but with the
 * minimum in place of the product, so that no warmth of one side makes up for another, and a bound in place of
 * the estimate (wilson.ts). On bridging in general: A. Ovadya, L. Thorburn, "Bridging Systems", arXiv:2301.09976.
 */
export function bridging(sides: readonly SideReactions[], respected: number): Bridging {
  for (const { respect, reacted } of sides) mustBeCounts(respect, reacted);
  const counted = sides.filter((side) => side.voters >= SIDE_VOTERS);
  const leftOut = sides.filter((side) => side.voters < SIDE_VOTERS).map((side) => side.side);
  if (counted.length < 2) return { score: null, verdict: "too few sides", leftOut };
  if (respected < RESPECT_NEEDED || counted.some((side) => side.reacted < SIDE_REACTIONS)) {
    return { score: null, verdict: "too few reactions", leftOut };
  }
  const score = toStep(
    Math.min(...counted.map((side) => wilsonLower(side.respect, side.reacted, Z_90_ONE_SIDED))),
  );
  return {
    score,
    verdict: score >= BADGE_BOUND ? "valued by both sides" : "not valued by both sides",
    leftOut,
  };
}

const toStep = (score: number): number =>
  Math.min(SCORE_AT_MOST, Math.floor(score / SCORE_STEP) * SCORE_STEP);
