import { beforeAll, describe, expect, test } from "vitest";
import { bridging, type SideReactions } from "./statistics/bridging";
import { movementOf } from "./statistics/movement";
import { opinionOverTime, type Slice } from "./statistics/opinion-over-time";
import { CROWD_AGAIN_SECONDS, mayMoveCounts } from "./statistics/publish";
import { seededRandom } from "./statistics/random";
import { castVote, guess, withdrawVote } from "./commands";
import { publishDebates, publishDue, publishDueTallies } from "./publishing";
import { database } from "@/platform/database";
import {
  aPoll,
  asOwner,
  beNew,
  inTime,
  letTimePass,
  tryAsApplication,
  voters,
  type PollOfTest,
  type Voter,
} from "@/test/voters";
import { effort } from "@/test/effort";
import { asTheOwner } from "@/test/owner";
import { react as castReaction, takeBackReaction } from "@/domain/comments/react";

const vote = (poll: PollOfTest, option: string) => (voter: Voter) =>
  castVote({ poll: poll.id, option }, voter);
const all = <T>(people: Voter[], does: (voter: Voter) => Promise<T>) => Promise.all(people.map(does));

async function aCommentOn(poll: PollOfTest, author: Voter, stance: string | null = null): Promise<string> {
  const { id } = await asTheOwner().comment.create({
    data: {
      articleId: poll.articleId,
      articleRevision: 1,
      authorId: author.id,
      source: "So.",
      html: "So.",
      stance,
    },
  });
  return id;
}
const react = (commentId: string, kind: "respect" | "unconvinced") => (voter: Voter) =>
  castReaction(commentId, kind, voter);
const bridgingOf = async (id: string) =>
  (await database().comment.findUniqueOrThrow({ where: { id }, select: { bridging: true } })).bridging;

describe("what both sides respect", () => {
  let poll: PollOfTest;
  let ones: Voter[];
  let others: Voter[];
  beforeAll(async () => {
    poll = await aPoll();
    const people = await voters(40);
    [ones, others] = [people.slice(0, 20), people.slice(20)];
    await all(ones, vote(poll, "approach"));
    await all(others, vote(poll, "complementary"));
    await inTime(publishDue);
  });

  test("is the score of the page's own method, from the sides as they were when people reacted", async () => {
    const comment = await aCommentOn(poll, ones[0] as Voter);
    await all(ones.slice(1, 11), react(comment, "respect"));
    await all(others.slice(0, 9), react(comment, "respect"));
    await all(others.slice(9, 10), react(comment, "unconvinced"));
    // A later change of vote moves no earlier reaction.
    await vote(poll, "complementary")(ones[1] as Voter);
    await inTime(publishDue);
    const sides: SideReactions[] = [
      { side: "approach", voters: 20, respect: 10, reacted: 10 },
      { side: "complementary", voters: 20, respect: 9, reacted: 10 },
    ];
    expect(await bridgingOf(comment)).toBeCloseTo(bridging(sides, 19).score ?? -1, 9);
  });

  test("does not move for eight reactions, nor for one reader's there and back again", async () => {
    const comment = await aCommentOn(poll, ones[0] as Voter);
    await all(ones.slice(1, 9), react(comment, "respect"));
    for (let turn = 0; turn < 3; turn++) {
      await react(comment, "respect")(others[0] as Voter);
      await takeBackReaction(comment, others[0] as Voter);
    }
    await inTime(publishDue);
    expect(await asTheOwner().publishedSide.count({ where: { commentId: comment } })).toBe(0);
    await all(others.slice(0, 1), react(comment, "respect"));
    await inTime(publishDue);
    expect(await asTheOwner().publishedSide.count({ where: { commentId: comment } })).toBe(2);
  });

  test("makes the best case of a side the one the other side respects most", async () => {
    const loved = await aCommentOn(poll, ones[2] as Voter, "approach");
    const liked = await aCommentOn(poll, ones[3] as Voter, "approach");
    await all(ones.slice(4, 12), react(loved, "respect"));
    await all(others.slice(0, 5), react(loved, "unconvinced"));
    await all(others.slice(0, 6), react(liked, "respect"));
    await all(ones.slice(4, 7), react(liked, "respect"));
    await inTime(publishDue);
    const chosen = await database().bestCase.findMany({ where: { pollId: poll.id } });
    expect(chosen.map(({ side, commentId }) => [side, commentId])).toEqual([["approach", liked]]);
  });

  test("cannot be learned by the application from reactions, nor from what is published of them by side", async () => {
    for (const table of [
      "reaction_side",
      "published_side",
      "side_move",
      "side_batch",
      "poll_guess",
      "mind_change",
    ])
      await expect(tryAsApplication(`SELECT * FROM ${table}`), table).rejects.toThrow(/permission denied/);
  });
});

/** What the rule knows of a poll, kept beside it by hand. */
type Kept = {
  held: Map<string, string>;
  shown: Map<string, string>;
  counted: Map<string, number>;
  asOf: number | null;
};

const DAY = 86_400_000;
const HOUR = DAY / 24;
const MINUTE = HOUR / 60;

