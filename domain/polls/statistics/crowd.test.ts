import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ANY_FIVE, OURS, play, type Rule, type Scene } from "@/test/crowd";
import { mayMoveCounts } from "./publish";
import { effort } from "@/test/effort";

const DAYS = 86_400;
const FIFTY: Scene = { voters: 50, accounts: 4, seconds: 30 * DAYS, split: 0.5 };
const ROUNDS = 60;
/** Played for each figure of the table: enough that one in a hundred is seen to be one. */
const BALLOTS = 6_000;

const share = (scene: Scene, rounds = ROUNDS): number => {
  const { determined, ballots } = play(scene, rounds, 1);
  return determined / ballots;
};

describe("one person with four old accounts", () => {
  test.each([
    ["within hours", DAYS / 4, 0.5],
    ["within days", 3 * DAYS, 0.5],
    ["within a month", 30 * DAYS, 0.5],
    ["within a month, where sixty of a hundred agree", 30 * DAYS, 0.6],
  ])("works out one ballot in a hundred at most, in a poll of fifty, %s", (_, seconds, split) => {
    expect(share({ ...FIFTY, seconds, split })).toBeLessThanOrEqual(0.01);
  });

  test("nor in larger polls, in which a step grows with the poll", () => {
    for (const voters of [100, 300]) expect(share({ ...FIFTY, voters }, 10)).toBeLessThanOrEqual(0.01);
  });
});

describe("the simulation finds what is wrong with a weaker rule", () => {
  test("any five changes, ten seconds: four accounts read most ballots", () => {
    expect(share({ ...FIFTY, rule: ANY_FIVE }, 10)).toBeGreaterThan(0.5);
  });

  test("a member who makes up a crowd as often as they flip", () => {
    const quick = { ...FIFTY, seconds: DAYS / 4, accounts: 16 };
    expect(share({ ...quick, rule: { ...OURS, again: 0 } }, 10)).toBeGreaterThan(share(quick, 10) + 0.2);
  });

  test("a crowd of five, once a day", () => {
    const five: Rule = {
      ...OURS,
      may: (published, current, times, now) =>
        mayMoveCounts(published, { ...current, crowd: current.crowd + 12 }, times, now) && current.crowd >= 5,
    };
    expect(share({ ...FIFTY, rule: five }, 10)).toBeGreaterThan(0.05);
  });
});

test("the close leaves eight of a crowd out at most, and a poll of fifty moves several times before", () => {
  const { steps, leftOut } = play(FIFTY, ROUNDS, 1);
  expect(steps / ROUNDS).toBeGreaterThan(3);
  expect(leftOut / ROUNDS).toBeLessThan(9);
});

describe("the table on the methods page", () => {
  const rows = readFileSync(new URL("../../../content/methods.md", import.meta.url), "utf8")
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  const heading = rows.findIndex(([, first]) => first === "voters");
  const accounts = rows[heading]?.slice(2, -1).map((words) => Number.parseInt(words, 10)) ?? [];
  const cells = rows
    .slice(heading + 2)
    .slice(0, 7)
    .flatMap(([, voters, ...figures]) =>
      accounts.map((owned, nth) => ({ voters: Number(voters), owned, said: figures[nth] ?? "" })),
    );
  const many = effort(0, 1) === 1;

  test("has a figure for each", () => {
    expect(cells.length).toBe(7 * 5);
    expect(cells.every(({ said }) => /^\d+\.\d \/ \d+\.\d$/.test(said))).toBe(true);
  });

  test.each(cells.filter(({ voters, owned }) => many || (owned === 4 && [20, 50, 300].includes(voters))))(
    "$voters voters, $owned accounts: $said",
    ({ voters, owned, said }) => {
      const figures = [0.5, 0.7].map((split) => {
        const scene = { voters, accounts: owned, seconds: 30 * DAYS, split };
        return (100 * share(scene, Math.ceil(BALLOTS / voters))).toFixed(1);
      });
      expect(figures.join(" / ")).toBe(said);
    },
  );
});
