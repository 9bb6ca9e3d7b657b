/**
 * P(|Z| ≥ z) of a standard normal Z: the two-sided p of a z statistic, 0 to 1, to about 13 digits.
 * Identity: 2·Φ(-|z|) = erfc(|z|/√2) (Abramowitz and Stegun, 26.2.29).
 */
export const normalTwoSided = (z: number): number => erfc(Math.abs(z) / Math.SQRT2);

/**
 * P(X ≥ statistic) of a chi-square with `degrees` degrees of freedom (a whole number ≥ 1; RangeError otherwise),
 * 0 to 1. Finite sums for odd and even degrees: Abramowitz and Stegun, 26.4.4 and 26.4.5.
 */
export function chiSquareUpper(statistic: number, degrees: number): number {
  if (!Number.isSafeInteger(degrees) || degrees < 1)
    throw new RangeError(`${degrees} are no degrees of freedom.`);
  if (!(statistic > 0)) return 1;
  const half = statistic / 2;
  const odd = degrees % 2 === 1;
  let tail = odd ? erfc(Math.sqrt(half)) : Math.exp(-half);
  let term = odd ? 2 * Math.sqrt(half / Math.PI) * Math.exp(-half) : half * Math.exp(-half);
  for (let shape = odd ? 1.5 : 2; shape <= degrees / 2; shape++) {
    tail += term;
    term *= half / shape;
  }
  return Math.min(1, tail);
}

/**
 * P(X = 0), …, P(X = upTo) for X binomial with `trials` fair trials, as shares.
 * Each from the one before, in logarithms, so that 2⁻¹⁰⁰⁰⁰ does not become nothing too early.
 */
export function fairBinomial(trials: number, upTo: number): number[] {
  const shares: number[] = [];
  let log = -trials * Math.LN2;
  for (let successes = 0; successes <= upTo; successes++) {
    shares.push(Math.exp(log));
    log += Math.log(trials - successes) - Math.log(successes + 1);
  }
  return shares;
}

/** Where the series needs as many terms as the fraction. */
const SERIES_UNTIL = 2;

/** The complementary error function for x ≥ 0: a series (A&S 7.1.6) near 0, a continued fraction (7.1.14) beyond. */
export function erfc(x: number): number {
  return x < SERIES_UNTIL ? 1 - erfSeries(x) : erfcFraction(x);
}

function erfSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

function erfcFraction(x: number): number {
  // Backwards from far enough out: 80 levels give 15 digits at x = 2, and more beyond.
  let fraction = x;
  for (let level = 80; level >= 1; level--) fraction = x + level / 2 / fraction;
  return Math.exp(-x * x) / (fraction * Math.sqrt(Math.PI));
}
