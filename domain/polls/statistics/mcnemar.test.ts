import fc from "fast-check";
import { expect, test } from "vitest";
import { exactP, EXACT_BELOW, mcnemar, midP } from "./mcnemar";
import { chiSquareUpper } from "./tails";

test("1 and 7 of Bentur's 21 children give what Fagerland and others printed", () => {
  expect(exactP(1, 7)).toBeCloseTo(0.0703, 4);
  expect(midP(1, 7)).toBeCloseTo(0.0391, 4);
  expect(mcnemar(1, 7)).toMatchObject({ changed: 8, method: "exact" });
});

test("five of five one way are p = 1/16, none is no surprise, and equals are none either", () => {
  expect(mcnemar(0, 5).p).toBeCloseTo(0.0625, 12);
  expect(mcnemar(0, 0).p).toBe(1);
  expect(mcnemar(4, 4).p).toBe(1);
});

test("at Agresti's 86 and 150 the mid-p agrees with his chi-square of 17.36", () => {
  const { p, method } = mcnemar(86, 150);
  expect(method).toBe("mid-p");
  expect(Math.log10(p)).toBeCloseTo(Math.log10(chiSquareUpper(17.356, 1)), 1);
});

test("it has no favourite direction, stays within 0 and 1, and mid-p is the bolder one", () => {
  const count = fc.integer({ min: 0, max: 2_000 });
  fc.assert(
    fc.property(count, count, (there, back) => {
      expect(mcnemar(there, back).p).toBe(mcnemar(back, there).p);
      expect(midP(there, back)).toBeLessThanOrEqual(exactP(there, back));
      expect(midP(there, back)).toBeGreaterThanOrEqual(-1e-12);
      expect(exactP(there, back)).toBeLessThanOrEqual(1);
    }),
  );
});

test("where nobody is drawn either way, it cries wolf at most one time in twenty", () => {
  for (const changed of [10, EXACT_BELOW, 40, 101]) {
    let alarms = 0;
    for (let there = 0; there <= changed; there++) {
      if (mcnemar(there, changed - there).p <= 0.05) alarms += chance(there, changed);
    }
    expect(alarms).toBeLessThanOrEqual(0.05);
  }
});

/** P(X = there) of a fair binomial, from the difference of two exact tails' worth: computed apart from the code. */
function chance(there: number, changed: number): number {
  let share = 0.5 ** changed;
  for (let k = 0; k < there; k++) share *= (changed - k) / (k + 1);
  return share;
}
