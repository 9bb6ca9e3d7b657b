import { wilsonLower, Z_95 } from "@/domain/polls/statistics/wilson";

/**
 * For so long a comment's score is shown to nobody: a first vote that others can see becomes theirs. In a
 * randomised experiment on a news site one visible positive vote raised a comment's final rating by 25 %.
 * The hour is our choice. L. Muchnik, S. Aral, S. J. Taylor, "Social Influence Bias: A Randomized
 * Experiment", Science 341 (2013) 647-651, doi 10.1126/science.1240466.
 */
export const SCORE_HIDDEN_MINUTES = 60;

/** The usual two-sided 95 %: cautious enough that a comment with two respects does not outrank one with 40 of 45. */
export const BEST_Z = Z_95;

/**
 * The order "best": the lower Wilson bound of the share of respect among those who reacted, 0 to 1.
 *
 * `respect` and `unconvinced` are counts (whole numbers ≥ 0; a RangeError otherwise). A comment nobody has reacted
 * to has the score 0 and stands after all with a respect; equals are ordered by age elsewhere.
 *
 * The database keeps this rank beside every comment (`count_reaction`) by the same formula in SQL, `best_rank` in
 * prisma/functions/ranking.sql; a property test holds the two together (test/rules-in-sql.test.ts). Change both, count what stands already anew
 * in a migration (`UPDATE comment SET best = best_rank(respect, unconvinced)`; until then `moot check` names it), and say it in content/methods.md.
 *
 * Source: E. Miller, "How Not To Sort By Average Rating" (2009), after Wilson (see wilson.ts).
 */
export const best = (respect: number, unconvinced: number): number =>
  wilsonLower(respect, respect + unconvinced, BEST_Z);
