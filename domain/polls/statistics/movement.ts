import { FEWEST_SHOWN } from "@/domain/polls/poll";

/** So many went from this side to that one, by first and present position; or came back to where they began. */
export type Move = { from: string; to: string; members: number };

/** How much more came to a side than left it is told in steps of this. */
export const GAIN_STEP = 5;

/** And how many moved besides, there and back or against the stream, in steps of this. */
export const BESIDES_STEP = 10;

/** Below so many nothing is told of who moved. */
export const FEWEST_MOVED = 10;

/** Nor where all but fewer than so many did: of those who stand on a side, or who began there. */
export const FEWEST_OTHERS = FEWEST_SHOWN;

/** Of those who began with a side and stand on one now, how many began with this one; and how many votes it has. */
export type SideCount = { side: string; began: number; present: number };

/**
 * `moved`: at least so many took a second position for a side, having begun with one. `gained`: at least so many more came to a side than left it;
 * negative where more left.
 */
export type Movement = { moved: number; gained: { side: string; members: number }[] };

/**
 * What may be told of who moved between the sides; null where that is nothing.
 *
 * A table of who went where cannot be told: the tally and the first votes say how much more went one way than the other, so from one cell, or
 * the exact sum, the others follow. So this tells two things. The gain of each side, which those figures give away in any case, towards
 * zero to a multiple of GAIN_STEP. And by how much more people moved than those gains need: s of them, told to the step of
 * BESIDES_STEP below.
 *
 * Why no count follows from it, even for whoever has each gain exactly and sees each step at its moment. Take two sides, with a and b who
 * moved either way and c who came back to where they began: s = 2 min(a, b) + c. Where less than BESIDES_STEP is told, s may be any of
 * 0, 1, 2, …, so min(a, b) may be 0 or 1, and c as well; where it is more, s is at least 10, even when known exactly, and still the sum of
 * two unknowns. With more sides there are more unknowns and no more equations. That needs room: a gain of 15 of a side that has 15 votes would
 * say that all of them began elsewhere, so nothing is told unless FEWEST_OTHERS are left on either end. `disclosure.test.ts` looks for a counterexample in everything that is
 * published together, in whole numbers.
 *
 * Source for the idea, to publish what follows anyway and the rest in intervals that leave each cell room: L. H. Cox, "Suppression
 * methodology and statistical disclosure control", Journal of the American Statistical Association 75 (1980) 377-385.
 *
 * The database decides by this same rule (`publish_movement`); a test holds the two together.
 */
export function movementOf(
  sides: readonly string[],
  moves: readonly Move[],
  standing: readonly SideCount[],
): Movement | null {
  const all = sumOf(moves.map(({ members }) => members));
  const gains = sides.map((side) => {
    const into = moves.filter(({ to }) => to === side);
    const outOf = moves.filter(({ from }) => from === side);
    return sumOf(into.map(({ members }) => members)) - sumOf(outOf.map(({ members }) => members));
  });
  const needed = sumOf(gains.filter((gain) => gain > 0));
  const moved = stepBelow(needed, GAIN_STEP) + stepBelow(all - needed, BESIDES_STEP);
  if (moved < FEWEST_MOVED) return null;
  const others = sides.map((side, nth) => {
    const gain = gains[nth] ?? 0;
    const there = standing.find((one) => one.side === side);
    if (Math.abs(gain) < GAIN_STEP) return FEWEST_OTHERS;
    return ((gain > 0 ? there?.present : there?.began) ?? 0) - Math.abs(gain);
  });
  if (others.some((left) => left < FEWEST_OTHERS)) return null;
  return {
    moved,
    gained: sides.map((side, nth) => ({
      side,
      members: Math.trunc((gains[nth] ?? 0) / GAIN_STEP) * GAIN_STEP + NO_MINUS_ZERO,
    })),
  };
}

/**
 * The least lopsided moves that two gains and their number leave open, for a test of direction: its p is the largest that may be true.
 * @returns how many one way, and how many the other
 */
export function leastLopsided({ moved, gained }: Movement): [number, number] {
  const gain = Math.max(...gained.map(({ members }) => members));
  const most = moved + (GAIN_STEP - 1) + (BESIDES_STEP - 1);
  const other = Math.floor((most - gain) / 2);
  return [other + gain, other];
}

/** Minus nought and nought are nought. */
const NO_MINUS_ZERO = 0;

const stepBelow = (count: number, step: number): number => count - (count % step);
const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
