/** A stored count that differs from the rows it sums up. */
export type Difference = Readonly<{
  /** What is wrong, by id: "poll 0190…, option approach". */
  where: string;
  stored: string;
  counted: string;
}>;

/**
 * An invariant between rows and counters. A noun lists its own in `domain/<noun>/check.ts` as
 * `export const checks: Check[]`, and `moot check` runs them all.
 */
export type Invariant = Readonly<{
  /** A sentence that is true of a sound database: "a poll's tally is the number of its votes". */
  name: string;
  /** @returns every place where it is not true; none when all is well */
  run: () => Promise<readonly Difference[]>;
}>;
