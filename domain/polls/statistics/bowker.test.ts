import { expect, test } from "vitest";
import { bowker } from "./bowker";

test("it computes what a textbook's hands compute", () => {
  const result = bowker([
    [40, 20, 12],
    [10, 55, 30],
    [18, 10, 60],
  ]);
  // 10²/30 + 6²/30 + 20²/40 = 3.3333 + 1.2 + 10
  expect(result?.statistic).toBeCloseTo(14.5333, 4);
  expect(result?.degrees).toBe(3);
  expect(result?.p).toBeCloseTo(0.00226, 5);
});

test("with two options it is McNemar's chi-square: Agresti's 150 and 86 give 17.36", () => {
  const result = bowker([
    [794, 150],
    [86, 570],
  ]);
  expect(result?.statistic).toBeCloseTo(17.36, 2);
  expect(result?.degrees).toBe(1);
});

test("an empty pair adds neither surprise nor a degree of freedom", () => {
  expect(
    bowker([
      [5, 20, 0],
      [10, 5, 0],
      [0, 0, 9],
    ])?.degrees,
  ).toBe(1);
});

test("too few moves get no p at all", () => {
  const handful = [
    [5, 7, 3],
    [1, 4, 10],
    [9, 2, 5],
  ];
  expect(bowker(handful)).toBeNull();
  expect(bowker([[3]])).toBeNull();
});

test("what is no square of counts is refused", () => {
  expect(() => bowker([[1, 2]])).toThrow(RangeError);
  expect(() =>
    bowker([
      [0, -1],
      [2, 0],
    ]),
  ).toThrow(RangeError);
});
