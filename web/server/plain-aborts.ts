import "server-only";

/**
 * Gives the reason of every abort a plain stack. React ends each page it has drawn by aborting that page's signal with an Error;
 * until somebody reads its stack, an Error holds the objects it was thrown among, here an Immediate of Node's. Up to Node 22 an
 * Immediate holds its neighbours of the same turn and the async context it was made in, so one page held the pages beside it,
 * those held others, and no page was ever let go. With `AsyncContextFrame` (Node 24's default) nothing is held.
 * Nobody misses the stack: an abort's reason says why, and whoever throws it adds where.
 */
export function abortPlainly(): void {
  const abort = Reflect.get(AbortController.prototype, "abort") as (reason?: unknown) => void;
  AbortController.prototype.abort = function (this: AbortController, reason?: unknown) {
    if (reason instanceof Error) reason.stack = String(reason);
    abort.call(this, reason);
  };
}
