import { FEWEST_SHOWN } from "@/domain/polls/poll";

/** A step of the published counts carries at least so many members' ballots: the crowd one hides in. */
export const BATCH_BALLOTS = 5;

/** And comes no sooner than so long after the one before: nobody times a friend's click. */
export const BATCH_SECONDS = 10;

/** No publishing in the last tenth of a poll's time, and in the last hour at most, … */
export const QUIET_SHARE = 0.1;
export const QUIET_AT_MOST_SECONDS = 3_600;

/**
 * `moved`: members whose ballot differs from the one in the last published counts (cast, changed, withdrawn or
 * erased since). Members, not changes: five clicks of one member are one, and there and back again is none.
 * `total`: ballots now.
 */
export type Current = { moved: number; total: number };

/** The poll's own times, by the database's clock; `closesAt` is null while open-ended. */
export type Times = { opensAt: Date; closesAt: Date | null; hiddenUntilClose: boolean };

/** When the counts that are shown now were published. */
export type Published = { asOf: Date };

/**
 * Whether the published counts may move now, so that whoever watches them cannot subtract a person out.
 * The database decides by this same rule (`publish_tally`); a test holds the two together.
 *
 * At least BATCH_BALLOTS ballots since the last batch, and BATCH_SECONDS. Never a total below FEWEST_SHOWN. Before a
 * known close the counts rest, so that what came meanwhile makes one full last batch. A poll that hides its results until
 * the close publishes once, then, and exactly, for nobody has seen earlier counts to subtract from.
 *
 * The last batch is no exception: of other polls, up to four ballots may come too late for a full batch, and then they are
 * left out for good. That is the price of secrecy: had the close shown them, whoever asked a friend to vote at the last
 * minute would have a receipt. The page says so beside a closed result.
 *
 * What this does not stop: four members who tell each other how they voted know the fifth in their batch, and a
 * unanimous batch has no secret.
 *
 * The batch size follows the rule of "at least k in a cell" of statistical offices; see flows.ts for its source.
 */
export function mayPublish(published: Published | null, current: Current, times: Times, now: Date): boolean {
  const waited = published === null || now.getTime() - published.asOf.getTime() >= BATCH_SECONDS * 1_000;
  return waited && current.moved >= BATCH_BALLOTS && current.total >= FEWEST_SHOWN && !isQuiet(times, now);
}

function isQuiet({ opensAt, closesAt, hiddenUntilClose }: Times, now: Date): boolean {
  if (closesAt === null || now >= closesAt) return false;
  const lasts = (closesAt.getTime() - opensAt.getTime()) / 1_000;
  const quiet = Math.min(QUIET_AT_MOST_SECONDS, lasts * QUIET_SHARE);
  return hiddenUntilClose || now.getTime() >= closesAt.getTime() - quiet * 1_000;
}
