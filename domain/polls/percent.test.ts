import { expect, test } from "vitest";
import { percent, roundingSentence } from "./percent";

test("shares that make 100 say nothing, others say what they make", () => {
  expect(roundingSentence([0.5, 0.5])).toBe("");
  expect(roundingSentence([])).toBe("");
  expect(roundingSentence([0, 0])).toBe("");
  expect(roundingSentence([3 / 8, 3 / 8, 2 / 8])).toContain("101%");
  expect(roundingSentence([1 / 3, 1 / 3, 1 / 3])).toContain("99%");
});

test("few are not none, and nearly all are not all", () => {
  expect([0, 0.004, 0.5, 0.996, 1].map(percent)).toEqual(["0%", "<1%", "50%", ">99%", "100%"]);
});
