import fc from "fast-check";
import { expect, test } from "vitest";
import { guessGap } from "@/domain/polls/statistics/guess";

test("five guess, and learn how far they were off, each and together", () => {
  const { own, everyone } = guessGap([0.2, 0.3, 0.4, 0.5, 1], 0.5, 0.3);
  expect(own?.gap).toBeCloseTo(-0.2, 12);
  expect(everyone?.mean.gap).toBeCloseTo(-0.02, 12);
  expect(everyone?.median).toEqual({ guess: 0.4, gap: 0.4 - 0.5 });
  expect(everyone).toMatchObject({ guesses: 5, tooHigh: 0.2, tooLow: 0.6 });
});

test("of four guesses only one's own is told", () => {
  expect(guessGap([0.1, 0.2, 0.3, 0.4], 0.5, 0.4)).toMatchObject({ everyone: null, own: { guess: 0.4 } });
  expect(guessGap([], 0.5, null)).toEqual({ truth: 0.5, own: null, everyone: null });
});

test("an even number has its median between the middle two", () => {
  expect(guessGap([0, 0.2, 0.4, 0.6, 0.8, 1], 0.5, null).everyone?.median.guess).toBeCloseTo(0.5, 12);
});

test("a guess of 130 % is refused", () => {
  expect(() => guessGap([1.3], 0.5, null)).toThrow(RangeError);
  expect(() => guessGap([], Number.NaN, null)).toThrow(RangeError);
});

test("mean and median lie among the guesses, and order does not matter", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(share, { minLength: 5 }), share, (guesses, truth) => {
      const { everyone } = guessGap(guesses, truth, null);
      for (const guess of [everyone?.mean.guess, everyone?.median.guess]) {
        expect(guess).toBeGreaterThanOrEqual(Math.min(...guesses) - 1e-9);
        expect(guess).toBeLessThanOrEqual(Math.max(...guesses) + 1e-9);
      }
      expect(guessGap([...guesses].reverse(), truth, null).everyone?.median).toEqual(everyone?.median);
    }),
  );
});
