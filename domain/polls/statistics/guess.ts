import { FEWEST_SHOWN } from "@/domain/polls/poll";

export type Gap = { guess: number; gap: number };

export type Guesses = {
  /** The share that really chose the option, 0 to 1. */
  truth: number;
  /** One's own guess and how far it was off; null for those who did not guess. */
  own: Gap | null;
  /** Everybody's; null below FEWEST_SHOWN guesses, when a mean would be a person. */
  everyone: { guesses: number; mean: Gap; median: Gap; tooHigh: number; tooLow: number } | null;
};

/**
 * How far off readers were about each other. Before the results, "what share do you think chose this?"; then the
 * gap: guess less truth, so that above 0 the option was thought more popular than it is.
 *
 * `guesses` and `truth` are shares, 0 to 1 (RangeError otherwise); `own` is the asking member's guess or null.
 * `tooHigh` and `tooLow` are shares of the guessers. The median is shown beside the mean because a few
 * jokers at 0 and 100 % move the mean alone; of an even number it is the mean of the middle two.
 *
 * What it cannot say: whether readers misjudge the public, for truth is the share among those who voted here.
 * Call it with published counts only, and refresh it with their batches.
 *
 * Source for asking: guesses of others' opinions, and their bias to one's own, are L. Ross, D. Greene, P. House,
 * "The false consensus effect", Journal of Experimental Social Psychology 13 (1977) 279-301.
 */
export function guessGap(guesses: readonly number[], truth: number, own: number | null): Guesses {
  for (const share of [...guesses, truth, own ?? 0]) {
    if (!(share >= 0 && share <= 1)) throw new RangeError(`${share} is no share.`);
  }
  const gap = (guess: number): Gap => ({ guess, gap: guess - truth });
  return {
    truth,
    own: own === null ? null : gap(own),
    everyone:
      guesses.length < FEWEST_SHOWN
        ? null
        : {
            guesses: guesses.length,
            mean: gap(mean(guesses)),
            median: gap(median(guesses)),
            tooHigh: guesses.filter((guess) => guess > truth).length / guesses.length,
            tooLow: guesses.filter((guess) => guess < truth).length / guesses.length,
          },
  };
}

const mean = (shares: readonly number[]): number =>
  shares.reduce((sum, share) => sum + share, 0) / shares.length;

function median(shares: readonly number[]): number {
  const sorted = [...shares].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return mean(sorted.slice(sorted.length % 2 === 1 ? middle : middle - 1, middle + 1));
}
