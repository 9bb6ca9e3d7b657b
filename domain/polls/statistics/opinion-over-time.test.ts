import fc from "fast-check";
import { expect, test } from "vitest";
import { BUCKET_SIDE, opinionOverTime, type Slice } from "./opinion-over-time";

const OPTIONS = ["for", "against"];

const day = (n: number) => new Date(Date.UTC(2026, 2, n)).toISOString();

const slice = (n: number, newcomers: [number, number], switchers: [number, number] = [0, 0]): Slice => ({
  from: day(n),
  to: day(n + 1),
  newcomers: { for: newcomers[0], against: newcomers[1] },
  switchers: { for: switchers[0], against: switchers[1] },
});

test("quiet days are joined until nine of every side have voted", () => {
  const { newcomers } = opinionOverTime(OPTIONS, [
    slice(1, [13, 1]),
    slice(2, [0, 7]),
    slice(3, [5, 1]),
    slice(4, [9, 27]),
  ]);
  expect(newcomers).toEqual([
    { from: day(1), to: day(4), votes: 27, shares: [18 / 27, 9 / 27] },
    { from: day(4), to: day(5), votes: 36, shares: [0.25, 0.75] },
  ]);
});

test("those who switched have edges of their own, and eight of a side are not shown", () => {
  const days = [slice(1, [20, 9], [9, 6]), slice(2, [20, 9], [0, 3]), slice(3, [20, 9], [90, 8])];
  const { newcomers, switchers } = opinionOverTime(OPTIONS, days);
  expect(newcomers).toHaveLength(3);
  expect(switchers).toEqual([{ from: day(1), to: day(3), votes: 18, shares: [0.5, 0.5] }]);
});

test("an option nobody knows is refused", () => {
  expect(() => opinionOverTime(["for"], [slice(1, [1, 1])])).toThrow(RangeError);
});

test("no bucket holds fewer than nine of a side, and nobody is counted twice", () => {
  fc.assert(
    fc.property(days, (slices) => {
      const { newcomers } = opinionOverTime(OPTIONS, slices);
      for (const { votes, shares } of newcomers) {
        for (const share of shares) expect(Math.round(share * votes)).toBeGreaterThanOrEqual(BUCKET_SIDE);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      }
      const all = slices.reduce((sum, { newcomers: n }) => sum + (n.for ?? 0) + (n.against ?? 0), 0);
      expect(newcomers.reduce((sum, { votes }) => sum + votes, 0)).toBeLessThanOrEqual(all);
    }),
  );
});

test("what was shown yesterday is shown today: a new day only adds buckets", () => {
  fc.assert(
    fc.property(days, fc.nat(), (slices, cut) => {
      const before = opinionOverTime(OPTIONS, slices.slice(0, cut % (slices.length + 1)));
      const after = opinionOverTime(OPTIONS, slices);
      expect(after.newcomers.slice(0, before.newcomers.length)).toEqual(before.newcomers);
      expect(after.switchers.slice(0, before.switchers.length)).toEqual(before.switchers);
    }),
  );
});

const pair = fc.tuple(fc.nat(12), fc.nat(12));
const days = fc
  .array(fc.tuple(pair, pair), { maxLength: 40 })
  .map((counts) => counts.map(([newcomers, switchers], n) => slice(n + 1, newcomers, switchers)));
