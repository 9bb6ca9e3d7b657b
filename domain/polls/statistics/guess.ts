import { LATE_CROWD } from "./publish";

/**
 * Fewer guesses are not told, and after so many more they are told anew: nine people besides any four accounts of one person, as with counts
 * that are late (publish.ts).
 */
export const FEWEST_GUESSES = LATE_CROWD + 4;

/** Everybody's guesses are told in steps of so much of 1. */
export const GUESS_STEP = 0.05;

export type Gap = { guess: number; gap: number };

/** As it was published: `guesses` is how many there were, rounded down to a multiple of five; the median in GUESS_STEPs. */
export type PublishedGuesses = { guesses: number; median: number };

export type Guesses = {
  /** The share that really chose the option, 0 to 1. */
  truth: number;
  /** One's own guess and how far it was off; null for those who did not guess. */
  own: Gap | null;
  /** Everybody's; null below FEWEST_GUESSES. */
  everyone: { guesses: number; median: Gap } | null;
};

/**
 * How far off readers were about each other. Before the results, "what share do you think chose this?"; then the
 * gap: guess less truth, so that above 0 the option was thought more popular than it is.
 *
 * All shares are 0 to 1 (RangeError otherwise); `own` is the asking member's guess or null. The median and no mean: a few jokers at
 * 0 and 100 % move a mean, and where all guess nearly the same it says, however it is rounded, that nobody guessed otherwise. A median says of
 * half of them at least that they are on either side of it, and of nobody where.
 *
 * What it cannot say: whether readers misjudge the public, for truth is the share among those who voted here.
 *
 * Source for asking: guesses of others' opinions, and their bias to one's own, are L. Ross, D. Greene, P. House,
 * "The false consensus effect", Journal of Experimental Social Psychology 13 (1977) 279-301.
 */
export function guessGap(published: PublishedGuesses | null, truth: number, own: number | null): Guesses {
  for (const share of [published?.median ?? 0, truth, own ?? 0]) {
    if (!(share >= 0 && share <= 1)) throw new RangeError(`${share} is no share.`);
  }
  const gap = (guess: number): Gap => ({ guess, gap: guess - truth });
  return {
    truth,
    own: own === null ? null : gap(own),
    everyone: published && {
      guesses: published.guesses,
      median: gap(published.median),
    },
  };
}
