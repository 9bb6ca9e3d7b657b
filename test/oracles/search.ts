import fc from "fast-check";
import { steps, type Step } from "./steps";
import { closeWorld, KINDS_OF_SCENES, openWorld, play, type World } from "./world";

/** Two databases that differ in nothing but which of two members voted for which side. */
export type Pair = Readonly<{ left: World; right: World; next: () => number; played: () => number }>;

export async function openPair(urls: readonly [string, string]): Promise<Pair> {
  const [left, right] = await Promise.all([openWorld(urls[0]), openWorld(urls[1])]);
  let run = 0;
  return { left, right, next: () => ++run, played: () => run };
}

export const closePair = async ({ left, right }: Pair): Promise<void> => {
  await Promise.all([closeWorld(left), closeWorld(right)]);
};

/** The next scene of the same kind (world.ts): which answers there are follows from its number. */
function another(next: () => number, run: number): number {
  let later = next();
  while ((later - run) % KINDS_OF_SCENES !== 0) later = next();
  return later;
}

/**
 * Looks for a sequence of what the site's role may do after which it has read something different, because two members have each
 * other's vote (non-interference: Goguen and Meseguer 1982). Counts are the same in both worlds, so whatever differs is about a member.
 * @param shorten whether a sequence that was found is made as short as possible
 * @returns such a sequence; null when none was found
 */
export async function searchOracle(
  { left, right, next }: Pair,
  { runs, seed, within, shorten = false }: { runs: number; seed: number; within?: number; shorten?: boolean },
): Promise<Step[] | null> {
  const broken: unknown[] = [];
  const differsIn = async (run: number, sequence: readonly Step[]): Promise<boolean> => {
    const [seen, other] = await Promise.all([
      play(left, run, sequence, false),
      play(right, run, sequence, true),
    ]);
    return JSON.stringify(seen) !== JSON.stringify(other);
  };
  let found: Step[] | null = null;
  await fc.check(
    fc.asyncProperty(steps, async (sequence) => {
      try {
        const run = next();
        if (!(await differsIn(run, sequence))) return true;
        // What a busy machine or an earlier scene has done is not there the second time.
        if (!(await differsIn(another(next, run), sequence))) return true;
        // Whatever is found after this one is shorter.
        found = sequence;
        return false;
      } catch (error) {
        broken.push(error);
        throw error;
      }
    }),
    {
      numRuns: runs,
      seed,
      endOnFailure: !shorten,
      plugins: within ? [fc.interruptAfterTimeLimit(within, { failOnInterrupt: false })] : [],
    },
  );
  // Neither equal nor different: the scene itself could not be played.
  if (broken.length > 0) throw new Error("A scene could not be played.", { cause: broken[0] });
  return found;
}
