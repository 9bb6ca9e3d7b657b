import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { listArticle } from "@/domain/articles/listings";
import type { Member } from "@/domain/members/member";
import { database } from "@/platform/database";

export type Voter = Member & { sessionToken: string };

/** Many members with a session each, made in one statement: signing up hashes a password, which takes its time. */
export async function voters(count: number): Promise<Voter[]> {
  const made = Array.from({ length: count }, () => ({
    id: randomUUID(),
    handle: `voter-${randomBytes(8).toString("hex")}`,
    sessionToken: randomBytes(16).toString("hex"),
  }));
  const rows = JSON.stringify(made);
  await database().$executeRaw`
    INSERT INTO member (id, handle, name, approved_count)
    SELECT r.id, r.handle, r.handle, 20 FROM json_to_recordset(${rows}::json) AS r(id uuid, handle text)`;
  await database().$executeRaw`
    INSERT INTO session (token_hash, member_id, expires_at)
    SELECT sha256(convert_to(r."sessionToken", 'UTF8')), r.id, now() + interval '1 day'
    FROM json_to_recordset(${rows}::json) AS r(id uuid, "sessionToken" text)`;
  const joinedAt = new Date();
  return made.map((voter) => ({
    ...voter,
    name: voter.handle,
    role: "reader",
    sample: false,
    joinedAt,
    authenticatedAt: joinedAt,
    approvedCount: 20,
    suspension: null,
  }));
}

export type PollOfTest = { id: string; articleId: string; slug: string };

/** An article with a poll of two sides and "unsure", open since a day unless said otherwise. */
export async function aPoll(
  said: Partial<{
    resultsShown: "always" | "after_vote" | "after_close";
    opensAt: Date;
    closesAt: Date | null;
    detached: boolean;
    guessing: boolean;
    confirmedBefore: boolean;
  }> = {},
): Promise<PollOfTest> {
  const slug = `question-${randomBytes(6).toString("hex")}`;
  const article = await database().article.create({
    data: {
      slug,
      publishedAt: new Date(),
      revisions: {
        create: {
          number: 1,
          title: "A question",
          standfirst: "",
          author: "Eve",
          source: "",
          html: "",
          words: 1,
        },
      },
      poll: {
        create: {
          question: "One of approach, or complementary?",
          opensAt: new Date(Date.now() - 86_400_000),
          ...said,
          options: {
            create: [
              { key: "approach", label: "One of approach", position: 0 },
              { key: "complementary", label: "Complementary", position: 1 },
              { key: "unsure", label: "Unsure", position: 2, side: false },
            ],
          },
        },
      },
    },
    include: { poll: true },
  });
  if (!article.poll) throw new Error("A poll was asked for.");
  await listArticle(database(), article.id);
  return { id: article.poll.id, articleId: article.id, slug };
}

/** A visible comment under the poll. @returns its id */
export async function aCommentOf({ articleId }: PollOfTest, author: Voter): Promise<string> {
  const { id } = await database().comment.create({
    data: { articleId, articleRevision: 1, authorId: author.id, source: "So.", html: "So." },
  });
  return id;
}

/** What only the database's owner sees: for tests that compare what is shown with what is so. */
export async function asOwner<Row extends pg.QueryResultRow>(
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return (await ownersPool().query<Row>(sql, values)).rows;
}

let pool: { url: string | undefined; of: pg.Pool } | undefined;

/** One for each file of tests: a connection for each statement would take longer than the statement. */
function ownersPool(): pg.Pool {
  const url = process.env.DATABASE_URL;
  if (pool && pool.url === url) return pool.of;
  const of = new pg.Pool({ connectionString: url, idleTimeoutMillis: 1_000, allowExitOnIdle: true });
  // Its database may go while a connection rests, as every test's does at the end.
  of.on("error", () => undefined);
  pool = { url, of };
  return of;
}

/** The exact tally, by option. */
export async function tallyOf(poll: PollOfTest): Promise<Record<string, number>> {
  const rows = await asOwner<{ option_key: string; votes: number }>(
    "SELECT option_key, sum(votes)::int AS votes FROM tally WHERE poll_id = $1 GROUP BY option_key",
    [poll.id],
  );
  return Object.fromEntries(rows.map((row) => [row.option_key, row.votes]));
}

/** The rows that the tally counts, by option. */
export async function rowsOf(poll: PollOfTest): Promise<Record<string, number>> {
  const rows = await asOwner<{ option_key: string; votes: number }>(
    `SELECT o.key AS option_key, count(v.member_id)::int AS votes
     FROM poll_option o LEFT JOIN vote v ON v.poll_id = o.poll_id AND v.option_key = o.key WHERE o.poll_id = $1 GROUP BY o.key`,
    [poll.id],
  );
  return Object.fromEntries(rows.map((row) => [row.option_key, row.votes]));
}

/** As if the last batch were a day ago, and so was everybody's part in it. */
export async function letTimePass(poll: PollOfTest): Promise<void> {
  await asOwner("UPDATE tally_batch SET as_of = as_of - interval '1 day' WHERE poll_id = $1", [poll.id]);
  await asOwner("UPDATE published_tally SET as_of = as_of - interval '1 day' WHERE poll_id = $1", [poll.id]);
  await asOwner("UPDATE tally_crowd SET counted_at = counted_at - interval '1 day' WHERE poll_id = $1", [
    poll.id,
  ]);
}

/** Publishes as the site does in time: the moment drawn for a step, which may be minutes off, has come. */
export async function inTime<Done>(publish: () => Promise<Done>): Promise<Done> {
  const nextLook = () =>
    asOwner("UPDATE side_batch SET due_at = date_trunc('milliseconds', now()) WHERE due_at > now()");
  await nextLook();
  await publish();
  await nextLook();
  await asOwner("UPDATE tally_batch SET due_at = date_trunc('milliseconds', now()) WHERE due_at > now()");
  return publish();
}

/** They have signed up a moment ago, and nothing of theirs stands. */
export const beNew = (people: readonly Voter[]): Promise<unknown> =>
  asOwner("UPDATE member SET joined_at = now(), approved_count = 0 WHERE id = ANY ($1)", [
    people.map(({ id }) => id),
  ]);

/** One word of raw SQL as the application's role, in a transaction of its own that is undone. */
export async function tryAsApplication(...statements: string[]): Promise<Record<string, unknown>[]> {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  try {
    await owner.query("BEGIN; SET LOCAL ROLE moot_app");
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) {
      rows = (await owner.query<Record<string, unknown>>(statement)).rows;
    }
    return rows;
  } finally {
    await owner.end();
  }
}
