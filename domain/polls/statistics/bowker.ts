import { chiSquareUpper } from "./tails";

/** Cochran's rule for a chi-square, said of pairs: each expects half its moves each way, and 5 each way is enough. */
export const PAIR_MOVES = 10;

/** At most this share of the pairs may fall short of PAIR_MOVES (Cochran: four fifths of cells at 5, none below 1). */
export const SHORT_PAIRS = 0.2;

export type Bowker = { statistic: number; degrees: number; p: number };

/**
 * Did opinion move in a direction, among three options or more? Bowker's test of symmetry: each pair of options
 * asks McNemar's question, and the answers are added up.
 *
 * `table[from][to]` counts members by first and last recorded position; a square of whole numbers ≥ 0, the
 * diagonal does not matter. Statistic = Σ (n_ij - n_ji)² / (n_ij + n_ji) over pairs with any move; its degrees of
 * freedom are those pairs. Returns null where there are too few moves for a chi-square (Cochran's rule, see
 * above): then say so, and show the table alone. RangeError for anything but a square of counts.
 *
 * As with McNemar, it cannot say why; and a p-value may be shown only where every move of the flow table is.
 *
 * Sources: A. H. Bowker, "A test for symmetry in contingency tables", JASA 43 (1948) 572-574;
 * W. G. Cochran, "Some methods for strengthening the common χ² tests", Biometrics 10 (1954) 417-451.
 */
export function bowker(table: readonly (readonly number[])[]): Bowker | null {
  const pairs = pairsOf(table).filter(([there, back]) => there + back > 0);
  const short = pairs.filter(([there, back]) => there + back < PAIR_MOVES);
  if (pairs.length === 0 || short.length > SHORT_PAIRS * pairs.length) return null;
  if (short.some(([there, back]) => there + back < 2)) return null;
  const statistic = pairs.reduce((sum, [there, back]) => sum + (there - back) ** 2 / (there + back), 0);
  return { statistic, degrees: pairs.length, p: chiSquareUpper(statistic, pairs.length) };
}

function pairsOf(table: readonly (readonly number[])[]): [number, number][] {
  const at = (from: number, to: number): number => {
    const count = table[from]?.[to];
    if (count === undefined || !Number.isSafeInteger(count) || count < 0)
      throw new RangeError("No square of counts.");
    return count;
  };
  if (table.some((row) => row.length !== table.length)) throw new RangeError("No square of counts.");
  return table.flatMap((_, one) =>
    table.slice(0, one).map((_, other): [number, number] => [at(one, other), at(other, one)]),
  );
}
