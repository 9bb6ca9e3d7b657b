import type { SideReactions } from "@/domain/polls/statistics/bridging";

/** What is told of a comment from how its sides reacted, given how many readers respect it, of any side or none. */
type Score = (sides: readonly SideReactions[], respected: number) => number | null;

/** A side large enough to count. */
const VOTERS = 1_000;
/** Of more readers nothing follows that does not follow of these: whoever stands on no side takes up what is left over. */
const MOST_RESPECT = 14;
const MOST_UNCONVINCED = 9;

/**
 * Every comment with so many reactions at most, whose totals everybody sees. @returns where totals and score together leave no choice for how
 * many of one of two sides respect it, or are unconvinced, and that is below five
 */
export function findDeterminedSides(score: Score): string[] {
  const found: string[] = [];
  for (let respect = 1; respect <= MOST_RESPECT; respect++)
    for (let unconvinced = 1; unconvinced <= MOST_UNCONVINCED; unconvinced++)
      for (const [told, { respects, unconvinceds }] of possible(score, respect, unconvinced))
        for (const [what, values] of Object.entries({ respect: respects, unconvinced: unconvinceds })) {
          const [only, ...others] = values;
          if (only !== undefined && others.length === 0 && only < 5)
            found.push(
              `${respect} respect, ${unconvinced} unconvinced, told ${told}: ${what} of a side ${only}`,
            );
        }
  return found;
}

/** A figure by side moves with so many readers at the least (decision 55). */
const STEP = 9;

type Reached = readonly [
  respect: number,
  unconvinced: number,
  othersRespect: number,
  othersUnconvinced: number,
];

/**
 * The same of two moments together, the second nine reactions later: what is told at both is put together, for nobody took a reaction
 * back. @returns where that leaves no choice for one of two sides, at either moment or between them, and it is below five
 */
export function findDeterminedInTwoSteps(
  score: Score,
  { respects, unconvinceds }: { respects: readonly number[]; unconvinceds: readonly number[] },
): string[] {
  const found: string[] = [];
  for (const respect of respects)
    for (const unconvinced of unconvinceds)
      for (let more = 4; more <= STEP; more++) {
        const rest = STEP - more;
        for (const [told, first] of reached(score, respect, unconvinced))
          for (const [then, second] of reached(score, respect + more, unconvinced + rest)) {
            // That nobody of a side is among none, everybody sees.
            const ofNone = [1, unconvinced, 1, unconvinced + rest, 1, rest].map((all) => all === 0);
            const values = between(first, second, more, rest).filter((_, nth) => !ofNone[nth]);
            for (const [only = 5, ...others] of values)
              if (others.length === 0 && only < 5)
                found.push(
                  `${respect} and ${unconvinced}, then ${more} and ${rest} more, told ${told}, ${then}: ${only}`,
                );
          }
      }
  return found;
}

/** For each figure of a side what it may be, as far as two. */
function between(first: Reached[], second: Reached[], more: number, rest: number): Set<number>[] {
  const values = [0, 1, 2, 3, 4, 5].map(() => new Set<number>());
  for (const one of first)
    for (const two of second) {
      const [a, b, c, d] = [two[0] - one[0], two[1] - one[1], two[2] - one[2], two[3] - one[3]];
      if (a < 0 || b < 0 || c < 0 || d < 0 || a + c > more || b + d > rest) continue;
      [one[0], one[1], two[0], two[1], a, b].forEach((value, nth) => values[nth]?.add(value));
      if (values.every(({ size }) => size > 1)) return values;
    }
  return values;
}

const reachedAt = new WeakMap<Score, Map<string, Map<number | null, Reached[]>>>();

/** By what is told: what both sides may have done. */
function reached(score: Score, respect: number, unconvinced: number): Map<number | null, Reached[]> {
  const ofScore = reachedAt.get(score) ?? new Map<string, Map<number | null, Reached[]>>();
  reachedAt.set(score, ofScore);
  const known = ofScore.get(`${respect} ${unconvinced}`);
  if (known) return known;
  const byTold = new Map<number | null, Reached[]>();
  for (let one = 0; one <= respect; one++)
    for (let other = 0; one + other <= respect; other++)
      for (let against = 0; against <= unconvinced; against++)
        for (let others = 0; against + others <= unconvinced; others++) {
          const told = score(
            [reactionsOf("one", [one, against]), reactionsOf("other", [other, others])],
            respect,
          );
          const all = byTold.get(told) ?? [];
          all.push([one, against, other, others]);
          byTold.set(told, all);
        }
  ofScore.set(`${respect} ${unconvinced}`, byTold);
  return byTold;
}

type Possible = { respects: Set<number>; unconvinceds: Set<number> };

/** By what is told: what one side may have done. */
function possible(score: Score, respect: number, unconvinced: number): Map<number | null, Possible> {
  const byTold = new Map<number | null, Possible>();
  const sides: [number, number][] = [];
  for (let one = 0; one <= respect; one++)
    for (let other = 0; other <= unconvinced; other++) sides.push([one, other]);
  for (const one of sides)
    for (const other of sides) {
      if (one[0] + other[0] > respect || one[1] + other[1] > unconvinced) continue;
      const told = score([reactionsOf("one", one), reactionsOf("other", other)], respect);
      const known = byTold.get(told) ?? { respects: new Set(), unconvinceds: new Set() };
      known.respects.add(one[0]);
      known.unconvinceds.add(one[1]);
      byTold.set(told, known);
    }
  return byTold;
}

const reactionsOf = (side: string, [respect, unconvinced]: readonly [number, number]): SideReactions => ({
  side,
  voters: VOTERS,
  respect,
  reacted: respect + unconvinced,
});
