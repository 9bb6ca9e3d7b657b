import { Client, DatabaseError } from "pg";
import { expect, test } from "vitest";
import { aCommentOf, aPoll, asOwner, voters, type PollOfTest, type Voter } from "@/test/voters";

/*
 * PostgreSQL lets a transaction with an older snapshot fail on a row that was written since, and one without wait for a row that is
 * held. Both are felt by whoever may write at all, and undone without a trace: on which row they are felt must depend on no choice.
 */
const HALVES = ["done since", "under way"] as const;
const SERIALIZATION_FAILURE = "40001";
const LOCK_NOT_AVAILABLE = "55P03";
const FELT = { "done since": SERIALIZATION_FAILURE, "under way": LOCK_NOT_AVAILABLE };
const DONE = "done";

/** How the site's role fares with a statement when another's was done since its snapshot, or is still under way. @returns the error's code */
async function fares(own: string, another: string, half: (typeof HALVES)[number]): Promise<string> {
  const connectionString = process.env.DATABASE_URL;
  const [site, other] = [new Client({ connectionString }), new Client({ connectionString })];
  await Promise.all([site.connect(), other.connect()]);
  try {
    await site.query(
      "BEGIN ISOLATION LEVEL REPEATABLE READ; SET LOCAL ROLE moot_app; SET LOCAL lock_timeout = 100; SELECT FROM poll LIMIT 1",
    );
    await other.query(`BEGIN; ${another}`);
    if (half === "done since") await other.query("COMMIT");
    await site.query(own);
    return DONE;
  } catch (error) {
    if (error instanceof DatabaseError && error.code !== undefined) return error.code;
    throw error;
  } finally {
    await Promise.all([site.end(), other.end()]);
  }
}

const cast = (poll: PollOfTest, { sessionToken }: Voter, option: string): string =>
  `SELECT cast_vote('${poll.id}', '${sessionToken}', '${option}', 1)`;

/** Voters who are counted on one row: the last digit of their id says which of sixteen. */
async function onOneRow(count: number): Promise<Voter[]> {
  const made = await voters(16 * count);
  const enough = Array.from("0123456789abcdef")
    .map((digit) => made.filter(({ id }) => id.endsWith(digit)))
    .find((sharing) => sharing.length >= count);
  if (!enough) throw new Error("Of so many some share a row.");
  return enough;
}

test.each(HALVES)("a vote that was %s is felt the same, whatever it was changed to", async (half) => {
  const poll = await aPoll();
  const [own, ...others] = (await onOneRow(4)) as [Voter, ...Voter[]];
  const felt: string[] = [];
  for (const [nth, option] of ["complementary", "unsure", "approach"].entries()) {
    const other = others[nth] as Voter;
    await asOwner(cast(poll, other, "approach"));
    felt.push(await fares(cast(poll, own, "unsure"), cast(poll, other, option), half));
  }
  expect(felt).toEqual([FELT[half], FELT[half], FELT[half]]);
});

test.each(HALVES)("a ballot apart from names that was %s is felt the same for every answer", async (half) => {
  const poll = await aPoll({ detached: true });
  const [own, ...others] = (await voters(4)) as [Voter, ...Voter[]];
  const felt: string[] = [];
  for (const [nth, option] of ["approach", "complementary", "unsure"].entries())
    felt.push(await fares(cast(poll, own, "approach"), cast(poll, others[nth] as Voter, option), half));
  expect(felt).toEqual([FELT[half], FELT[half], FELT[half]]);
});

test.each(HALVES)(
  "of two answers the comment that shows one does not tell that a vote %s was another",
  async (half) => {
    const poll = await aPoll();
    await asOwner("UPDATE poll_option SET removed_at = now() WHERE poll_id = $1 AND key = 'unsure'", [
      poll.id,
    ]);
    const [author] = (await voters(1)) as [Voter];
    await asOwner(cast(poll, author, "approach"));
    const comment = await aCommentOf(poll, author);
    await asOwner("SELECT show_stance($1, $2)", [comment, author.sessionToken]);
    const row = () => asOwner("SELECT xmin, ctid FROM comment WHERE id = $1", [comment]);
    const before = await row();
    expect(
      await fares(
        `UPDATE comment SET edited_at = edited_at WHERE id = '${comment}'`,
        cast(poll, author, "complementary"),
        half,
      ),
    ).toBe(DONE);
    expect(await row()).toEqual(before);
  },
);

test.each([true, false])(
  "whoever removes a poll sees nothing of what was chosen since (names apart: %s)",
  async (detached) => {
    const seen: unknown[] = [];
    for (const option of ["approach", "complementary", "unsure"]) {
      const poll = await aPoll({ detached });
      const [one, ...others] = (await voters(6)) as [Voter, ...Voter[]];
      for (const [nth, other] of others.entries())
        await asOwner(cast(poll, other, nth % 2 === 0 ? "approach" : "unsure"));
      seen.push(await removedBeforeItFails(poll, cast(poll, one, option)));
    }
    expect(seen).toEqual([[FELT["done since"]], [FELT["done since"]], [FELT["done since"]]]);
  },
);

/** What the site's role is told when it removes a poll in which a vote was cast since its snapshot: the error, and what rows of which tables it removed until then. */
async function removedBeforeItFails(poll: PollOfTest, another: string): Promise<unknown[]> {
  const site = new Client({ connectionString: process.env.DATABASE_URL });
  await site.connect();
  try {
    await site.query(
      "BEGIN ISOLATION LEVEL REPEATABLE READ; SET LOCAL ROLE moot_app; SELECT FROM poll LIMIT 1",
    );
    await asOwner(another);
    await site.query("SAVEPOINT before");
    const error: unknown = await site
      .query("DELETE FROM poll WHERE id = $1", [poll.id])
      .catch((one: unknown) => one);
    await site.query("ROLLBACK TO before");
    const { rows } = await site.query<{ relname: string; n_tup_del: string }>(
      "SELECT relname, n_tup_del FROM pg_stat_xact_user_tables WHERE n_tup_del > 0",
    );
    return [error instanceof DatabaseError ? error.code : error, ...rows];
  } finally {
    await site.end();
  }
}

test("a vote begins to follow its discussion, whether it is another one or the same once more", async () => {
  const poll = await aPoll();
  const people = await voters(2);
  for (const voter of people) await asOwner(cast(poll, voter, "approach"));
  await asOwner(`DELETE FROM following WHERE article_id = '${poll.articleId}'`);
  for (const [nth, option] of ["approach", "unsure"].entries())
    await asOwner(cast(poll, people[nth] as Voter, option));
  const rows = await asOwner(`SELECT FROM following WHERE article_id = '${poll.articleId}'`);
  expect(rows).toHaveLength(2);
});
