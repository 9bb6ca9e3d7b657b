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