describe("the database publishes counts by the rule that is written down and tested", () => {
  test.each([
    ["open without an end, for a while", { opensAt: -HOUR, closesAt: null, hidden: false }],
    ["open without an end, for weeks", { opensAt: -20 * DAY, closesAt: null, hidden: false }],
    ["with an end far away", { opensAt: -DAY, closesAt: DAY, hidden: false }],
    ["resting before its end", { opensAt: -DAY, closesAt: HOUR / 2, hidden: false }],
    ["hidden until its end", { opensAt: -HOUR, closesAt: HOUR, hidden: true }],
  ])("%s", async (name, { opensAt, closesAt, hidden }) => {
    const random = seededRandom(name.length);
    const times = {
      opensAt: new Date(Date.now() + opensAt),
      closesAt: closesAt === null ? null : new Date(Date.now() + closesAt),
      hiddenUntilClose: hidden,
    };
    const poll = await aPoll({
      opensAt: times.opensAt,
      closesAt: times.closesAt,
      resultsShown: hidden ? "after_close" : "always",
    });
    const people = await voters(36);
    const fresh = new Set(people.slice(0, 6).map(({ id }) => id));
    await beNew(people.slice(0, 6));
    const kept: Kept = { held: new Map(), shown: new Map(), counted: new Map(), asOf: null };
    let steps = 0;
    const look = async (turn: string) => {
      const now = Date.now();
      const moved = people.filter(({ id }) => kept.held.get(id) !== kept.shown.get(id));
      const crowd = moved.filter(
        ({ id }) => !fresh.has(id) && (kept.counted.get(id) ?? 0) + CROWD_AGAIN_SECONDS * 1_000 <= now,
      );
      const published = kept.asOf === null ? null : { asOf: new Date(kept.asOf), total: kept.shown.size };
      const current = { crowd: crowd.length, total: kept.held.size };
      const expected = mayMoveCounts(published, current, times, new Date(now));
      await inTime(publishDueTallies);
      expect(await hasMoved(kept.asOf), turn).toBe(expected);
      if (!expected) return;
      steps++;
      kept.shown = new Map(kept.held);
      for (const { id } of crowd) kept.counted.set(id, now);
      kept.asOf = now;
    };
    const hasMoved = async (since: number | null) => {
      const shown = await database().publishedTally.findFirst({ where: { pollId: poll.id } });
      return shown !== null && (since === null || shown.asOf.getTime() > since + MINUTE);
    };
    const aDayPasses = async () => {
      await letTimePass(poll);
      if (kept.asOf !== null) kept.asOf -= DAY;
      for (const [id, at] of kept.counted) kept.counted.set(id, at - DAY);
    };
    for (let turn = 0; turn < effort(10, 50); turn++) {
      await all(
        people.filter(() => random() < 0.25),
        async (voter) => {
          const option = ["approach", "complementary", null][Math.floor(random() * 3)] ?? null;
          if (option) kept.held.set(voter.id, option);
          else kept.held.delete(voter.id);
          await (option ? vote(poll, option)(voter) : withdrawVote(poll.id, voter));
        },
      );
      await look(`turn ${turn}`);
      if (random() < 0.4) await aDayPasses();
    }
    if (times.closesAt !== null) {
      await asOwner("UPDATE poll SET closes_at = now() WHERE id = $1", [poll.id]);
      times.closesAt = new Date(Date.now() - 1);
      await aDayPasses();
      await look("the close");
    }
    expect(steps).toBeGreaterThan(0);
  });
});

test("the database tells who moved by the rule that is written down, and only where counts move", async () => {
  const random = seededRandom(5);
  const sides = ["approach", "complementary"];
  const poll = await aPoll();
  const people = await voters(60);
  const told = async () => {
    const found = await database().publishedMovement.findUnique({ where: { pollId: poll.id } });
    const gained = found?.gained as Record<string, number> | undefined;
    return found && { moved: found.moved, gained: sides.map((side) => ({ side, members: gained?.[side] })) };
  };
  const taken = new Map<string, string[]>();
  const seen: unknown[] = [];
  for (let turn = 0; turn < 6; turn++) {
    await all(
      people.filter(() => random() < 0.7),
      async (voter) => {
        const option = random() < 0.1 ? "unsure" : (sides[random() < 0.3 + turn / 20 ? 0 : 1] ?? "");
        const before = taken.get(voter.id) ?? [];
        if (before.at(-1) !== option) taken.set(voter.id, [...before, option]);
        await vote(poll, option)(voter);
      },
    );
    const before = await told();
    await publishDebates();
    expect(await told()).toEqual(before);
    await inTime(publishDueTallies);
    const moves = sides.flatMap((from) =>
      sides.map((to) => ({
        from,
        to,
        members: [...taken.values()].filter((one) => one.length > 1 && one[0] === from && one.at(-1) === to)
          .length,
      })),
    );
    const standing = sides.map((side) => ({
      side,
      began: [...taken.values()].filter((one) => one[0] === side && sides.includes(one.at(-1) ?? "")).length,
      present: [...taken.values()].filter((one) => one.at(-1) === side).length,
    }));
    expect(await told(), `turn ${turn}`).toEqual(movementOf(sides, moves, standing));
    seen.push(await told());
    await letTimePass(poll);
  }
  expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBeGreaterThan(2);
});

