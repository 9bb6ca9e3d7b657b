import fc from "fast-check";
import { expect, test } from "vitest";
import { leastLopsided, movementOf, type Move, type SideCount } from "./movement";

const SIDES = ["for", "against"];

/** Enough who did not move, on either side. */
const PLENTY: SideCount[] = SIDES.map((side) => ({ side, began: 500, present: 500 }));

const moves = (there: number, back: number, returned = 0): Move[] => [
  { from: "for", to: "against", members: there },
  { from: "against", to: "for", members: back },
  { from: "for", to: "for", members: returned },
];

const gains = (ofFor: number, ofAgainst: number) => [
  { side: "for", members: ofFor },
  { side: "against", members: ofAgainst },
];

const told = (some: readonly Move[]) => movementOf(SIDES, some, PLENTY);

test("thirteen one way and one who came back: the gain in fives, and nothing that tells of the one", () => {
  expect(told(moves(13, 0, 1))).toEqual({ moved: 10, gained: gains(-10, 10) });
  expect(told(moves(13, 0, 0))).toEqual(told(moves(13, 0, 1)));
  expect(told(moves(14, 1, 0))).toEqual(told(moves(13, 0, 1)));
});

test("many who went there and back are told in tens above what the gain needs", () => {
  expect(told(moves(30, 12, 5))).toEqual({ moved: 15 + 20, gained: gains(-15, 15) });
  expect(told(moves(20, 20))).toEqual({ moved: 40, gained: gains(0, 0) });
});

test("nothing is told where all but four of a side came there, or left it", () => {
  const where = (began: number, present: number): SideCount[] => [
    { side: "for", began, present: 0 },
    { side: "against", began: 0, present },
  ];
  const tellsOf = (standing: SideCount[]) => movementOf(SIDES, moves(16, 1), standing) !== null;
  expect(tellsOf(where(20, 20))).toBe(true);
  expect(tellsOf(where(19, 20))).toBe(false);
  expect(tellsOf(where(20, 19))).toBe(false);
});

test("of few nothing is told", () => {
  expect(told(moves(9, 0))).toBeNull();
  expect(told(moves(3, 3, 3))).toBeNull();
});

test("whatever moved, whoever knows the gain exactly cannot tell whether none or one went the other way", () => {
  const few = fc.nat(60);
  fc.assert(
    fc.property(few, few, few, (there, back, returned) => {
      const seen = told(moves(there, back, returned));
      const gain = there - back;
      const others = Array.from({ length: 31 * 31 }, (_, nth) => {
        const less = nth % 31;
        return {
          there: less + Math.max(gain, 0),
          back: less - Math.min(gain, 0),
          came: Math.floor(nth / 31),
        };
      }).filter((one) => JSON.stringify(told(moves(one.there, one.back, one.came))) === JSON.stringify(seen));
      if (there + back + returned > 45) return;
      expect(new Set(others.map((one) => Math.min(one.there, one.back))).size).toBeGreaterThan(1);
      expect(new Set(others.map(({ came }) => came)).size).toBeGreaterThan(1);
    }),
    { numRuns: 50 },
  );
});

test("the least lopsided moves are no more lopsided than the true ones", () => {
  const few = fc.nat(60);
  fc.assert(
    fc.property(few, few, few, (there, back, returned) => {
      const seen = told(moves(there, back, returned));
      if (seen === null) return;
      const [most, least] = leastLopsided(seen);
      expect(most - least).toBeLessThanOrEqual(Math.abs(there - back));
      expect(most + least).toBeGreaterThanOrEqual(there + back - 1);
    }),
  );
});
