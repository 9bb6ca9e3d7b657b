import "server-only";

import { database } from "@/platform/database";
import type { Job } from "@/platform/jobs";

/** Texts that are taken in at once: a few milliseconds, in which nobody waits. */
const SLICE = 100;
/** So long one run goes on at most. Milliseconds. */
const WITHIN = 20_000;

/** Takes in what was written before there was an index, while others write. Done once, it only looks that it is. */
export const fillSearch: Job = {
  name: "fill the index of search",
  everySeconds: 30,
  long: true,
  run: async () => {
    const until = performance.now() + WITHIN;
    while (performance.now() < until) if (await isFilled()) return;
  },
};

/** What another holds just now is met at the next run. */
async function isFilled(): Promise<boolean> {
  try {
    const [row] = await database().$queryRaw<{ done: boolean }[]>`SELECT fill_search(${SLICE}::int) AS done`;
    return row?.done !== false;
  } catch (problem) {
    if (isHeldByAnother(problem)) return true;
    throw problem;
  }
}

/** PostgreSQL's code for a lock that is not to be had at once. */
const isHeldByAnother = (problem: unknown): boolean =>
  problem instanceof Error && problem.message.includes("55P03");
