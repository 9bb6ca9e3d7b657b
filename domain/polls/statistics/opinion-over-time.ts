import { LATE_CROWD } from "./publish";

/** A bucket holds so many people of each side: five besides any four accounts of one person. */
export const BUCKET_SIDE = LATE_CROWD;

/**
 * What one slice of time brought (a day, say), at ISO 8601 instants of the database, by side.
 * `newcomers` counts members by the option of their first vote; `switchers` members by the option they first
 * switched to. Each member is in one slice of each series at most, and stays there whatever they do later.
 */
export type Slice = {
  from: string;
  to: string;
  newcomers: Readonly<Record<string, number>>;
  switchers: Readonly<Record<string, number>>;
};

/** `shares` add up to 1, one for every side, in the order of the sides. */
export type Bucket = { from: string; to: string; votes: number; shares: number[] };

export type OpinionOverTime = { newcomers: Bucket[]; switchers: Bucket[] };

/**
 * How opinion moved: two series, kept apart, because a stream of like-minded newcomers looks like persuasion
 * when mixed with people who changed their minds.
 *
 * `slices` in order of time, without overlap. Neighbouring slices are joined until a bucket holds BUCKET_SIDE of every side: of its total
 * alone, a side could be one person. Who voted for no side is in none. Each series has its own edges. A rest is kept back until
 * it is full, not put into the last bucket: a bucket once shown never
 * changes, so yesterday's chart less today's is nobody. RangeError for a count that is none or a side unknown. The database asks more of
 * `switchers`: see `publish_opinion`.
 *
 * What it cannot say: that an event between two buckets caused the difference; nor anything about people who do
 * not vote here. There is no margin of error, because nobody was sampled (AAPOR, "Opt-In Surveys and Margin of
 * Error"). The joining is the frequency rule of statistical offices; see movement.ts for a source.
 */
export function opinionOverTime(sides: readonly string[], slices: readonly Slice[]): OpinionOverTime {
  return {
    newcomers: joined(sides, slices, (slice) => slice.newcomers),
    switchers: joined(sides, slices, (slice) => slice.switchers),
  };
}

type Counted = { from: string; to: string; counts: number[] };

function joined(
  sides: readonly string[],
  slices: readonly Slice[],
  series: (slice: Slice) => Readonly<Record<string, number>>,
): Bucket[] {
  const full: Bucket[] = [];
  let open: Counted | null = null;
  for (const slice of slices) {
    const next = { from: slice.from, to: slice.to, counts: countsOf(sides, series(slice)) };
    open = open ? join(open, next) : next;
    if (open.counts.some((count) => count < BUCKET_SIDE)) continue;
    full.push(shown(open));
    open = null;
  }
  return full;
}

function countsOf(sides: readonly string[], record: Readonly<Record<string, number>>): number[] {
  const sound = Object.entries(record).every(
    ([option, count]) => sides.includes(option) && Number.isSafeInteger(count) && count >= 0,
  );
  if (!sound) throw new RangeError("A slice counts something that is no vote.");
  return sides.map((option) => record[option] ?? 0);
}

const join = (one: Counted, next: Counted): Counted => ({
  from: one.from,
  to: next.to,
  counts: one.counts.map((count, option) => count + (next.counts[option] ?? 0)),
});

const votesIn = (bucket: Counted): number => bucket.counts.reduce((sum, count) => sum + count, 0);

const shown = (bucket: Counted): Bucket => ({
  from: bucket.from,
  to: bucket.to,
  votes: votesIn(bucket),
  shares: bucket.counts.map((count) => count / votesIn(bucket)),
});
