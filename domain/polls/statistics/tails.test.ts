import { expect, test } from "vitest";
import { chiSquareUpper, erfc, fairBinomial, normalTwoSided } from "./tails";

test.each([
  [0, 1],
  [0.5, 0.4795001221869535],
  [1, 0.15729920705028513],
  [1.9999, 0.004679802092970608],
  [2, 0.004677734981047266],
  [3, 2.209049699858544e-5],
  [5, 1.5374597944280349e-12],
])("erfc(%d) is what the tables print", (x, value) => {
  expect(erfc(x) / value).toBeCloseTo(1, 6);
});

test("5 % lie outside ±1.96, and the chi-square of one degree agrees", () => {
  expect(normalTwoSided(1.959963984540054)).toBeCloseTo(0.05, 12);
  expect(normalTwoSided(-1.959963984540054)).toBeCloseTo(0.05, 12);
  expect(chiSquareUpper(1.959963984540054 ** 2, 1)).toBeCloseTo(0.05, 12);
});

// The 5 % points of every printed chi-square table.
test.each([
  [1, 3.841459],
  [2, 5.991465],
  [3, 7.814728],
  [4, 9.487729],
  [5, 11.070498],
  [10, 18.307038],
  [15, 24.99579],
])("with %i degrees of freedom 5 % lie above %d", (degrees, point) => {
  expect(chiSquareUpper(point, degrees)).toBeCloseTo(0.05, 6);
});

test("a statistic of 0 surprises nobody, and half a degree is refused", () => {
  expect(chiSquareUpper(0, 3)).toBe(1);
  expect(() => chiSquareUpper(1, 0.5)).toThrow(RangeError);
});

test("eight fair coins fall as Pascal's triangle says, and ten thousand still add up to 1", () => {
  expect(fairBinomial(8, 8).map((share) => Math.round(share * 256))).toEqual([
    1, 8, 28, 56, 70, 56, 28, 8, 1,
  ]);
  expect(fairBinomial(10_000, 10_000).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
});
