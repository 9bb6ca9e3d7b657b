/** Articles with pictures that `fill-front.ts` publishes: more than one page of the front page. */
export const ILLUSTRATED = 24;

/** The newest of them, which is large on the front page and argued about. */
export const LEAD = "illustrated";
