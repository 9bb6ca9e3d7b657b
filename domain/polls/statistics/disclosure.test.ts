import { describe, expect, test } from "vitest";
import { findDetermined, OURS, playDebate, type Rules } from "@/test/disclosure";
import { effort } from "@/test/effort";
import type { Move } from "./movement";
import { seededRandom } from "./random";

/** A few, or all from the first. */
const seeds = (from: number, many: number): readonly number[] =>
  Array.from({ length: effort(many, 150) }, (_, nth) => effort(from, 1) + nth);

async function search(rules: Rules, those: readonly number[]): Promise<string[]> {
  for (const seed of those) {
    const found = await findDetermined(playDebate(rules, seededRandom(seed)));
    if (found.length > 0) return found.map((one) => `${seed}, ${one}`);
  }
  return [];
}

test("everything ever published of a random debate, solved in whole numbers, determines no figure below five", async () => {
  expect(await search(OURS, seeds(1, 6))).toEqual([]);
});

describe("the search finds what is wrong with a weaker rule", () => {
  test("buckets that look at their total only", async () => {
    const totals: Rules = {
      ...OURS,
      bucketIsFull: (counts) => sumOf(counts) >= 10,
      tellsSwitches: () => true,
    };
    expect(await search(totals, seeds(1, 1))).not.toEqual([]);
  });

  test("first switches told while nobody who switched stands on some side", async () => {
    expect(await search({ ...OURS, tellsSwitches: () => true }, seeds(28, 1))).not.toEqual([]);
  });

  test("gains and moves as they are, in no steps", async () => {
    expect(await search({ ...OURS, movement: exactly }, seeds(106, 1))).not.toEqual([]);
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
