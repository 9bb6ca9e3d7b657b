import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { findDetermined, OURS, playDebate, type Rules } from "@/test/disclosure";
import { findDeterminedGuesses, OUR_GUESSES, playGuesses, type GuessRules } from "@/test/disclosure-guesses";
import { findDeterminedInTwoSteps, findDeterminedSides } from "@/test/disclosure-sides";
import { effort } from "@/test/effort";
import { bridging, type SideReactions } from "./bridging";
import type { Move } from "./movement";
import { seededRandom } from "./random";
import { wilsonLower, Z_90_ONE_SIDED } from "./wilson";

/*
 * What is published of votes is one system of equations. Guesses and reactions have no unknown in common with it, nor with each other: nothing that is
 * told of one is an equation about another. So each is solved by itself, and together they are all that is published.
 */

/** In the long tests a search goes on for so long, in milliseconds. */
const SEARCH = 120_000;
const LIMIT = { timeout: effort(120_000, 4 * SEARCH) };

const SIDES = ["0", "1"];

/** @param from where to begin, in `npm test`; in the long tests all from the first are tried, for longer where a weaker rule is to be found */
async function search(rules: Rules, { from, many }: { from: number; many: number }): Promise<string[]> {
  const ends = Date.now() + (rules === OURS ? SEARCH : 3 * SEARCH);
  const last = effort(from + many - 1, Infinity);
  for (let seed = effort(from, 1); seed <= last && Date.now() < ends; seed++) {
    const told = playDebate(rules, seededRandom(seed));
    // What is told as ours would tell it, is looked at with ours.
    if (rules !== OURS && isDeepStrictEqual(told, playDebate(OURS, seededRandom(seed)))) continue;
    const found = await findDetermined(told);
    if (found.length > 0) return found.map((one) => `${seed}, ${one}`);
  }
  return [];
}

test(
  "everything ever published of a random debate, solved in whole numbers, determines no figure below five",
  LIMIT,
  async () => {
    expect(await search(OURS, { from: 1, many: 4 })).toEqual([]);
  },
);

describe("the search finds what is wrong with a weaker rule", LIMIT, () => {
  test("buckets that look at their total only", async () => {
    const totals: Rules = {
      ...OURS,
      bucketIsFull: (counts) => sumOf(counts) >= 10,
      tellsSwitches: () => true,
    };
    expect(await search(totals, { from: 3, many: 1 })).not.toEqual([]);
  });

  test("first switches told while nobody who switched stands on some side", async () => {
    expect(await search({ ...OURS, tellsSwitches: () => true }, { from: 134, many: 1 })).not.toEqual([]);
  });

  test("gains of nearly all who stand on a side", async () => {
    const standing = SIDES.map((side) => ({ side, began: Infinity, present: Infinity }));
    const wherever: Rules = { ...OURS, movement: (moves) => OURS.movement(moves, standing) };
    expect(await search(wherever, { from: 97, many: 1 })).not.toEqual([]);
  });

  test("gains and moves as they are, in no steps", async () => {
    expect(await search({ ...OURS, movement: exactly }, { from: 6, many: 1 })).not.toEqual([]);
  });
});

function exactly(moves: readonly Move[]): ReturnType<Rules["movement"]> {
  const moved = sumOf(moves.map(({ members }) => members));
  const into = sumOf(moves.filter(({ to }) => to === "1").map(({ members }) => members));
  const outOf = sumOf(moves.filter(({ from }) => from === "1").map(({ members }) => members));
  const gained = [
    { side: "0", members: outOf - into },
    { side: "1", members: into - outOf },
  ];
  return { movement: moved < 10 ? null : { moved, gained }, exactly: true };
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

describe("what is published of guesses", () => {
  const searchGuesses = async (rules: GuessRules, many: number, from = 1): Promise<string[]> => {
    for (let seed = from; seed < from + many; seed++) {
      const found = await findDeterminedGuesses(playGuesses(rules, seededRandom(seed)));
      if (found.length > 0) return found.map((one) => `${seed}, ${one}`);
    }
    return [];
  };

  test("determines nothing below five about a quarter of the line, even for whoever made four of the guesses", async () => {
    expect(await searchGuesses(OUR_GUESSES, effort(4, 200))).toEqual([]);
  });

  // The last at the seed that a search of two hundred came upon.
  test.each<[string, GuessRules, number?]>([
    ["exact means of five more guesses each", { fewest: 5, median: { step: 5 }, mean: { step: 0 } }],
    ["means in steps, of ten more each", { fewest: 10, median: { step: 5 }, mean: { step: 5 } }],
    ["exact medians of five", { fewest: 5, median: { step: 0 } }],
    [
      "a median between the middle two",
      { ...OUR_GUESSES, median: { ...OUR_GUESSES.median, between: true } },
      32,
    ],
  ])("unless it is %s", async (_, rules, from) => {
    expect(await searchGuesses(rules, 100, from)).not.toEqual([]);
  });
});

describe("what is published of a comment from its sides", () => {
  test("determines, with the totals that everybody sees, nothing below five about a side", () => {
    expect(findDeterminedSides((sides, respected) => bridging(sides, respected).score)).toEqual([]);
  });

  test("nor do two moments together, nine reactions apart", () => {
    const told = (sides: readonly SideReactions[], respected: number) => bridging(sides, respected).score;
    const respects = numbers(effort(11, 9), effort(11, 13));
    const unconvinceds = numbers(effort(1, 0), effort(1, 4));
    expect(findDeterminedInTwoSteps(told, { respects, unconvinceds })).toEqual([]);
  });

  const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, nth) => from + nth);
  const scoreOf = ({ respect, reacted }: SideReactions) => wilsonLower(respect, reacted, Z_90_ONE_SIDED);
  test.each<[string, (sides: readonly SideReactions[], respected: number) => number | null]>([
    [
      "the score as it is",
      (sides, respected) =>
        bridging(sides, respected).score === null ? null : Math.min(...sides.map(scoreOf)),
    ],
    ["told however few respect the comment", (sides) => bridging(sides, Infinity).score],
  ])("unless it is %s", (_, score) => {
    expect(findDeterminedSides(score)).not.toEqual([]);
    expect(findDeterminedInTwoSteps(score, { respects: [6, 11], unconvinceds: [1] })).not.toEqual([]);
  });
});
