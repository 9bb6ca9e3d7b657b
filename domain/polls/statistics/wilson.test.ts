import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wilson, wilsonLower, Z_95 } from "./wilson";

/** Newcombe (1998), table I, method 3, uses z = 1.959964 and prints four places. */
const Z_EXACT = 1.959964;

describe("the Wilson score interval", () => {
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("%i of %i is what Newcombe printed", (positive, total, lower, upper) => {
    const interval = wilson(positive, total, Z_EXACT);
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });

  test("of nothing we know nothing", () => {
    expect(wilson(0, 0, Z_95)).toEqual({ lower: 0, upper: 1 });
  });

  test("what is no count is refused", () => {
    expect(() => wilson(3, 2, Z_95)).toThrow(RangeError);
    expect(() => wilson(-1, 2, Z_95)).toThrow(RangeError);
    expect(() => wilson(0.5, 2, Z_95)).toThrow(RangeError);
    expect(() => wilson(Number.NaN, 2, Z_95)).toThrow(RangeError);
  });

  test("it encloses the share and stays within 0 and 1", () => {
    fc.assert(
      fc.property(counts, quantile, ([positive, total], z) => {
        const { lower, upper } = wilson(positive, total, z);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower).toBeLessThanOrEqual(positive / total);
        expect(upper).toBeGreaterThanOrEqual(positive / total);
      }),
    );
  });

  test("its bounds solve the equation they come from: |share - p| = z · √(p(1-p)/n)", () => {
    fc.assert(
      fc.property(counts, quantile, ([positive, total], z) => {
        const share = positive / total;
        const { lower, upper } = wilson(positive, total, z);
        for (const bound of [lower, upper]) {
          expect((share - bound) ** 2).toBeCloseTo((z * z * bound * (1 - bound)) / total, 9);
        }
      }),
    );
  });

  test("success and failure are mirror images", () => {
    fc.assert(
      fc.property(counts, quantile, ([positive, total], z) => {
        expect(wilson(positive, total, z).lower).toBeCloseTo(
          1 - wilson(total - positive, total, z).upper,
          12,
        );
      }),
    );
  });

  test("the same share from more people ranks higher, and so does one more success", () => {
    fc.assert(
      fc.property(counts, quantile, ([positive, total], z) => {
        fc.pre(positive > 0);
        expect(wilsonLower(positive * 2, total * 2, z)).toBeGreaterThan(wilsonLower(positive, total, z));
        expect(wilsonLower(positive + 1, total + 1, z)).toBeGreaterThan(wilsonLower(positive, total, z));
      }),
    );
  });
});

const quantile = fc.double({ min: 0.1, max: 4, noNaN: true });
const counts = fc
  .integer({ min: 1, max: 10_000 })
  .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)));
