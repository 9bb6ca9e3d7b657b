import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "@/domain/polls/statistics/random";
import { mayPublish } from "@/domain/polls/statistics/publish";

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 1) + seconds * 1_000);

test("five ballots and ten seconds move the counts; four or nine do not", () => {
  const published = { asOf: at(0) };
  expect(mayPublish(published, { moved: 5, total: 40, closesAt: null }, at(10))).toBe(true);
  expect(mayPublish(published, { moved: 4, total: 40, closesAt: null }, at(600))).toBe(false);
  expect(mayPublish(published, { moved: 50, total: 40, closesAt: null }, at(9))).toBe(false);
});

test("the first five votes appear, the first four do not", () => {
  expect(mayPublish(null, { moved: 5, total: 5, closesAt: null }, at(0))).toBe(true);
  expect(mayPublish(null, { moved: 4, total: 4, closesAt: null }, at(900))).toBe(false);
});

test("five who withdraw and leave four behind move nothing", () => {
  expect(mayPublish({ asOf: at(0) }, { moved: 5, total: 4, closesAt: null }, at(60))).toBe(false);
});

test("the close brings the exact result once, and an account erased later does not move it alone", () => {
  const closesAt = at(100);
  expect(mayPublish({ asOf: at(95) }, { moved: 1, total: 40, closesAt }, at(100))).toBe(true);
  expect(mayPublish({ asOf: at(95) }, { moved: 0, total: 40, closesAt }, at(100))).toBe(true);
  expect(mayPublish({ asOf: at(100) }, { moved: 1, total: 39, closesAt }, at(5_000))).toBe(false);
  expect(mayPublish({ asOf: at(100) }, { moved: 5, total: 35, closesAt }, at(5_000))).toBe(true);
  expect(mayPublish(null, { moved: 4, total: 4, closesAt }, at(100))).toBe(false);
});

test("whatever members do and whenever one looks, each step hides each member among five", () => {
  fc.assert(
    fc.property(histories, (history) => {
      const { steps } = play(history);
      steps.forEach((step, place) => {
        const before = steps[place - 1];
        expect(step.ballots.size).toBeGreaterThanOrEqual(5);
        if (before) expect(step.seconds - before.seconds).toBeGreaterThanOrEqual(step.last ? 0 : 10);
        // The one exception is the last batch; before and after it no step is carried by fewer than five.
        if (!step.last) expect(differing(before?.ballots ?? NOBODY, step.ballots)).toBeGreaterThanOrEqual(5);
      });
      expect(steps.filter(({ last }) => last).length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 200 },
  );
});

test("once the poll has closed with five ballots, the result shown is exact", () => {
  fc.assert(
    fc.property(histories, (history) => {
      const { steps, atClose } = play(history);
      fc.pre((atClose?.size ?? 0) >= 5);
      const final = steps.filter(({ seconds }) => seconds <= CLOSES_AFTER).at(-1);
      expect(tallyOf(final?.ballots ?? NOBODY)).toEqual(tallyOf(atClose ?? NOBODY));
    }),
    { numRuns: 200 },
  );
});

type Ballots = Map<number, string>;
type Deed = { member: number; choice: string | null; wait: number };
type Step = { ballots: Ballots; seconds: number; last: boolean };

const CHOICES = ["for", "against", "unsure", null];
const NOBODY: Ballots = new Map();
const CLOSES_AFTER = 300;

/** A history of 250 deeds, long enough to reach the close and go on after it. */
const histories = fc.integer().map((seed) => {
  const random = seededRandom(seed);
  const among = (size: number) => Math.floor(random() * size);
  return Array.from({ length: 250 }, (): Deed => {
    return { member: among(16), choice: CHOICES[among(CHOICES.length)] ?? null, wait: among(6) };
  });
});

/** A poll is played: members cast, change and withdraw (after the close: are erased); after each deed the sweep looks. */
function play(deeds: Deed[]): { steps: Step[]; atClose: Ballots | null } {
  const ballots: Ballots = new Map();
  const steps: Step[] = [];
  let seconds = 0;
  let atClose: Ballots | null = null;
  const sweep = () => {
    const shown = steps.at(-1);
    const published = shown ? { asOf: at(shown.seconds) } : null;
    const moved = differing(shown?.ballots ?? NOBODY, ballots);
    if (!mayPublish(published, { moved, total: ballots.size, closesAt: at(CLOSES_AFTER) }, at(seconds)))
      return;
    const last = seconds >= CLOSES_AFTER && (shown === undefined || shown.seconds < CLOSES_AFTER);
    steps.push({ ballots: new Map(ballots), seconds, last });
  };
  for (const { member, choice, wait } of deeds) {
    if (seconds < CLOSES_AFTER && seconds + wait >= CLOSES_AFTER) {
      seconds = CLOSES_AFTER;
      atClose = new Map(ballots);
      sweep();
    } else seconds += wait;
    if (choice === null) ballots.delete(member);
    else if (seconds < CLOSES_AFTER) ballots.set(member, choice);
    sweep();
  }
  return { steps, atClose };
}

function differing(before: Ballots, after: Ballots): number {
  const members = new Set([...before.keys(), ...after.keys()]);
  return [...members].filter((member) => before.get(member) !== after.get(member)).length;
}

function tallyOf(ballots: Ballots): Record<string, number> {
  const tally: Record<string, number> = {};
  for (const choice of ballots.values()) tally[choice] = (tally[choice] ?? 0) + 1;
  return tally;
}
