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
    while (performance.now() < until) if ((await fillSome()) !== "more") return;
  },
};

/** Takes everything in anew, over what is there: search goes on meanwhile. */
export const refillSearch = (): Promise<unknown> => database().$queryRaw`SELECT refill_search()::text`;

/** One slice. `held` where another holds one of its rows just now: nothing was taken in, and it can be asked for again. */
export async function fillSome(): Promise<"more" | "held" | "done"> {
  try {
    const [row] = await database().$queryRaw<{ done: boolean }[]>`SELECT fill_search(${SLICE}::int) AS done`;
    return row?.done === false ? "more" : "done";
  } catch (problem) {
    if (isHeldByAnother(problem)) return "held";
    throw problem;
  }
}

/** PostgreSQL's code for a lock that is not to be had at once. */
const isHeldByAnother = (problem: unknown): boolean =>
  problem instanceof Error && problem.message.includes("55P03");
