import {
  GROUP_SIZE,
  holm,
  twoProportions,
  type Group,
  type TwoProportions,
} from "@/domain/polls/statistics/two-proportions";

/** Discussions of a month that are compared: the newest months first, in each those with most comments. */
export const COMPARED = 100;

/** What happened to the comments of one month whose authors showed one stance. */
export type Fared = {
  option: string;
  label: string;
  comments: number;
  held: number;
  rejected: number;
  appeals: number;
  upheld: number;
};
export type Month = { month: string; article: { slug: string; title: string }; sides: [Fared, Fared] };

export const MEASURES = ["held", "rejected", "upheld"] as const;
export type Measure = (typeof MEASURES)[number];

export type Compared = {
  month: Month;
  measure: Measure;
  /** The counts of the two sides; null where either has fewer than GROUP_SIZE: then one more would be one person. */
  counts: [Group, Group] | null;
  result: TwoProportions;
  /** Corrected for all that are shown together. */ p: number | null;
};

/** Compares the two sides month by month; all p-values on the page are corrected together (Holm). */
export function compareSides(months: Month[]): Compared[] {
  const all = months.flatMap((month) =>
    MEASURES.map((measure) => {
      const groups: [Group, Group] = [groupOf(month.sides[0], measure), groupOf(month.sides[1], measure)];
      const counts = groups.every(({ total }) => total >= GROUP_SIZE) ? groups : null;
      return { month, measure, counts, result: twoProportions(...groups) };
    }),
  );
  const tested = all.flatMap(({ result }) => (result.comparable ? [result.p] : []));
  const corrected = holm(tested);
  let nth = 0;
  return all.map((one) => ({ ...one, p: one.result.comparable ? (corrected[nth++] ?? null) : null }));
}

const groupOf = (side: Fared, measure: Measure): Group =>
  measure === "upheld"
    ? { cases: side.upheld, total: side.appeals }
    : { cases: side[measure], total: side.comments };
