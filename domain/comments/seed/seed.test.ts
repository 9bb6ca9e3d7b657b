import { expect, test } from "vitest";
import { invariants } from "@/domain/comments/invariants";
import { seedThread } from "./commands";
import { drawThread, membersFor } from "./shape";
import { commentText } from "./text";
import { invariants as pollChecks } from "@/domain/polls/invariants";
import { invariants as searchChecks } from "@/domain/search/invariants";
import { seededRandom } from "@/domain/polls/statistics/random";
import { database } from "@/platform/database";
import { env } from "@/platform/env";
import { anEmptyArticle } from "@/test/discussion";

const SHAPE = { comments: 4_000, depth: 12, wide: 0, deep: 0, seed: 3 };

test("its words are the same for the same seed, and as long as people's: 21 in the median", () => {
  const write = () => {
    const random = seededRandom(5);
    return Array.from({ length: 2_000 }, () => commentText(random, null));
  };
  const texts = write();
  expect(write()).toEqual(texts);
  const lengths = texts.map((text) => text.split(/\s+/).length).sort((a, b) => a - b);
  expect(lengths[1_000]).toBeGreaterThanOrEqual(18);
  expect(lengths[1_000]).toBeLessThanOrEqual(24);
  expect(new Set(texts).size).toBeGreaterThan(1_800);
});

test("its shape is that of real threads: few are answered much, five react, one in a hundred writes a sixth", () => {
  const members = membersFor(SHAPE.comments);
  const drawn = drawThread(SHAPE, members, seededRandom(3));
  const replies = new Map<number, number>();
  for (const { parent } of drawn) if (parent !== null) replies.set(parent, (replies.get(parent) ?? 0) + 1);
  const most = [...replies.values()].sort((a, b) => b - a);
  expect(most[0]).toBeGreaterThan(20);
  expect(most[Math.floor(most.length / 2)]).toBeLessThanOrEqual(2);
  expect(Math.max(...drawn.map(({ depth }) => depth))).toBeLessThanOrEqual(12);
  const reactions = drawn.reduce(
    (sum, { respect, unconvinced }) => sum + respect.length + unconvinced.length,
    0,
  );
  expect(reactions / drawn.length).toBeGreaterThan(3.5);
  expect(reactions / drawn.length).toBeLessThan(6.5);
  const heavy = drawn.filter(({ author }) => author < members * 0.01).length;
  expect(heavy / drawn.length).toBeGreaterThan(0.12);
  expect(heavy / drawn.length).toBeLessThan(0.22);
});

test("a wide and deep thread with votes goes in within seconds, and every count is right", async () => {
  const article = await anEmptyArticle({ poll: "after_vote" });
  const wanted = { ...SHAPE, comments: 3_000, wide: 500, deep: 300, votes: 400 };
  const seeded = await seedThread(article.slug, wanted, env.migrationUrl);
  expect(seeded).toMatchObject({ comments: 3_000, votes: 400 });
  for (const { name, run } of [...invariants, ...pollChecks, ...searchChecks])
    expect([name, await run()]).toEqual([name, []]);
  const [shape] = await database().$queryRaw<{ wide: number; deep: number }[]>`
    SELECT max(reply_count) AS wide, max(depth) AS deep FROM comment WHERE article_id = ${article.id}::uuid`;
  expect(shape).toEqual({ wide: 500, deep: 299 });
  // A second run adds to it, by the same cast.
  await seedThread(article.slug, { ...SHAPE, comments: 50, votes: 10, seed: 4 }, env.migrationUrl);
  for (const { name, run } of invariants) expect([name, await run()]).toEqual([name, []]);
});
