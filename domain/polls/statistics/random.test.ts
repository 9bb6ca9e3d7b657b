import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom, seedFrom, shuffled } from "./random";

test("the same seed tells the same story, another seed another", () => {
  const take = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
  expect(take(7)).toEqual(take(7));
  expect(take(7)).not.toEqual(take(8));
});

test("its numbers are spread evenly over 0 to 1", () => {
  const random = seededRandom(1);
  const tenths = new Array<number>(10).fill(0);
  for (let draw = 0; draw < 100_000; draw++) {
    const tenth = Math.floor(random() * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  // Five standard deviations of a binomial count of 100,000 at one tenth.
  for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(5 * Math.sqrt(9_000));
});

test("neighbouring numbers do not know of each other", () => {
  const random = seededRandom(3);
  const draws = Array.from({ length: 50_000 }, random);
  const product = draws.slice(1).reduce((sum, now, i) => sum + (now - 0.5) * ((draws[i] ?? 0) - 0.5), 0);
  expect(Math.abs((product / draws.length) * 12)).toBeLessThan(0.02);
});

test("a shuffle loses nothing, adds nothing, and puts each thing in each place as often", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (things, seed) => {
      expect(shuffled(things, seededRandom(seed)).sort()).toEqual([...things].sort());
    }),
  );
  const firsts = { a: 0, b: 0, c: 0 };
  for (let hour = 0; hour < 3_000; hour++) {
    const [first] = shuffled(["a", "b", "c"] as const, seededRandom(seedFrom("cats", String(hour))));
    if (first) firsts[first]++;
  }
  for (const count of Object.values(firsts)) expect(Math.abs(count - 1_000)).toBeLessThan(130);
});

test("words make a seed, and where one word ends matters", () => {
  expect(seedFrom("ab", "c")).toBe(seedFrom("ab", "c"));
  expect(seedFrom("ab", "c")).not.toBe(seedFrom("a", "bc"));
});
