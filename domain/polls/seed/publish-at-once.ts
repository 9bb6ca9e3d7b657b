import "server-only";

import type pg from "pg";

/** More than a seeded debate has. */
const COMMENTS_AT_ONCE = 10_000;

/** Columns keep milliseconds and round, and half a millisecond from now is not yet due. */
const NOW = "date_trunc('milliseconds', now())";

/**
 * Publishes a seeded poll's counts, and what its sides think of comments, by the rule for everybody's, and dates to now the moment that the
 * rule would draw from the next minutes: an invented cast votes within a second, and nobody is watched among them. As the database's owner.
 */
export async function publishAtOnce(client: pg.Client, poll: string): Promise<void> {
  await client.query("SELECT publish_tally($1)", [poll]);
  await client.query(`UPDATE tally_batch SET due_at = ${NOW} WHERE poll_id = $1 AND due_at IS NOT NULL`, [
    poll,
  ]);
  await client.query("SELECT publish_tally($1)", [poll]);
  await client.query("SELECT publish_sides($1)", [COMMENTS_AT_ONCE]);
  await client.query(
    `UPDATE side_batch SET due_at = ${NOW} WHERE due_at IS NOT NULL AND comment_id IN
       (SELECT c.id FROM comment c JOIN poll p ON p.article_id = c.article_id WHERE p.id = $1)`,
    [poll],
  );
}
