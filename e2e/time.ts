import { Client } from "pg";

/** Half an hour passes in an instant: a comment was posted so many minutes earlier than it was. */
export const ageComment = (id: string, minutes: number): Promise<unknown> =>
  asOperator((client) =>
    client.query("UPDATE comment SET posted_at = posted_at - make_interval(mins => $2) WHERE id = $1", [
      id,
      minutes,
    ]),
  );

/**
 * Eight days pass in an instant for a poll: it opened so much earlier, its counts moved so much earlier, and whoever has voted had their
 * account. Where the site has already drawn a moment for its counts to move, that has come.
 */
export const aWeekPassesInPoll = (slug: string): Promise<unknown> =>
  asOperator(async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `UPDATE poll SET opens_at = opens_at - interval '8 days' FROM article a
       WHERE a.id = poll.article_id AND a.slug = $1 RETURNING poll.id`,
      [slug],
    );
    for (const statement of [
      "UPDATE member SET joined_at = joined_at - interval '8 days' WHERE id IN (SELECT member_id FROM vote WHERE poll_id = $1)",
      "UPDATE tally_crowd SET counted_at = counted_at - interval '8 days' WHERE poll_id = $1",
      "UPDATE tally_batch SET as_of = as_of - interval '8 days', due_at = due_at - interval '8 days' WHERE poll_id = $1",
    ])
      await client.query(statement, [rows[0]?.id]);
  });

/** Whatever somebody was told was told six minutes earlier: it is due to be mailed. */
export const sixMinutesLater = (handle: string): Promise<unknown> =>
  asOperator((client) =>
    client.query(
      "UPDATE notice SET at = at - interval '6 minutes' WHERE member_id = (SELECT id FROM member WHERE handle = $1)",
      [handle],
    ),
  );

/** An hour passes in an instant for whoever is signed in with this handle. */
export const anHourPassesFor = (handle: string): Promise<unknown> =>
  asOperator((client) =>
    client.query(
      `UPDATE session SET authenticated_at = authenticated_at - interval '1 hour' FROM member m
       WHERE m.id = session.member_id AND m.handle = $1`,
      [handle],
    ),
  );

/** The poll of an article and its discussion close so many seconds from now. */
export const closesSoon = (slug: string, seconds: number): Promise<unknown> =>
  asOperator((client) =>
    client.query(
      `WITH a AS (UPDATE article SET closes_at = now() + make_interval(secs => $2) WHERE slug = $1 RETURNING id)
       UPDATE poll SET closes_at = now() + make_interval(secs => $2) FROM a WHERE poll.article_id = a.id`,
      [slug, seconds],
    ),
  );

/** On the database of the site under test, as the operator knows it. */
async function asOperator(work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
