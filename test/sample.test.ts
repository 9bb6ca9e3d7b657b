import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { seedSample } from "@/bin/commands/seed-sample";
import { readDiscussion, type Spoken } from "@/bin/sample-discussion";
import { publish } from "@/domain/articles/commands";
import { operator } from "@/domain/articles/policy";
import { inboxOf, unreadCount } from "@/domain/inbox/queries";
import { openSampleSession } from "@/domain/members/sample-session";
import { DEMO_HANDLE, SAMPLE_CAST } from "@/domain/members/sample";
import { queuePage } from "@/domain/moderation/queue/queries";
import { pollFor } from "@/domain/polls/queries";
import { database } from "@/platform/database";

const ARTICLE = "content/organisational-learning-and-knowledge-management.md";

test("the sample is played once, by a cast whose names say that they are made up", async () => {
  await publish(await readFile(ARTICLE, "utf8"), operator);
  await seedSample.run([]);
  await seedSample.run(["--if-none"]);
  await expect(seedSample.run([])).rejects.toThrow("The sample has already been added.");

  const cast = await database().member.findMany({ include: { sessions: true } });
  expect(cast).toHaveLength(SAMPLE_CAST.length);
  for (const { name, sample, passwordHash, sessions } of cast)
    expect([name.endsWith(" (sample)"), sample, passwordHash, sessions.length]).toEqual([
      true,
      true,
      null,
      0,
    ]);

  expect(await database().report.findMany()).toMatchObject([{ state: "open", reason: "person" }]);
  const queues = await database().queueItem.findMany();
  expect(new Set(queues.map(({ queue }) => queue))).toEqual(new Set(["held", "new", "reported"]));

  const states = await database().comment.groupBy({ by: ["state"], _count: true });
  expect(states.find(({ state }) => state === "held")?._count).toBe(1);
  expect(states.find(({ state }) => state === "visible")?._count).toBeGreaterThanOrEqual(25);
});

test("each kind of member can be tried: one who changed their mind, a suspended one, one who moderates this discussion", async () => {
  const [{ member: kim }, { member: rex }, { member: hana }] = await Promise.all([
    openSampleSession(DEMO_HANDLE.moved),
    openSampleSession(DEMO_HANDLE.suspended),
    openSampleSession(DEMO_HANDLE["article-moderator"]),
  ]);
  const article = await database().article.findFirstOrThrow();
  expect((await pollFor(article, kim))?.mine.choice).toBe("complementary");
  expect(rex.suspension?.reason).toContain("remark about a person");
  expect(hana.moderates).toEqual([article.id]);
  expect((await queuePage({ queue: "reported" }, hana)).items).toHaveLength(1);
});

test("its comments stand in the order they were written, over some time", async () => {
  const comments = await database().comment.findMany({ orderBy: { id: "asc" } });
  const times = comments.map(({ postedAt }) => postedAt.getTime());
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(new Set(times).size).toBe(times.length);
  const { opensAt } = await database().poll.findFirstOrThrow();
  expect(opensAt.getTime()).toBeLessThanOrEqual(times[0] ?? 0);
});

test("Bo finds the answers to him in his inbox", async () => {
  const { member: bo } = await openSampleSession("bo-sample");
  const { items } = await inboxOf({}, bo);
  expect(items.map(({ kind, comment }) => [kind, comment?.author?.handle])).toContainEqual([
    "reply",
    "kim-sample",
  ]);
  expect(await unreadCount(bo)).toBe(items.length);
});

test("nobody in it approves of themselves, and the one whom a stranger plays has not voted", async () => {
  const { thread, votes } = readDiscussion(await readFile("content/sample-discussion.yaml", "utf8"));
  const all = (spoken: Spoken[]): Spoken[] => spoken.flatMap((one) => [one, ...all(one.replies)]);
  for (const { by, respect, unconvinced } of all(thread)) {
    expect([...respect, ...unconvinced]).not.toContain(by);
    expect(new Set([...respect, ...unconvinced]).size).toBe(respect.length + unconvinced.length);
  }
  expect(Object.values(votes).flat()).not.toContain("bo-sample");
});
