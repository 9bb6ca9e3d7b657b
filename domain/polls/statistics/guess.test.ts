import { expect, test } from "vitest";
import { guessGap } from "./guess";

const PUBLISHED = { guesses: 10, median: 0.4 };

test("whoever guessed learns how far they were off, and how far all were together", () => {
  const { own, everyone } = guessGap(PUBLISHED, 0.5, 0.3);
  expect(own?.gap).toBeCloseTo(-0.2, 12);
  expect(everyone?.guesses).toBe(10);
  expect(everyone?.median.gap).toBeCloseTo(-0.1, 12);
});

test("until enough have guessed only one's own is told", () => {
  expect(guessGap(null, 0.5, 0.4)).toMatchObject({ everyone: null, own: { guess: 0.4 } });
  expect(guessGap(null, 0.5, null)).toEqual({ truth: 0.5, own: null, everyone: null });
});

test("a guess of 130 % is refused", () => {
  expect(() => guessGap({ ...PUBLISHED, median: 1.3 }, 0.5, null)).toThrow(RangeError);
  expect(() => guessGap(null, Number.NaN, null)).toThrow(RangeError);
});
