import { type Random, seededRandom } from "@/domain/polls/statistics/random";

/** Community Notes' own numbers (see the source below): few free intercepts, cheap factors. */
export const LAMBDA_INTERCEPT = 0.15;
export const LAMBDA_FACTOR = 0.03;
/** Comments with fewer raters, then raters with fewer ratings are left out; once each, as they do. */
export const RATINGS_PER_RATER = 10;
export const RATERS_PER_COMMENT = 5;
/** From this intercept Community Notes calls a note helpful. */
export const HELPFUL_INTERCEPT = 0.4;
/** Below so many reactors there is too little to find a divide in; the bridging score alone is shown. */
export const REACTORS_NEEDED = 1_000;

/** Enough for the loss to stand still in every simulation; a job must end. */
const SWEEPS = 300;
/** Community Notes stops where an epoch changes the loss by less than this. */
const STILL = 1e-7;
/** An unlucky start can end in a worse valley; the best of these is taken. */
const STARTS = 3;

/** `value`: 1 for respect, 0 for unconvinced. One a rater and comment. */
export type Rating = { rater: string; comment: string; value: number };

/** Of one comment. The sign of a factor means nothing by itself; two of one sign please the same people. */
export type Factorised = { comment: string; intercept: number; factor: number; raters: number };

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
 * no learning rate. SWEEPS and STARTS bound it: 200,000 ratings took 3 s, which is for a job, never for a request.
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
 * and 5 raters a note, and 0.40 from X's Community Notes guide, "Note ranking algorithm". Left out of theirs: rater
 * helpfulness, tags, and the confidence bound from pseudo-raters.
 */
export function factorise(ratings: readonly Rating[], seed = 1): Factorisation {
  if (ratings.some(({ value }) => !(value >= 0 && value <= 1))) throw new RangeError("A rating is 0 to 1.");
  const kept = enoughRatings(ratings);
  const random = seededRandom(seed);
  const fits = Array.from({ length: kept.length > 0 ? STARTS : 0 }, () => fit(kept, random));
  const best = fits.sort((one, other) => one.loss - other.loss)[0];
  if (!best) return { mean: 0, loss: 0, comments: [] };
  const comments = [...best.comments].map(([comment, term]): Factorised => {
    return { comment, intercept: term.intercept, factor: term.factor, raters: term.ratings.length };
  });
  return { mean: best.mean, loss: best.loss, comments: comments.sort((a, b) => b.intercept - a.intercept) };
}

/** One rater or one comment, with what it is rated by and how. */
type Term = { intercept: number; factor: number; ratings: { other: Term; value: number }[] };

type Fit = { mean: number; loss: number; comments: Map<string, Term> };

function enoughRatings(ratings: readonly Rating[]): Rating[] {
  const often = (rows: readonly Rating[], who: (row: Rating) => string, least: number) => {
    const counts = new Map<string, number>();
    for (const row of rows) counts.set(who(row), (counts.get(who(row)) ?? 0) + 1);
    return rows.filter((row) => (counts.get(who(row)) ?? 0) >= least);
  };
  const byRaters = often(ratings, (row) => row.comment, RATERS_PER_COMMENT);
  return often(byRaters, (row) => row.rater, RATINGS_PER_RATER);
}

function fit(ratings: readonly Rating[], random: Random): Fit {
  const raters = new Map<string, Term>();
  const comments = new Map<string, Term>();
  for (const { rater, comment, value } of ratings) {
    const one = termOf(raters, rater, random);
    const other = termOf(comments, comment, random);
    one.ratings.push({ other, value });
    other.ratings.push({ other: one, value });
  }
  let mean = 0;
  let loss = Infinity;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    mean = solveMean(raters, ratings.length);
    for (const side of [raters, comments]) {
      for (const term of side.values()) solve(term, mean, ratings.length / side.size);
    }
    const before = loss;
    loss = lossOf(mean, raters, comments, ratings.length);
    if (before - loss < STILL) break;
  }
  return { mean, loss, comments };
}

function termOf(terms: Map<string, Term>, name: string, random: Random): Term {
  const known = terms.get(name);
  if (known) return known;
  const term: Term = { intercept: 0, factor: random() - 0.5, ratings: [] };
  terms.set(name, term);
  return term;
}

const predicted = (mean: number, term: Term, other: Term): number =>
  mean + term.intercept + other.intercept + term.factor * other.factor;

function solveMean(raters: Map<string, Term>, ratings: number): number {
  let sum = 0;
  for (const term of raters.values()) {
    for (const { other, value } of term.ratings) sum += value - predicted(0, term, other);
  }
  return sum / (ratings * (1 + LAMBDA_INTERCEPT));
}

/** Sets intercept and factor to where the loss is least, all else held: two equations with two unknowns. */
function solve(term: Term, mean: number, weight: number): void {
  let [factors, squares, residuals, products] = [0, 0, 0, 0];
  for (const { other, value } of term.ratings) {
    const residual = value - mean - other.intercept;
    factors += other.factor;
    squares += other.factor ** 2;
    residuals += residual;
    products += residual * other.factor;
  }
  const a = term.ratings.length + LAMBDA_INTERCEPT * weight;
  const d = squares + LAMBDA_FACTOR * weight;
  const determinant = a * d - factors ** 2;
  term.intercept = (d * residuals - factors * products) / determinant;
  term.factor = (a * products - factors * residuals) / determinant;
}

function lossOf(
  mean: number,
  raters: Map<string, Term>,
  comments: Map<string, Term>,
  ratings: number,
): number {
  let squares = 0;
  for (const term of raters.values()) {
    for (const { other, value } of term.ratings) squares += (value - predicted(mean, term, other)) ** 2;
  }
  return squares / ratings + LAMBDA_INTERCEPT * mean ** 2 + penalty(raters) + penalty(comments);
}

function penalty(terms: Map<string, Term>): number {
  let sum = 0;
  for (const { intercept, factor } of terms.values()) {
    sum += LAMBDA_INTERCEPT * intercept ** 2 + LAMBDA_FACTOR * factor ** 2;
  }
  return sum / terms.size;
}
