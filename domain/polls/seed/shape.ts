import { seededRandom, type Random } from "@/domain/polls/statistics/random";
import { ARGUMENTS } from "./arguments";

/** Enough for every figure to be shown, and a number of voters an article really has. */
export const VOTERS = 180;
/** How long the poll has been open. */
export const DAYS = 21;

/** Somebody takes a position: the nth member, the nth side (2 is "neither"), so many days ago. */
export type Position = { member: number; side: 0 | 1 | 2; day: number };
export type Reacted = { member: number; argument: number; kind: "respect" | "unconvinced" };

/** Early voters are for the first side, two to one; those who come late for the second, and many of the first go over. */
export function drawPositions(seed: number): Position[] {
  const random = seededRandom(seed);
  const firsts = Array.from({ length: VOTERS }, (_, member): Position => {
    const day = DAYS - 1 - Math.floor((member / VOTERS) * (DAYS - 1));
    return { member, side: sideOn(day, random), day };
  });
  const switches = firsts.flatMap(({ member, side, day }): Position[] => {
    if (day < 4 || random() > (side === 0 ? 0.42 : side === 1 ? 0.1 : 0.5)) return [];
    return [{ member, side: side === 1 ? 0 : 1, day: 1 + Math.floor(random() * (day - 2)) }];
  });
  return [...firsts, ...switches].sort((one, other) => other.day - one.day);
}

function sideOn(day: number, random: Random): 0 | 1 | 2 {
  const first = 0.3 + 0.4 * (day / DAYS);
  const drawn = random();
  if (drawn < first) return 0;
  return drawn < 0.94 ? 1 : 2;
}

/** About a third react to each argument, each as their side takes it. `sides` by member. */
export function drawReactions(seed: number, sides: readonly (0 | 1 | 2)[]): Reacted[] {
  const random = seededRandom(seed + 1);
  return ARGUMENTS.flatMap(({ respect }, argument) =>
    sides.flatMap((side, member): Reacted[] => {
      if (random() > 0.34) return [];
      const share = side === 2 ? 0.5 : respect[side];
      return [{ member, argument, kind: random() < share ? "respect" : "unconvinced" }];
    }),
  );
}
