import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bridging, RESPECT_NEEDED, type SideReactions } from "./bridging";
import { type Random, seededRandom } from "./random";
import { wilsonLower, Z_90_ONE_SIDED } from "./wilson";

const side = (name: string, respect: number, reacted: number, voters = 100): SideReactions => ({
  side: name,
  voters,
  respect,
  reacted,
});

/** Where enough readers respect it. */
const judge = (sides: readonly SideReactions[]) => bridging(sides, RESPECT_NEEDED);

describe("valued by both sides", () => {
  test("ten readers who respect it are too few, however they are spread", () => {
    const sides = [side("yes", 5, 5), side("no", 5, 5)];
    expect(bridging(sides, RESPECT_NEEDED - 1).verdict).toBe("too few reactions");
    expect(bridging(sides, RESPECT_NEEDED).verdict).toBe("valued by both sides");
  });

  test("eight of ten on each side earn the badge, seven of ten on one do not", () => {
    expect(judge([side("yes", 8, 10), side("no", 8, 10)]).verdict).toBe("valued by both sides");
    expect(judge([side("yes", 10, 10), side("no", 7, 10)]).verdict).toBe("not valued by both sides");
  });

  test("four reactions on one side are too few, however warm", () => {
    expect(judge([side("yes", 90, 90), side("no", 4, 4)])).toMatchObject({
      score: null,
      verdict: "too few reactions",
    });
  });

  test("a side with nine voters is left out and named, and two sides must remain", () => {
    const verdict = judge([side("yes", 9, 10), side("no", 9, 10), side("unsure", 0, 3, 9)]);
    expect(verdict).toMatchObject({ verdict: "valued by both sides", leftOut: ["unsure"] });
    expect(judge([side("yes", 9, 10), side("no", 3, 3, 9)])).toMatchObject({
      verdict: "too few sides",
      leftOut: ["no"],
    });
  });

  test("more praise from one side alone never raises the score", () => {
    fc.assert(
      fc.property(reactions, reactions, fc.integer({ min: 1, max: 500 }), (one, other, more) => {
        const before = judge([side("yes", ...one), side("no", ...other)]).score ?? 0;
        const after = judge([side("yes", one[0] + more, one[1] + more), side("no", ...other)]).score ?? 0;
        expect(after).toBeLessThanOrEqual(wilsonLower(...other, Z_90_ONE_SIDED));
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

describe("by simulation", () => {
  const RUNS = 4_000;

  test.each([50, 100, 200])(
    "in an 80/20 audience of %i reactors a comment liked 75/75 beats one liked 95/20 in over 90 % of runs",
    (reactors) => {
      const random = seededRandom(reactors);
      let bridged = 0;
      let pooled = 0;
      for (let run = 0; run < RUNS; run++) {
        const fair = audience(reactors, 0.75, 0.75, random);
        const partisan = audience(reactors, 0.95, 0.2, random);
        if ((judge(fair).score ?? 0) > (judge(partisan).score ?? 0)) bridged++;
        if (pooledWilson(fair) > pooledWilson(partisan)) pooled++;
      }
      expect(bridged / RUNS).toBeGreaterThan(0.9);
      // The same runs ranked as everybody else ranks them: the majority's favourite wins.
      expect(pooled / RUNS).toBeGreaterThan(0.03);
      expect(pooled / RUNS).toBeLessThan(0.25);
    },
  );

  test("at ten reactions a side, fewer than 1 % of comments both sides are torn about get a badge", () => {
    expect(badges(10, 0.5, 0.5)).toBeLessThan(0.01);
  });

  test("at ten reactions a side, fewer than 6 % of comments one side loves and one is torn about get it", () => {
    expect(badges(10, 0.9, 0.5)).toBeLessThan(0.06);
  });

  test("at ten reactions a side, most comments that both love get it", () => {
    expect(badges(10, 0.9, 0.9)).toBeGreaterThan(0.8);
  });

  // Counts are whole, so other numbers of reactions err more often than ten do; what the methods page admits.
  test.each([
    [5, 0.5, 0.5, 0.04],
    [5, 0.9, 0.5, 0.18],
    [20, 0.5, 0.5, 0.02],
    [20, 0.9, 0.5, 0.14],
    [5, 0.9, 0.4, 0.09],
    [10, 0.9, 0.4, 0.0125],
  ])(
    "at %i reactions a side, comments liked %d / %d get a badge in fewer than %d of cases",
    (n, yes, no, most) => {
      expect(badges(n, yes, no)).toBeLessThan(most);
    },
  );

  /** The share of badges among comments whose true respect is `yes` on one side and `no` on the other. */
  function badges(reacted: number, yes: number, no: number): number {
    const random = seededRandom(20);
    let given = 0;
    for (let run = 0; run < 10 * RUNS; run++) {
      const sides = [
        side("yes", draw(reacted, yes, random), reacted),
        side("no", draw(reacted, no, random), reacted),
      ];
      if (judge(sides).verdict === "valued by both sides") given++;
    }
    return given / (10 * RUNS);
  }
});

/** Four in five reactors stand with yes; each respects a comment with their own side's probability. */
function audience(reactors: number, yes: number, no: number, random: Random): SideReactions[] {
  const majority = Math.round(reactors * 0.8);
  const minority = reactors - majority;
  return [
    side("yes", draw(majority, yes, random), majority, 800),
    side("no", draw(minority, no, random), minority, 200),
  ];
}

function draw(trials: number, chance: number, random: Random): number {
  let successes = 0;
  for (let trial = 0; trial < trials; trial++) if (random() < chance) successes++;
  return successes;
}

const pooledWilson = (sides: SideReactions[]) =>
  wilsonLower(
    sides.reduce((sum, { respect }) => sum + respect, 0),
    sides.reduce((sum, { reacted }) => sum + reacted, 0),
    Z_90_ONE_SIDED,
  );

const reactions = fc
  .integer({ min: 5, max: 500 })
  .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)));
