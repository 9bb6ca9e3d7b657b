import { Client } from "pg";

/** Half an hour passes in an instant: a comment was posted so many minutes earlier than it was. */
export async function ageComment(id: string, minutes: number): Promise<void> {
  // The database of the site under test, as the operator knows it.
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query("UPDATE comment SET posted_at = posted_at - make_interval(mins => $2) WHERE id = $1", [
      id,
      minutes,
    ]);
  } finally {
    await client.end();
  }
}
