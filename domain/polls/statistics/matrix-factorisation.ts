import { fit, RATINGS_A_STEP, type Fit, type Numbered } from "./matrix-fit";
import { seededRandom } from "./random";

/** Comments with fewer raters, then raters with fewer ratings are left out; once each, as Community Notes does. */
export const RATINGS_PER_RATER = 10;
export const RATERS_PER_COMMENT = 5;
/** Praise from one end of the line is no second opinion: so many raters must stand on either side of its middle. */
export const RATERS_EACH_WAY = 5;
/** Up to so many reactors there is too little to find a divide in; the bridging score alone is shown. */
export const REACTORS_NEEDED = 1_000;

/** A random start can end in a poor local optimum; the best of so many is taken. */
const STARTS = 3;

/** `value`: 1 for respect, 0 for unconvinced. One a rater and comment. */
export type Rating = { rater: string; comment: string; value: number };

/**
 * Of one comment. The sign of a factor means nothing by itself; two of one sign please the same people. `eachWay` is how
 * many of its raters stand at the rarer end of the line.
 */
export type Factorised = {
  comment: string;
  intercept: number;
  factor: number;
  raters: number;
  eachWay: number;
};

export type Factorisation = { mean: number; loss: number; comments: Factorised[] };

/**
 * What people respect once we know whom they usually agree with: a second opinion beside the bridging score, which
 * needs no poll and finds the divide itself.
 *
 * Each rating is explained as r = μ + i_rater + i_comment + f_rater · f_comment with one factor. Penalties make
 * intercepts five times dearer than factors, so that praise from one camp goes into the factor, and only praise from
 * both is left for i_comment: the score. Minimised: mean squared error + λ_i (μ² + mean i_rater² + mean
 * i_comment²) + λ_f (mean f_rater² + mean f_comment²), the loss of the published code, by alternating least
 * squares in place of its gradient descent: each half-step is solved exactly, so the loss never rises, and needs
 * no learning rate. It is work for a job, never for a request, and pauses often: `factorising` is the same in steps.
 *
 * `ratings`: values 0 to 1 (RangeError otherwise). Comments come sorted by intercept, highest first; raters and
 * comments below the minimum are absent; `comments` is empty where nothing is left. The same ratings in the same
 * order and the same `seed` give the same result.
 *
 * What it cannot say: that a comment is right. Nor anything where readers do not disagree: it finds *a* divide,
 * which need not be the poll's. Intercepts are comparable within one run only.
 *
 * Source: S. Wojcik and others, "Birdwatch: Crowd Wisdom and Bridging Algorithms can Inform Understanding and Reduce
 * the Spread of Misinformation" (2022, arXiv:2210.15723); λ_i = 0.15, λ_f = 0.03, at least 10 ratings a rater
 * and 5 raters a note from X's Community Notes guide, "Note ranking algorithm", which also asks for raters of different
 * perspectives (RATERS_EACH_WAY is our number). Left out of theirs: rater helpfulness, tags, the confidence bound from
 * pseudo-raters, and the threshold of 0.40, which belongs to the scale of their ratings: of ours, the order is used.
 */
export function factorise(ratings: readonly Rating[], seed = 1): Factorisation {
  const steps = factorising(ratings, seed);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same as a generator of small steps, so that the caller can yield to other work between two. */
export function* factorising(ratings: readonly Rating[], seed = 1): Generator<void, Factorisation> {
  const { numbered, names } = yield* numberedOf(yield* enoughRatings(ratings));
  if (names.length === 0) return { mean: 0, loss: 0, comments: [] };
  const random = seededRandom(seed);
  let best = yield* fit(numbered, random);
  for (let start = 1; start < STARTS; start++) {
    const other = yield* fit(numbered, random);
    if (other.loss < best.loss) best = other;
  }
  return { mean: best.mean, loss: best.loss, comments: inOrder(best, numbered, names) };
}

function* enoughRatings(ratings: readonly Rating[]): Generator<void, Rating[]> {
  const byRaters = yield* often(ratings, "comment", RATERS_PER_COMMENT);
  return yield* often(byRaters, "rater", RATINGS_PER_RATER);
}

/** Ratings of whoever, or of what, has at least so many. */
function* often(
  ratings: readonly Rating[],
  who: "rater" | "comment",
  least: number,
): Generator<void, Rating[]> {
  const counts = new Map<string, number>();
  for (const part of inParts(ratings)) {
    for (const { value, [who]: name } of part) {
      if (!(value >= 0 && value <= 1)) throw new RangeError("A rating is 0 to 1.");
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    yield;
  }
  return ratings.filter((rating) => (counts.get(rating[who]) ?? 0) >= least);
}

/** Numbers in place of names, and the names of the comments by their numbers. */
function* numberedOf(ratings: readonly Rating[]): Generator<void, { numbered: Numbered; names: string[] }> {
  const raters = new Map<string, number>();
  const comments = new Map<string, number>();
  const number = (known: Map<string, number>, name: string): number => {
    const there = known.get(name) ?? known.size;
    known.set(name, there);
    return there;
  };
  const [rater, comment] = [new Int32Array(ratings.length), new Int32Array(ratings.length)];
  const value = new Float64Array(ratings.length);
  let nth = 0;
  for (const part of inParts(ratings)) {
    for (const rating of part) {
      rater[nth] = number(raters, rating.rater);
      comment[nth] = number(comments, rating.comment);
      value[nth++] = rating.value;
    }
    yield;
  }
  const numbered = { rater, comment, value, raters: raters.size, comments: comments.size };
  return { numbered, names: [...comments.keys()] };
}

function* inParts(ratings: readonly Rating[]): Generator<readonly Rating[]> {
  for (let from = 0; from < ratings.length; from += RATINGS_A_STEP)
    yield ratings.slice(from, from + RATINGS_A_STEP);
}

function inOrder({ raters, comments }: Fit, { rater, comment }: Numbered, names: string[]): Factorised[] {
  const one = new Int32Array(names.length);
  const other = new Int32Array(names.length);
  for (const [nth, place] of comment.entries()) {
    const end = (raters.factor[rater[nth] ?? 0] ?? 0) < 0 ? one : other;
    end[place] = (end[place] ?? 0) + 1;
  }
  return names
    .map((name, place): Factorised => {
      const [few, many] = [one[place] ?? 0, other[place] ?? 0];
      return {
        comment: name,
        intercept: comments.intercept[place] ?? 0,
        factor: comments.factor[place] ?? 0,
        raters: few + many,
        eachWay: Math.min(few, many),
      };
    })
    .sort((a, b) => b.intercept - a.intercept || (a.comment < b.comment ? -1 : 1));
}
