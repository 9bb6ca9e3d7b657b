import { readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { react, takeBackReaction } from "@/domain/comments/react";
import { castVote } from "./commands";
import { publishDue } from "./publishing";
import { SIDE_BATCH } from "./statistics/bridging";
import { seededRandom } from "./statistics/random";
import { asTheOwner } from "@/test/owner";
import { aPoll, asOwner, beNew, inTime, type PollOfTest, voters, type Voter } from "@/test/voters";

const SIDES = ["approach", "complementary"] as const;
type Side = (typeof SIDES)[number];
type Reader = Voter & { side: Side };

/** Readers who have voted, the sides drawn by chance. */
async function readersOf(poll: PollOfTest, count: number, seed: number): Promise<Reader[]> {
  const random = seededRandom(seed);
  const people = (await voters(count)).map((voter) => ({
    ...voter,
    side: SIDES[random() < 0.5 ? 0 : 1],
  }));
  await Promise.all(people.map((one) => castVote({ poll: poll.id, option: one.side }, one)));
  return people;
}

async function aCommentOn(poll: PollOfTest): Promise<string> {
  const [author] = await voters(1);
  const { id } = await asTheOwner().comment.create({
    data: { articleId: poll.articleId, articleRevision: 1, authorId: author?.id, source: "So.", html: "So." },
  });
  return id;
}

/** Respect published for each side. */
async function figuresOf(comment: string): Promise<Record<Side, number>> {
  const rows = await asTheOwner().publishedSide.findMany({ where: { commentId: comment } });
  const of = (side: Side) => rows.find(({ optionKey }) => optionKey === side)?.respect ?? 0;
  return { approach: of("approach"), complementary: of("complementary") };
}

/**
 * Four accounts of one person watch a comment. After each of theirs has reacted, others come one by one; whenever the figures move by
 * one reaction that is not theirs, its reader's side is known. Then they take theirs back, and wait for the next.
 * @returns how many sides they name, all of them rightly
 */
async function played(accounts: number, others: number, seed: number): Promise<number> {
  const poll = await aPoll();
  const people = await readersOf(poll, accounts + others, seed);
  const [theirs, readers] = [people.slice(0, accounts), people.slice(accounts)];
  const comment = await aCommentOn(poll);
  let [before, known, unseen, on] = [await figuresOf(comment), 0, [] as Reader[], false];
  const ownNow = (side: Side) => (on ? theirs.filter((one) => one.side === side).length : 0);
  let ownBefore = { approach: 0, complementary: 0 };
  for (const reader of readers) {
    on = !on;
    await Promise.all(
      theirs.map((one) => (on ? react(comment, "respect", one) : takeBackReaction(comment, one))),
    );
    await react(comment, "respect", reader);
    unseen.push(reader);
    await inTime(publishDue);
    const now = await figuresOf(comment);
    if (now.approach === before.approach && now.complementary === before.complementary) continue;
    const own = { approach: ownNow("approach"), complementary: ownNow("complementary") };
    const moved = (side: Side) => now[side] - before[side] - (own[side] - ownBefore[side]);
    const found = SIDES.filter((side) => moved(side) !== 0);
    const [side] = found;
    if (unseen.length === 1 && found.length === 1 && side !== undefined) {
      expect(side).toBe(reader.side);
      known++;
    }
    [before, ownBefore, unseen] = [now, own, []];
  }
  return known;
}

const RULE = readFileSync("prisma/functions/publishing.sql", "utf8");
const definition = (name: string): string =>
  new RegExp(`CREATE OR REPLACE FUNCTION ${name}\\(.*?\\n(?:END )?\\$\\$;`, "s").exec(RULE)?.[0] ?? "";
const restore = async () => {
  await asOwner(definition("publish_sides"));
  await asOwner("UPDATE threshold SET value = $1 WHERE name = 'side_batch'", [SIDE_BATCH]);
};
afterEach(restore);

/** As it was: five reactions of whomever, at once. */
const OLD_RULE = `CREATE OR REPLACE FUNCTION publish_sides(at_most int) RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE due uuid;
BEGIN
  FOR due IN SELECT comment_id FROM side_batch WHERE moved >= 5 LIMIT at_most FOR UPDATE SKIP LOCKED LOOP
    DELETE FROM published_side WHERE comment_id = due;
    INSERT INTO published_side (comment_id, option_key, respect, reacted)
      SELECT due, option_key, count(*) FILTER (WHERE kind = 'respect'), count(*) FROM reaction_side WHERE comment_id = due GROUP BY option_key;
    DELETE FROM side_move WHERE comment_id = due;
    UPDATE side_batch SET moved = 0 WHERE comment_id = due;
    RETURN NEXT due;
  END LOOP;
END $$`;

test("four accounts of one person learn the side of nobody who reacts; by the rule as it was, of everybody", async () => {
  expect(await played(4, 12, 1)).toBe(0);
  await asOwner(OLD_RULE);
  expect(await played(4, 12, 1)).toBe(12);
});

test("a step has at least five readers besides any four: whoever was in one makes up no other within a day, and new accounts none", async () => {
  const poll = await aPoll();
  const readers = await readersOf(poll, 2 * SIDE_BATCH, 2);
  const comment = await aCommentOn(poll);
  const total = async () =>
    Object.values(await figuresOf(comment)).reduce((sum, respect) => sum + respect, 0);
  const [first, second] = [readers.slice(0, SIDE_BATCH), readers.slice(SIDE_BATCH)];
  await Promise.all(first.map((one) => react(comment, "respect", one)));
  await inTime(publishDue);
  expect(await total()).toBe(SIDE_BATCH);
  // All change their minds, and are a crowd no more; nor with those who have only just come.
  await Promise.all(first.map((one) => react(comment, "unconvinced", one)));
  await beNew(second);
  await Promise.all(second.map((one) => react(comment, "respect", one)));
  await inTime(publishDue);
  expect(await total()).toBe(SIDE_BATCH);
  await asOwner("UPDATE side_crowd SET counted_at = counted_at - interval '1 day' WHERE comment_id = $1", [
    comment,
  ]);
  await inTime(publishDue);
  expect(await total()).toBe(SIDE_BATCH);
  expect(await figuresOf(comment)).toEqual({
    approach: second.filter(({ side }) => side === "approach").length,
    complementary: second.filter(({ side }) => side === "complementary").length,
  });
});

test("a step comes at a moment that nobody chooses, and a comment without a crowd is not looked at again and again", async () => {
  const poll = await aPoll();
  const readers = await readersOf(poll, SIDE_BATCH, 3);
  const comment = await aCommentOn(poll);
  await Promise.all(readers.map((one) => react(comment, "respect", one)));
  await publishDue();
  await publishDue();
  const [batch] = await asOwner<{ complete: boolean; waits: boolean }>(
    "SELECT complete, due_at > now() AS waits FROM side_batch WHERE comment_id = $1",
    [comment],
  );
  expect(batch).toEqual({ complete: true, waits: true });
  expect(await figuresOf(comment)).toEqual({ approach: 0, complementary: 0 });
});
