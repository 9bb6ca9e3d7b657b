/**
 * Loaded before anything else into a site that is measured: what each statement reads is in PostgreSQL's statistics as soon as its transaction
 * is over, and not up to ten seconds later. So whoever asks for a page can see how many rows were read for it.
 */
import pg from "pg";

const FLUSH = "SELECT pg_stat_force_next_flush()";
const ask = pg.Client.prototype.query;

pg.Client.prototype.query = function query(...asked) {
  const answer = ask.apply(this, asked);
  // Behind it on the same connection. Within a transaction that failed it is refused, which is nothing to anybody.
  if (asked[0] !== FLUSH) ask.call(this, FLUSH, () => undefined);
  return answer;
};
