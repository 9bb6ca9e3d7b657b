import fc from "fast-check";
import { expect, test } from "vitest";
import { best } from "./ranking";

test("forty of forty-five rank before two of two, and one of one before none of none", () => {
  expect(best(40, 5)).toBeGreaterThan(best(2, 0));
  expect(best(1, 0)).toBeGreaterThan(best(0, 0));
});

test("a comment without reactions has the score 0", () => {
  expect(best(0, 0)).toBe(0);
});

test("it is the share Evan Miller's formula gives", () => {
  expect(best(1, 0)).toBeCloseTo(0.2065, 4);
  expect(best(600, 400)).toBeCloseTo(0.5693, 4);
  expect(best(5500, 4500)).toBeCloseTo(0.5402, 4);
});

test("a respect never lowers a comment, an unconvinced reader never raises it", () => {
  const count = fc.integer({ min: 0, max: 100_000 });
  fc.assert(
    fc.property(count, count, (respect, unconvinced) => {
      expect(best(respect + 1, unconvinced)).toBeGreaterThan(best(respect, unconvinced));
      expect(best(respect, unconvinced + 1)).toBeLessThanOrEqual(best(respect, unconvinced));
    }),
  );
});
