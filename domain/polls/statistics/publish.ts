import { FEWEST_SHOWN } from "@/domain/polls/poll";

/**
 * A step of the published counts carries the ballots of so many members at least who count as a crowd: five to hide among
 * besides any four accounts of one person, and eight more, so that they seldom all chose the same.
 */
export const CROWD = 17;

/** In a large poll a step is this share of the ballots shown: what is many accounts in a small poll is few in a large one. */
export const CROWD_SHARE = 0.05;

/** Fewer are enough at the close, and in a poll of fewer than SMALL_POLL ballots after a week's wait: five, besides any four. */
export const LATE_CROWD = 9;
export const LATE_AFTER_SECONDS = 7 * 86_400;
export const SMALL_POLL = 30;

/** Once a member was part of a crowd, their later changes in that poll are counted, but make up no other for so long. */
export const CROWD_AGAIN_SECONDS = 86_400;

/** An account makes up a crowd once it is so old, or so many of its comments stand: those made for one vote do not. */
export const ESTABLISHED_SECONDS = 86_400;
export const ESTABLISHED_COMMENTS = 10;

/** No step comes sooner than so long after the one before. */
export const BATCH_SECONDS = 10;

/** And none the moment its crowd is complete: at a moment drawn from so long after it, so that nobody chooses the last ballot in it. */
export const JITTER_SECONDS = 300;

/** No publishing in the last tenth of a poll's time, and in the last hour at most, … */
export const QUIET_SHARE = 0.1;
export const QUIET_AT_MOST_SECONDS = 3_600;

/**
 * `total`: ballots now. `crowd`: members whose ballot differs from the one in the last published counts (cast, changed or
 * withdrawn since), and who count: their account is established, and they were in no crowd of this poll within
 * CROWD_AGAIN_SECONDS. Members, not changes: five clicks of one member are one, and there and back again is none.
 */
export type Current = { crowd: number; total: number };

/** The poll's own times, by the database's clock; `closesAt` is null while open-ended. */
export type Times = { opensAt: Date; closesAt: Date | null; hiddenUntilClose: boolean };

/** When the counts that are shown now were published, and of how many ballots. */
export type Published = { asOf: Date; total: number };

/**
 * Whether the published counts may move now, so that whoever watches them cannot subtract a person out.
 * The database decides by this same rule (`publish_tally`); a test holds the two together.
 *
 * Never a total below FEWEST_SHOWN, and never sooner than BATCH_SECONDS. Before a known close the counts rest, so that what came
 * meanwhile makes one full last batch. A poll that hides its results until the close publishes once, then.
 *
 * It looks at numbers and times, never at what was chosen: a step that waited for a dissenter would point at them. So a batch may
 * be of one mind, and then it has no secret; `test/crowd.ts` plays polls against up to thirty accounts of one person and says
 * how often a ballot can be worked out.
 *
 * The last batch is no exception: what comes too late for a full one is left out for good. Had the close shown
 * it, whoever asked a friend to vote at the last minute would have a receipt. The page says so beside a closed result.
 *
 * Source: the threshold rule of statistical offices, with the coalition of respondents that they reckon with: L. Willenborg and
 * T. de Waal, "Elements of Statistical Disclosure Control" (2001), on tables and their differences.
 */
export function mayMoveCounts(
  published: Published | null,
  current: Current,
  times: Times,
  now: Date,
): boolean {
  const waited = published === null || secondsBetween(published.asOf, now) >= BATCH_SECONDS;
  const enough = current.crowd >= crowdNeeded(published, times, now) && current.total >= FEWEST_SHOWN;
  return waited && enough && !isQuiet(times, now);
}

/** How many must have moved for the counts to move at `now`. It tells nothing of who has: the page says it. */
export function crowdNeeded(published: Published | null, times: Times, now: Date): number {
  if (hasClosed(times, now)) return closingCrowd(published);
  const late = lateFrom(published, times);
  return late !== null && now >= late ? closingCrowd(published) : fullCrowd(published);
}

/** Before the close, and before it is late. */
export const fullCrowd = (published: Pick<Published, "total"> | null): number =>
  Math.max(CROWD, Math.ceil((published?.total ?? 0) * CROWD_SHARE));

/** At the close, and when it is late. Of a poll that never showed a figure, the first one needs no more than every figure does. */
export const closingCrowd = (published: object | null): number =>
  published === null ? FEWEST_SHOWN : LATE_CROWD;

/** From when on fewer are enough while the poll is open; null where that is never so. */
export function lateFrom(published: Published | null, { opensAt }: Pick<Times, "opensAt">): Date | null {
  if (published !== null && published.total >= SMALL_POLL) return null;
  return new Date((published?.asOf ?? opensAt).getTime() + LATE_AFTER_SECONDS * 1_000);
}

const hasClosed = ({ closesAt }: Times, now: Date): boolean => closesAt !== null && now >= closesAt;

const secondsBetween = (one: Date, other: Date): number => (other.getTime() - one.getTime()) / 1_000;

function isQuiet({ opensAt, closesAt, hiddenUntilClose }: Times, now: Date): boolean {
  if (closesAt === null || now >= closesAt) return false;
  const quiet = Math.min(QUIET_AT_MOST_SECONDS, secondsBetween(opensAt, closesAt) * QUIET_SHARE);
  return hiddenUntilClose || secondsBetween(now, closesAt) <= quiet;
}
