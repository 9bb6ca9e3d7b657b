import { normalTwoSided } from "./tails";
import { type Interval, mustBeCounts, wilson, Z_95 } from "./wilson";
import * as t from "#messages/debate";
import { say } from "@/messages/say";

/** A rate of fewer than this many cases is an anecdote with a percent sign. */
export const GROUP_SIZE = 20;

/** Below five expected cases in any of the four cells the normal approximation misleads (Cochran 1954). */
export const EXPECTED_CASES = 5;

/** `cases` of `total`: comments held of comments written, say. */
export type Group = { cases: number; total: number };

export type Rate = { share: number; interval: Interval };

export type TwoProportions =
  | { comparable: false; reason: string }
  | { comparable: true; rates: [Rate, Rate]; difference: number; interval: Interval; z: number; p: number };

/**
 * Do two groups fare differently? Two rates with 95 % Wilson intervals, their difference (first less second, -1
 * to 1) with Newcombe's 95 % interval, and the two-proportion z test with pooled variance (two-sided p).
 *
 * Both groups need GROUP_SIZE members and each of the four cells EXPECTED_CASES expected cases; otherwise the
 * answer is a sentence why not, and no figure. RangeError for counts that are no counts.
 *
 * What it cannot say: whether the groups behaved alike. A higher rate of held comments on one side is what bias
 * would look like, and also what one angry evening would look like; read it beside the rule that fired. Comments
 * of one author are not independent, so p is somewhat too small. And of twenty comparisons of equals one falls
 * below .05: use `holm` when showing several.
 *
 * Sources: R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in
 * Medicine 17 (1998) 873-890 (method 10); W. G. Cochran, Biometrics 10 (1954) 417-451; wilson.ts.
 */
export function twoProportions(one: Group, other: Group): TwoProportions {
  const reason = whyNot(one, other);
  if (reason) return { comparable: false, reason };
  const rates: [Rate, Rate] = [rate(one), rate(other)];
  const difference = rates[0].share - rates[1].share;
  const z = difference / Math.sqrt(pooledVariance(one, other));
  return {
    comparable: true,
    rates,
    difference,
    interval: newcombe(one, other, Z_95),
    z,
    p: normalTwoSided(z),
  };
}

/**
 * Newcombe's hybrid score interval for the difference of two shares, at quantile `z`: two bounds, -1 to 1.
 * It joins the two Wilson intervals, and so behaves at 0, at 1 and in small groups. Both totals must be above 0.
 */
export function newcombe(one: Group, other: Group, z: number): Interval {
  if (one.total === 0 || other.total === 0) throw new RangeError("A group of nobody has no share.");
  const [a, b] = [one.cases / one.total, other.cases / other.total];
  const [first, second] = [wilson(one.cases, one.total, z), wilson(other.cases, other.total, z)];
  return {
    lower: a - b - Math.hypot(a - first.lower, second.upper - b),
    upper: a - b + Math.hypot(first.upper - a, b - second.lower),
  };
}

/**
 * Holm's correction for several tests shown together: the same p-values, in the same order, each as large as it
 * must be so that all of them together are wrong at most as often as one would be.
 * Source: S. Holm, Scandinavian Journal of Statistics 6 (1979) 65-70.
 */
export function holm(ps: readonly number[]): number[] {
  const corrected = [...ps];
  let floor = 0;
  const ascending = ps.map((p, place) => ({ p, place })).sort((one, other) => one.p - other.p);
  ascending.forEach(({ p, place }, rank) => {
    floor = Math.max(floor, Math.min(1, p * (ps.length - rank)));
    corrected[place] = floor;
  });
  return corrected;
}

function whyNot(one: Group, other: Group): string | null {
  for (const { cases, total } of [one, other]) mustBeCounts(cases, total);
  if (Math.min(one.total, other.total) < GROUP_SIZE) {
    return say(t.eachGroupNeedsAtLeast, { groupSize: GROUP_SIZE });
  }
  const share = (one.cases + other.cases) / (one.total + other.total);
  const rarest = Math.min(share, 1 - share) * Math.min(one.total, other.total);
  return rarest < EXPECTED_CASES ? t.tooFewCasesToTell : null;
}

function pooledVariance(one: Group, other: Group): number {
  const share = (one.cases + other.cases) / (one.total + other.total);
  return share * (1 - share) * (1 / one.total + 1 / other.total);
}

const rate = ({ cases, total }: Group): Rate => ({
  share: cases / total,
  interval: wilson(cases, total, Z_95),
});
