import { FEWEST_SHOWN } from "@/domain/polls/poll";

/** A step of the published counts carries at least so many members' ballots: the crowd one hides in. */
export const BATCH_BALLOTS = 5;

/** And comes no sooner than so long after the one before: nobody times a friend's click. */
export const BATCH_SECONDS = 10;

/**
 * `moved`: members whose ballot differs from the one in the last published counts (cast, changed, withdrawn or
 * erased since). Members, not changes: five clicks of one member are one, and there and back again is none.
 * `total`: ballots now. `closesAt`: when the poll closes or closed, by the database's clock; null while open-ended.
 */
export type Current = { moved: number; total: number; closesAt: Date | null };

/** When the counts that are shown now were published. */
export type Published = { asOf: Date };

/**
 * Whether the published counts may move now, so that whoever watches them cannot subtract a person out.
 *
 * While the poll is open: at least BATCH_BALLOTS ballots since the last batch, and BATCH_SECONDS. At the close one
 * last batch brings the exact result, however few ballots it carries; even if it carries none it is due, for its
 * time tells that the result stands (else the first account erased later would pass for it, alone). After that the first rule again: accounts
 * erased later change the result five at a time or not at all. Never a total below FEWEST_SHOWN.
 *
 * What this does not stop: five members who tell each other how they voted know the sixth in their batch, and a
 * unanimous batch has no secret. The last batch is the price of an exact result: it may carry one to four
 * ballots, and somebody who knows exactly who voted since the last step learns how. Nobody is told that here:
 * no list of voters and no time of a vote is published.
 *
 * The batch size follows the rule of "at least k in a cell" of statistical offices; see flows.ts for its source.
 */
export function mayPublish(published: Published | null, current: Current, now: Date): boolean {
  if (current.total < FEWEST_SHOWN) return false;
  if (isLastBatch(published, current, now)) return true;
  const waited = published === null || now.getTime() - published.asOf.getTime() >= BATCH_SECONDS * 1_000;
  return waited && current.moved >= BATCH_BALLOTS;
}

function isLastBatch(published: Published | null, { closesAt }: Current, now: Date): boolean {
  if (closesAt === null || now < closesAt) return false;
  return published === null || published.asOf < closesAt;
}