describe("opinion over time", () => {
  test("is joined into buckets by the same rule as the page's method, and a bucket once shown never changes", async () => {
    const poll = await aPoll();
    const people = await voters(120);
    const random = seededRandom(3);
    const options = ["approach", "complementary", "unsure"];
    await all(people, (voter) => vote(poll, options[Math.floor(random() * 3)] ?? "unsure")(voter));
    await all(people.slice(0, 80), (voter) =>
      vote(poll, options[Math.floor(random() * 3)] ?? "unsure")(voter),
    );
    // Spread over the two weeks before today, in the order in which they happened.
    await asOwner(
      `UPDATE vote_change c SET day = CURRENT_DATE - 14 + (n.nth * 14 / n.total)::int
       FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS nth, count(*) OVER () AS total FROM vote_change WHERE poll_id = $1) n
       WHERE n.id = c.id`,
      [poll.id],
    );
    await publishDebates();
    const shown = await database().publishedOpinion.findMany({
      where: { pollId: poll.id },
      orderBy: [{ series: "asc" }, { position: "asc" }],
    });
    const expected = opinionOverTime(["approach", "complementary"], await slicesOf(poll));
    for (const series of ["newcomers", "switchers"] as const) {
      const buckets = shown.filter((bucket) => bucket.series === series);
      expect(buckets.length).toBeGreaterThan(0);
      expect(buckets.map(({ counts }) => sumOf(counts))).toEqual(expected[series].map(({ votes }) => votes));
    }
    await asOwner("UPDATE member SET erased_at = now() WHERE id = $1", [people[0]?.id]);
    await publishDebates();
    const read = await asOwner("SELECT xmin::text FROM opinion_read WHERE poll_id = $1", [poll.id]);
    await publishDebates();
    // Once a day is enough.
    expect(await asOwner("SELECT xmin::text FROM opinion_read WHERE poll_id = $1", [poll.id])).toEqual(read);
    // As on the next day.
    await asOwner("DELETE FROM opinion_read");
    await publishDebates();
    expect(
      await database().publishedOpinion.findMany({
        where: { pollId: poll.id },
        orderBy: [{ series: "asc" }, { position: "asc" }],
      }),
    ).toEqual(shown);
  });

  const sumOf = (counts: unknown): number =>
    Object.values(counts as Record<string, number>).reduce((sum, members) => sum + members, 0);

  /** Counted once more, by hand, from the log itself. */
  async function slicesOf(poll: PollOfTest): Promise<Slice[]> {
    const log = await asOwner<{ member_id: string; to: string; day: string }>(
      `SELECT member_id, "to", day::text FROM vote_change WHERE poll_id = $1 AND day < CURRENT_DATE ORDER BY id`,
      [poll.id],
    );
    const first = new Map<string, string>();
    const switched = new Set<string>();
    const slices = new Map<
      string,
      { newcomers: Record<string, number>; switchers: Record<string, number> }
    >();
    for (const { member_id, to, day } of log) {
      const slice = slices.get(day) ?? { newcomers: {}, switchers: {} };
      slices.set(day, slice);
      const held = first.get(member_id);
      if (held === undefined) first.set(member_id, to);
      if (to === "unsure" || held === "unsure") continue;
      if (held === undefined) {
        slice.newcomers[to] = (slice.newcomers[to] ?? 0) + 1;
      } else if (held !== to && !switched.has(member_id)) {
        switched.add(member_id);
        slice.switchers[to] = (slice.switchers[to] ?? 0) + 1;
      }
    }
    return [...slices].map(([day, slice]) => ({ from: day, to: day, ...slice }));
  }
});

test("guesses are kept with nobody, and their median is told from thirteen on and with every thirteen more", async () => {
  const poll = await aPoll({ guessing: true });
  const people = await voters(30);
  await all(people, vote(poll, "approach"));
  const shown = () => database().publishedGuess.findUnique({ where: { pollId: poll.id } });
  await all(people.slice(0, 12), (voter) => guess(poll.id, 0.4, voter));
  await guess(poll.id, null, people[12] as Voter);
  await publishDebates();
  expect(await shown()).toBeNull();
  await guess(poll.id, 0.93, people[13] as Voter);
  // The first guess stands: who has seen the result guesses no more.
  await guess(poll.id, 1, people[0] as Voter);
  await publishDebates();
  expect(await shown()).toEqual({ pollId: poll.id, guesses: 10, median: expect.closeTo(0.4, 9) as number });
  await all(people.slice(14, 26), (voter) => guess(poll.id, 0.9, voter));
  await publishDebates();
  expect((await shown())?.median).toBeCloseTo(0.4, 9);
  await all(people.slice(26), (voter) => guess(poll.id, 0.93, voter));
  await publishDebates();
  expect(await shown()).toMatchObject({ guesses: 25, median: expect.closeTo(0.9, 9) as number });
});
