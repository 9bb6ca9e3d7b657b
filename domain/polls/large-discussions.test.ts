import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { publishDue } from "./publishing";
import { keepRecords } from "./record/commands";
import { recordOf } from "./record/queries";
import { react } from "@/domain/comments/react";
import { castVote } from "@/domain/polls/commands";
import { database } from "@/platform/database";
import { asTheOwner } from "@/test/owner";
import { aPoll, asOwner, inTime, voters, type PollOfTest, type Voter } from "@/test/voters";
import { rowsReadBy } from "@/test/rows-read";

/** More than are looked through at once for those with a score. */
const MANY = 2_500;
/** What a record shows, and not what a discussion has. */
const ROWS = 500;

let poll: PollOfTest;
let people: Voter[];
beforeAll(async () => {
  poll = await aPoll({ resultsShown: "always" });
  people = await voters(40);
  await Promise.all(
    people.map((voter, nth) =>
      castVote({ poll: poll.id, option: nth < 20 ? "approach" : "complementary" }, voter),
    ),
  );
  await inTime(publishDue);
  const text = "so it goes";
  await asOwner("ALTER TABLE comment DISABLE TRIGGER USER");
  await asOwner(
    `INSERT INTO comment (article_id, article_revision, author_id, source, html) SELECT $1, 1, $2, $3, $3 FROM generate_series(1, ${MANY})`,
    [poll.articleId, people[0]?.id, text],
  );
  await asOwner("ALTER TABLE comment ENABLE TRIGGER USER");
  await asOwner("ANALYZE");
}, 60_000);

test("a record reads what it shows, however many comments the discussion has", async () => {
  expect(await rowsReadBy(() => recordOf(poll.slug))).toBeLessThan(ROWS);
});

const waiting = () => asOwner("SELECT poll_id FROM rescoring WHERE poll_id = $1", [poll.id]);

test("when counts move, all comments are scored anew after the counts are published, a part at a time to the last one", async () => {
  const { id } = await asTheOwner().comment.findFirstOrThrow({
    where: { articleId: poll.articleId },
    orderBy: { id: "desc" },
  });
  await Promise.all(people.slice(1).map((voter) => react(id, "respect", voter)));
  await inTime(publishDue);
  const scored = async () => (await database().comment.findUniqueOrThrow({ where: { id } })).bridging;
  expect(await scored()).toBeGreaterThan(0);
  expect(await waiting()).toEqual([]);
  // As if a process had ended between the counts and the scores.
  await asOwner("UPDATE comment SET bridging = 0.001 WHERE id = $1", [id]);
  await asOwner("DELETE FROM best_case WHERE poll_id = $1", [poll.id]);
  await asOwner("INSERT INTO rescoring (poll_id) VALUES ($1)", [poll.id]);
  await publishDue();
  expect(await scored()).toBeGreaterThan(0.1);
  expect(await waiting()).toEqual([]);
});

test("nobody's vote waits while a discussion is scored with the counts that have just moved", async () => {
  const more = await voters(20);
  await Promise.all(more.map((voter) => castVote({ poll: poll.id, option: "approach" }, voter)));
  const before = await publishedVotes();
  await beTime();
  await publishDue();
  await asOwner("UPDATE comment SET bridging = 0.001 WHERE article_id = $1 AND bridging >= 0", [
    poll.articleId,
  ]);
  await beTime();
  const other = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await other.connect();
  try {
    await other.query("BEGIN");
    await other.query("SELECT FROM comment WHERE article_id = $1 AND bridging >= 0 FOR UPDATE", [
      poll.articleId,
    ]);
    // It waits for that comment until PostgreSQL gives up.
    const published = publishDue().catch((error: unknown) => String(error));
    await vi.waitFor(async () => expect(await publishedVotes()).toBeGreaterThan(before), { timeout: 10_000 });
    await other.query("SELECT FROM tally_batch WHERE poll_id = $1 FOR UPDATE NOWAIT", [poll.id]);
    await other.query("ROLLBACK");
    await published;
  } finally {
    await other.end();
  }
  await publishDue();
  expect(await waiting()).toEqual([]);
});

const beTime = () =>
  asOwner(
    "UPDATE tally_batch SET due_at = date_trunc('milliseconds', now()), as_of = as_of - interval '1 day' WHERE poll_id = $1",
    [poll.id],
  );

const publishedVotes = async (): Promise<number> => {
  const rows = await asOwner<{ votes: number }>(
    "SELECT sum(votes)::int AS votes FROM published_tally WHERE poll_id = $1",
    [poll.id],
  );
  return rows[0]?.votes ?? 0;
};

test("records are kept one by one", async () => {
  const closed = [poll, await aPoll({ resultsShown: "always" })];
  await asOwner("UPDATE poll SET closes_at = now() - interval '1 minute' WHERE id = ANY ($1)", [
    closed.map(({ id }) => id),
  ]);
  await keepRecords();
  const kept = await database().pollRecord.count({ where: { pollId: { in: closed.map(({ id }) => id) } } });
  expect(kept).toBe(2);
  expect(await keepRecords()).toBe(0);
});
