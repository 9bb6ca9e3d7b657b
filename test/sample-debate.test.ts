import { expect, test } from "vitest";
import { seedEnded } from "@/bin/commands/seed-ended";
import { csvCell } from "@/domain/csv-cell";
import { closePoll } from "@/domain/polls/administration/commands";
import { pollAt } from "@/domain/polls/queries";
import { recordOf } from "@/domain/polls/record/queries";
import { recordCsv } from "@/domain/polls/record/record";
import { database } from "@/platform/database";
import { anEditor } from "./cast";

const HERE = { article: { slug: "sample-debate" } };

/** What there is of it, as counts: what is played twice would show. */
const counted = async () => ({
  articles: await database().article.count({ where: { slug: HERE.article.slug } }),
  comments: await database().comment.count({ where: HERE }),
  rejected: await database().comment.count({ where: { ...HERE, state: "rejected" } }),
  appeals: await database().appeal.count(),
});

test("the sample has a debate that has ended, with a decision, an appeal and a last word", async () => {
  await seedEnded.run(["--if-none"]);
  const { id } = await pollAt(HERE.article.slug, null);
  const poll = await database().poll.findUniqueOrThrow({ where: { id } });
  expect(poll.closesAt?.getTime()).toBeLessThanOrEqual(Date.now());
  expect(await counted()).toEqual({ articles: 1, comments: 12, rejected: 1, appeals: 1 });
});

test("its record says where in the article readers argued, and where they moved; so do its files", async () => {
  const found = await recordOf(HERE.article.slug);
  const passages = found?.record.passages ?? [];
  expect(passages.length).toBeGreaterThan(2);
  expect(passages.some(({ moved }) => moved)).toBe(true);
  const csv = found && recordCsv(found.record, found.version);
  for (const { words, comments, moved } of passages) {
    expect(csv).toContain(`\npassages,comments,${csvCell(words)},${comments}\r`);
    expect(csv?.includes(`at least",${csvCell(words)},5\r`)).toBe(moved);
  }
});

test("it is played once, and a start that was cut off goes on where it was", async () => {
  await seedEnded.run(["--if-none"]);
  const before = await counted();
  await expect(seedEnded.run([])).rejects.toThrow(/already/);
  const { id } = await pollAt(HERE.article.slug, null);
  await database().poll.update({ where: { id }, data: { closingStatement: null, closingHtml: null } });
  await seedEnded.run(["--if-none"]);
  expect(await counted()).toEqual(before);
  const again = await database().poll.findUniqueOrThrow({ where: { id } });
  expect(again.closingStatement).not.toBeNull();
  await expect(closePoll(id, await anEditor())).rejects.toMatchObject({ status: 409 });
});
