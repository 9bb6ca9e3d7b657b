import type { Random } from "./random";

/** Community Notes' own numbers (see matrix-factorisation.ts): few free intercepts, cheap factors. */
export const LAMBDA_INTERCEPT = 0.15;
export const LAMBDA_FACTOR = 0.03;

/** Enough for the loss to stand still in every simulation; a job must end. */
const SWEEPS = 300;
/** Community Notes stops where an epoch changes the loss by less than this. */
const STILL = 1e-7;
/** Ratings between two chances to let somebody else have the processor: a millisecond's work. */
export const RATINGS_A_STEP = 20_000;

/** Ratings by number: of the nth, who gave it, to what, and its value. `raters` and `comments` say how many there are. */
export type Numbered = {
  rater: Int32Array;
  comment: Int32Array;
  value: Float64Array;
  raters: number;
  comments: number;
};

/** By the number of a rater, or of a comment. */
type Terms = { intercept: Float64Array; factor: Float64Array };
export type Fit = { mean: number; loss: number; raters: Terms; comments: Terms };

/** Everyone's ratings in one row: those of the nth stand from `from[n]` up to `from[n + 1]`. */
type Rows = { from: Int32Array; other: Int32Array; value: Float64Array };

/** One descent from a start drawn at random. It pauses at every `yield`, so that its caller may wait. */
export function* fit(ratings: Numbered, random: Random): Generator<void, Fit> {
  const raters = begin(ratings.raters, random);
  const comments = begin(ratings.comments, random);
  const byRater = inRows(ratings.rater, ratings.comment, ratings.value, ratings.raters);
  const byComment = inRows(ratings.comment, ratings.rater, ratings.value, ratings.comments);
  let mean = 0;
  let loss = Infinity;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    mean = meanOf(ratings, raters, comments);
    yield;
    yield* solve(raters, byRater, comments, mean);
    yield* solve(comments, byComment, raters, mean);
    const before = loss;
    loss = lossOf(ratings, mean, raters, comments);
    yield;
    if (before - loss < STILL) break;
  }
  return { mean, loss, raters, comments };
}

const begin = (count: number, random: Random): Terms => ({
  intercept: new Float64Array(count),
  factor: Float64Array.from({ length: count }, () => random() - 0.5),
});

function inRows(own: Int32Array, others: Int32Array, values: Float64Array, count: number): Rows {
  const from = new Int32Array(count + 1);
  for (const one of own) from[one + 1] = at(from, one + 1) + 1;
  for (let one = 0; one < count; one++) from[one + 1] = at(from, one + 1) + at(from, one);
  const next = from.slice();
  const other = new Int32Array(own.length);
  const value = new Float64Array(own.length);
  for (let nth = 0; nth < own.length; nth++) {
    const one = at(own, nth);
    const place = at(next, one);
    next[one] = place + 1;
    other[place] = at(others, nth);
    value[place] = at(values, nth);
  }
  return { from, other, value };
}

/** Typed arrays have no holes within their length; the type says so only here. */
const at = (numbers: Int32Array | Float64Array, place: number): number => numbers[place] ?? 0;

function meanOf({ rater, comment, value }: Numbered, raters: Terms, comments: Terms): number {
  let sum = 0;
  for (let nth = 0; nth < value.length; nth++)
    sum += at(value, nth) - predicted(0, raters, at(rater, nth), comments, at(comment, nth));
  return sum / (value.length * (1 + LAMBDA_INTERCEPT));
}

const predicted = (mean: number, one: Terms, nth: number, other: Terms, place: number): number =>
  mean + at(one.intercept, nth) + at(other.intercept, place) + at(one.factor, nth) * at(other.factor, place);

/** Sets each intercept and factor to where the loss is least, all else held: two equations with two unknowns. */
function* solve(terms: Terms, rows: Rows, others: Terms, mean: number): Generator<void, void> {
  const count = terms.intercept.length;
  const weight = rows.value.length / count;
  let done = 0;
  for (let nth = 0; nth < count; nth++) {
    const [from, to] = [at(rows.from, nth), at(rows.from, nth + 1)];
    let [factors, squares, residuals, products] = [0, 0, 0, 0];
    for (let place = from; place < to; place++) {
      const other = at(rows.other, place);
      const factor = at(others.factor, other);
      const residual = at(rows.value, place) - mean - at(others.intercept, other);
      factors += factor;
      squares += factor * factor;
      residuals += residual;
      products += residual * factor;
    }
    const a = to - from + LAMBDA_INTERCEPT * weight;
    const d = squares + LAMBDA_FACTOR * weight;
    const determinant = a * d - factors * factors;
    terms.intercept[nth] = (d * residuals - factors * products) / determinant;
    terms.factor[nth] = (a * products - factors * residuals) / determinant;
    done += to - from;
    if (done >= RATINGS_A_STEP) {
      done = 0;
      yield;
    }
  }
}

function lossOf(ratings: Numbered, mean: number, raters: Terms, comments: Terms): number {
  const { rater, comment, value } = ratings;
  let squares = 0;
  for (let nth = 0; nth < value.length; nth++)
    squares += (at(value, nth) - predicted(mean, raters, at(rater, nth), comments, at(comment, nth))) ** 2;
  return squares / value.length + LAMBDA_INTERCEPT * mean ** 2 + penalty(raters) + penalty(comments);
}

function penalty({ intercept, factor }: Terms): number {
  let sum = 0;
  for (let nth = 0; nth < intercept.length; nth++)
    sum += LAMBDA_INTERCEPT * at(intercept, nth) ** 2 + LAMBDA_FACTOR * at(factor, nth) ** 2;
  return sum / intercept.length;
}
