/** 97.5 % of a normal distribution lie below: the two-sided 95 % interval everybody knows. */
export const Z_95 = 1.96;

/** 90 % of a normal distribution lie below: one-sided 90 %, enough for a mark that costs nobody anything. */
export const Z_90_ONE_SIDED = 1.28;

export type Interval = { lower: number; upper: number };

/**
 * The Wilson score interval of a proportion.
 *
 * `positive` of `total` are counts (whole numbers, 0 ≤ positive ≤ total), `z` a quantile of the normal
 * distribution (> 0). Returns two shares, 0 ≤ lower ≤ positive/total ≤ upper ≤ 1. Of nothing we know nothing:
 * for `total` = 0 the interval is 0 to 1, so that whoever ranks by the lower bound puts it last.
 *
 * Throws a RangeError when the counts are no counts: that is a bug in the caller, not a reader's mistake.
 *
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
 * American Statistical Association 22 (1927) 209-212; compared with six others in R. G. Newcombe, "Two-sided
 * confidence intervals for the single proportion", Statistics in Medicine 17 (1998) 857-872 (method 3).
 */
export function wilson(positive: number, total: number, z: number): Interval {
  mustBeCounts(positive, total);
  if (total === 0) return { lower: 0, upper: 1 };
  const share = positive / total;
  const spread = (z * z) / total;
  const centre = share + spread / 2;
  const reach = z * Math.sqrt((share * (1 - share) + spread / 4) / total);
  // Rounding may push a bound a hair over the share it encloses; at 0 and 1 that would show.
  return {
    lower: Math.max(0, Math.min(share, (centre - reach) / (1 + spread))),
    upper: Math.min(1, Math.max(share, (centre + reach) / (1 + spread))),
  };
}

/** The lower bound alone: what a ranking needs. Shapes and errors as for `wilson`. */
export const wilsonLower = (positive: number, total: number, z: number): number =>
  wilson(positive, total, z).lower;

/** Refuses fractions, negatives and more successes than trials. */
export function mustBeCounts(positive: number, total: number): void {
  const sound =
    Number.isSafeInteger(positive) && Number.isSafeInteger(total) && positive >= 0 && positive <= total;
  if (!sound) throw new RangeError(`${positive} of ${total} are no counts.`);
}
