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
