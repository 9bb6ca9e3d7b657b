/** No bucket below this many votes: a share of fewer is noise, and a person. */
export const BUCKET_VOTES = 10;

/**
 * What one slice of time brought (a day, say), at ISO 8601 instants of the database, by option.
 * `newcomers` counts members by the option of their first vote; `switchers` members by the option they first
 * switched to. Each member is in one slice of each series at most, and stays there whatever they do later.
 */
export type Slice = {
  from: string;
  to: string;
  newcomers: Readonly<Record<string, number>>;
  switchers: Readonly<Record<string, number>>;
};

/** `shares` add up to 1, one for every option, in the order of the options. */
export type Bucket = { from: string; to: string; votes: number; shares: number[] };

export type OpinionOverTime = { newcomers: Bucket[]; switchers: Bucket[] };

/**
 * How opinion moved: two series, kept apart, because a stream of like-minded newcomers looks like persuasion
 * when mixed with people who changed their minds.
 *
 * `slices` in order of time, without overlap. Neighbouring slices are joined until a bucket holds BUCKET_VOTES;
 * each series has its own edges, and the two are never added up, so neither can be subtracted from the sum. A
 * rest below BUCKET_VOTES is kept back until it is full, not put into the last bucket: a bucket once shown never
 * changes, so yesterday's chart less today's is nobody. RangeError for a count that is none or an option unknown.
 *
 * What it cannot say: that an event between two buckets caused the difference; nor anything about people who do
 * not vote here. There is no margin of error, because nobody was sampled (AAPOR, "Opt-In Surveys and Margin of
 * Error"). The joining is the frequency rule of statistical offices; see flows.ts for its source.
 */
export function opinionOverTime(options: readonly string[], slices: readonly Slice[]): OpinionOverTime {
  return {
    newcomers: joined(options, slices, (slice) => slice.newcomers),
    switchers: joined(options, slices, (slice) => slice.switchers),
  };
}

type Counted = { from: string; to: string; counts: number[] };

function joined(
  options: readonly string[],
  slices: readonly Slice[],
  series: (slice: Slice) => Readonly<Record<string, number>>,
): Bucket[] {
  const full: Bucket[] = [];
  let open: Counted | null = null;
  for (const slice of slices) {
    const next = { from: slice.from, to: slice.to, counts: countsOf(options, series(slice)) };
    open = open ? join(open, next) : next;
    if (votesIn(open) < BUCKET_VOTES) continue;
    full.push(shown(open));
    open = null;
  }
  return full;
}

function countsOf(options: readonly string[], record: Readonly<Record<string, number>>): number[] {
  const sound = Object.entries(record).every(
    ([option, count]) => options.includes(option) && Number.isSafeInteger(count) && count >= 0,
  );
  if (!sound) throw new RangeError("A slice counts something that is no vote.");
  return options.map((option) => record[option] ?? 0);
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
