import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "./random";
import { CROWD, LATE_CROWD, mayMoveCounts, type Times } from "./publish";

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 1) + seconds * 1_000);

const OPEN_ENDED: Times = { opensAt: at(0), closesAt: null, hiddenUntilClose: false };
const CLOSING: Times = { ...OPEN_ENDED, closesAt: at(1_000) };

const published = (seconds: number, total = 40) => ({ asOf: at(seconds), total });
const crowdOf = (crowd: number, total = 40) => ({ crowd, total });

test("a crowd of seventeen and ten seconds move the counts; sixteen or nine do not", () => {
  expect(mayMoveCounts(published(0), crowdOf(17), OPEN_ENDED, at(10))).toBe(true);
  expect(mayMoveCounts(published(0), crowdOf(16), OPEN_ENDED, at(6_000))).toBe(false);
  expect(mayMoveCounts(published(0), crowdOf(40), OPEN_ENDED, at(9))).toBe(false);
});

test("in a large poll it is one in twenty of the ballots shown", () => {
  expect(mayMoveCounts(published(0, 1_000), crowdOf(50, 1_050), OPEN_ENDED, at(60))).toBe(true);
  expect(mayMoveCounts(published(0, 1_000), crowdOf(49, 1_049), OPEN_ENDED, at(60))).toBe(false);
  expect(mayMoveCounts(published(0, 1_001), crowdOf(50, 1_051), OPEN_ENDED, at(60))).toBe(false);
});

test("a small poll that has waited a week moves with nine, and begins with five", () => {
  const week = 7 * 86_400;
  expect(mayMoveCounts(null, crowdOf(5, 5), OPEN_ENDED, at(week - 1))).toBe(false);
  expect(mayMoveCounts(null, crowdOf(5, 5), OPEN_ENDED, at(week))).toBe(true);
  expect(mayMoveCounts(published(60, 29), crowdOf(9), OPEN_ENDED, at(week + 59))).toBe(false);
  expect(mayMoveCounts(published(60, 29), crowdOf(9), OPEN_ENDED, at(week + 60))).toBe(true);
  expect(mayMoveCounts(published(60, 29), crowdOf(8), OPEN_ENDED, at(week + 60))).toBe(false);
  expect(mayMoveCounts(published(60, 30), crowdOf(9), OPEN_ENDED, at(2 * week))).toBe(false);
});

test("many who withdraw and leave four behind move nothing", () => {
  expect(mayMoveCounts(published(0), crowdOf(36, 4), OPEN_ENDED, at(60))).toBe(false);
});

test("the last tenth of a poll's time is quiet, and the close needs nine, or five where nothing was shown", () => {
  expect(mayMoveCounts(published(500), crowdOf(17), CLOSING, at(899))).toBe(true);
  expect(mayMoveCounts(published(500), crowdOf(50, 90), CLOSING, at(900))).toBe(false);
  expect(mayMoveCounts(published(500), crowdOf(9, 49), CLOSING, at(1_000))).toBe(true);
  expect(mayMoveCounts(published(500), crowdOf(8, 48), CLOSING, at(1_000))).toBe(false);
  expect(mayMoveCounts(null, crowdOf(5, 5), CLOSING, at(1_000))).toBe(true);
  expect(mayMoveCounts(null, crowdOf(4, 9), CLOSING, at(1_000))).toBe(false);
});

test("hidden until the close, counts move once, at the close", () => {
  const hidden = { ...CLOSING, hiddenUntilClose: true };
  expect(mayMoveCounts(null, crowdOf(50, 50), hidden, at(500))).toBe(false);
  expect(mayMoveCounts(null, crowdOf(50, 50), hidden, at(1_000))).toBe(true);
});

test("whatever members do and whenever one looks, each step hides each member in a crowd", () => {
  fc.assert(
    fc.property(histories, (history) => {
      const { steps } = play(history);
      steps.forEach((step, place) => {
        const before = steps[place - 1];
        if (before) expect(step.seconds - before.seconds).toBeGreaterThanOrEqual(10);
        expect(step.ballots.size).toBeGreaterThanOrEqual(5);
        const needed = step.seconds < CLOSES_AFTER ? CROWD : before ? LATE_CROWD : 5;
        expect(differing(before?.ballots ?? NOBODY, step.ballots)).toBeGreaterThanOrEqual(needed);
      });
    }),
    { numRuns: 200 },
  );
});

test("what a closed poll shows lacks eight ballots at most", () => {
  fc.assert(
    fc.property(histories, (history) => {
      const { steps, atClose } = play(history);
      fc.pre((atClose?.size ?? 0) >= 5);
      // A sweep that came within ten seconds of the last batch looks again after them.
      const final = steps.filter(({ seconds }) => seconds <= CLOSES_AFTER + 10).at(-1);
      expect(differing(final?.ballots ?? NOBODY, atClose ?? NOBODY)).toBeLessThan(LATE_CROWD);
    }),
    { numRuns: 200 },
  );
});

type Ballots = Map<number, string>;
type Deed = { member: number; choice: string | null; wait: number };
type Step = { ballots: Ballots; seconds: number };

const CHOICES = ["for", "against", "unsure", null];
const NOBODY: Ballots = new Map();
const CLOSES_AFTER = 300;

/** A history of 250 deeds, long enough to reach the close and go on after it. */
const histories = fc.integer().map((seed) => {
  const random = seededRandom(seed);
  const among = (size: number) => Math.floor(random() * size);
  return Array.from({ length: 250 }, (): Deed => {
    return { member: among(40), choice: CHOICES[among(CHOICES.length)] ?? null, wait: among(6) };
  });
});

/** A poll is played: members cast, change and withdraw until the close; after each deed, and at the close, the sweep looks. */
function play(deeds: Deed[]): { steps: Step[]; atClose: Ballots | null } {
  const ballots: Ballots = new Map();
  const steps: Step[] = [];
  let seconds = 0;
  let atClose: Ballots | null = null;
  const sweep = () => {
    const shown = steps.at(-1);
    const published = shown ? { asOf: at(shown.seconds), total: shown.ballots.size } : null;
    const crowd = differing(shown?.ballots ?? NOBODY, ballots);
    const times = { ...OPEN_ENDED, closesAt: at(CLOSES_AFTER) };
    if (mayMoveCounts(published, { crowd, total: ballots.size }, times, at(seconds)))
      steps.push({ ballots: new Map(ballots), seconds });
  };
  for (const { member, choice, wait } of deeds) {
    if (seconds < CLOSES_AFTER && seconds + wait >= CLOSES_AFTER) {
      seconds = CLOSES_AFTER;
      atClose = new Map(ballots);
      sweep();
    } else seconds += wait;
    // A closed poll keeps the number of an erased member's vote, so nothing moves any more.
    if (seconds >= CLOSES_AFTER) continue;
    if (choice === null) ballots.delete(member);
    else ballots.set(member, choice);
    sweep();
  }
  return { steps, atClose };
}

function differing(before: Ballots, after: Ballots): number {
  const members = new Set([...before.keys(), ...after.keys()]);
  return [...members].filter((member) => before.get(member) !== after.get(member)).length;
}
