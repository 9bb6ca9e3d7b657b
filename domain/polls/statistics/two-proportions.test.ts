import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "./random";
import { chiSquareUpper } from "./tails";
import { holm, newcombe, twoProportions } from "./two-proportions";

/** Newcombe (1998), table II, method 10; printed to four places with z = 1.959964. */
describe("Newcombe's interval", () => {
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
  ])("%i/%i less %i/%i is what he printed", (a, m, b, n, lower, upper) => {
    const interval = newcombe({ cases: a, total: m }, { cases: b, total: n }, 1.959964);
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });
});

test("30 of 100 against 20 of 100 is z = 1.633, p = .1025", () => {
  const result = twoProportions({ cases: 30, total: 100 }, { cases: 20, total: 100 });
  expect(result.comparable && result.z).toBeCloseTo(1.633, 3);
  expect(result.comparable && result.p).toBeCloseTo(0.1025, 4);
});

test("its square is the chi-square of the fourfold table", () => {
  fc.assert(
    fc.property(group, group, (one, other) => {
      const result = twoProportions(one, other);
      fc.pre(result.comparable);
      expect(result.p).toBeCloseTo(chiSquareUpper(chiSquare(one, other), 1), 9);
      expect(result.interval.lower).toBeLessThanOrEqual(result.difference);
      expect(result.interval.upper).toBeGreaterThanOrEqual(result.difference);
    }),
  );
});

test("groups of nineteen and rates of next to nothing are not compared, and the answer says why", () => {
  expect(twoProportions({ cases: 9, total: 19 }, { cases: 300, total: 1_000 })).toMatchObject({
    comparable: false,
    reason: expect.stringContaining("at least 20") as unknown,
  });
  expect(twoProportions({ cases: 1, total: 40 }, { cases: 2, total: 1_000 }).comparable).toBe(false);
});

test("where both sides are treated alike, about one month in twenty raises an eyebrow", () => {
  const random = seededRandom(11);
  const held = (total: number) => Array.from({ length: total }, random).filter((draw) => draw < 0.1).length;
  let alarms = 0;
  const months = 4_000;
  for (let month = 0; month < months; month++) {
    const result = twoProportions({ cases: held(150), total: 150 }, { cases: held(60), total: 60 });
    if (result.comparable && result.p < 0.05) alarms++;
  }
  expect(alarms / months).toBeGreaterThan(0.03);
  expect(alarms / months).toBeLessThan(0.065);
});

test("Holm asks more of the first of several p-values than of the last", () => {
  const corrected = holm([0.01, 0.04, 0.03, 0.005]);
  [0.03, 0.06, 0.06, 0.02].forEach((p, place) => expect(corrected[place]).toBeCloseTo(p, 12));
  expect(holm([])).toEqual([]);
  expect(holm([0.7, 0.9])).toEqual([1, 1]);
});

const group = fc
  .integer({ min: 20, max: 5_000 })
  .chain((total) => fc.record({ cases: fc.integer({ min: 0, max: total }), total: fc.constant(total) }));

function chiSquare(one: { cases: number; total: number }, other: { cases: number; total: number }): number {
  const [a, b, c, d] = [one.cases, one.total - one.cases, other.cases, other.total - other.cases];
  return ((a * d - b * c) ** 2 * (a + b + c + d)) / ((a + b) * (c + d) * (a + c) * (b + d));
}
