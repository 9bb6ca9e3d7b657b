import { FEWEST_SHOWN } from "@/domain/polls/poll";

/** No figure below this leaves the house, here as in every count of the poll. */
export const SMALLEST_FIGURE = FEWEST_SHOWN;

/** So many members' first and last recorded positions were these. */
export type Move = { from: string; to: string; members: number };

export type Flows = {
  options: string[];
  /** Members with at least two recorded positions; null below SMALLEST_FIGURE. */
  total: number | null;
  /** cells[from][to], in the order of `options`; null where the figure is kept back. */
  cells: (number | null)[][];
  /** Whether every move between different options is shown, and with it a test of direction may be. */
  everyMoveShown: boolean;
};

/**
 * Who moved where: the flow table between options, with nobody to be subtracted out of it.
 *
 * `moves` are counts by first and last recorded position (one entry a pair at most, unknown pairs are 0).
 * RangeError for an option not in the list, a pair twice, or no count.
 *
 * Cells below SMALLEST_FIGURE are kept back, zeros included ("nobody left A" is news about everybody in A). The
 * total is shown, so what is kept back has a known sum; hence *complementary suppression*: the smallest shown
 * cells are kept back too, equals together, until those kept back are two at least, sum to SMALLEST_FIGURE at
 * least, and are not all alike. No totals of rows and columns are given: they would be further equations. The
 * test enumerates every table of up to four cells and finds no kept-back figure that the rest determines.
 *
 * Two tables a moment apart could be subtracted from each other: refresh this one in the batches of publish.ts.
 *
 * Source for the idea: L. H. Cox, "Suppression methodology and statistical disclosure control", Journal of the
 * American Statistical Association 75 (1980) 377-385.
 */
export function flows(options: readonly string[], moves: readonly Move[]): Flows {
  const counts = tabulate(options, moves);
  const all = counts.flat();
  const total = all.reduce((sum, count) => sum + count, 0);
  const keptBack = suppressionLimit(all);
  const cells = counts.map((row) => row.map((count) => (count > keptBack ? count : null)));
  return {
    options: [...options],
    total: total < SMALLEST_FIGURE ? null : total,
    cells,
    everyMoveShown: cells.every((row, from) => row.every((cell, to) => from === to || cell !== null)),
  };
}

/** The largest figure that is kept back. It depends on the set of figures only, never on where they stand. */
export function suppressionLimit(counts: readonly number[]): number {
  const limits = [SMALLEST_FIGURE - 1, ...counts.filter((count) => count >= SMALLEST_FIGURE)];
  return (
    limits
      .sort((one, other) => one - other)
      .find((limit) => safe(counts.filter((count) => count <= limit))) ?? Infinity
  );
}

function safe(keptBack: readonly number[]): boolean {
  if (keptBack.length === 0) return true;
  const sum = keptBack.reduce((total, count) => total + count, 0);
  const alike = keptBack.every((count) => count === keptBack[0]);
  return keptBack.length >= 2 && sum >= SMALLEST_FIGURE && !alike;
}

function tabulate(options: readonly string[], moves: readonly Move[]): number[][] {
  const known = new Map<string, number>();
  for (const { from, to, members } of moves) {
    const pair = JSON.stringify([from, to]);
    const sound = options.includes(from) && options.includes(to) && !known.has(pair);
    if (!sound || !Number.isSafeInteger(members) || members < 0) throw new RangeError(`${pair} is no move.`);
    known.set(pair, members);
  }
  return options.map((from) => options.map((to) => known.get(JSON.stringify([from, to])) ?? 0));
}
