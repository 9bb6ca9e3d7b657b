import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { search } from "@/domain/search/queries";
import { readDiscussion, type Spoken } from "@/bin/sample-discussion";
import { seedThread } from "@/domain/comments/seed/commands";
import { database } from "@/platform/database";
import { env } from "@/platform/env";
import { aComment, aCrowd, anEmptyArticle } from "@/test/discussion";
import { effort } from "@/test/effort";

/** What somebody may remember of a sentence in the sample discussion, and the sentence. */
const REMEMBERED = {
  "uglier handbook half the length": "the handbook was uglier, half the length, and open on every screen",
  "same printer for the fourth time": "we were solving the same printer for the fourth time",
  '"a different question from"': '"Which first" is a different question from "which"',
  "lunch documents": "down to whom I had lunch with",
  "confidently stale": "A store that nobody revises goes **confidently stale**",
  "facilitator hidden in footer": "You have hidden the facilitator in the footer",
  "checklist accident": "nearly every line of it is there because of somebody's accident",
  "cheques wait two seconds": "a line that waits two seconds before it prints a cheque",
  "vein two fingers thursday": "they feel it under two fingers, and on some Thursday they have it",
  "canteen menu": "In every company the most wanted page is the canteen's menu",
};

const said = (spoken: Spoken[]): string[] => spoken.flatMap(({ says, replies }) => [says, ...said(replies)]);

let slug: string;
beforeAll(async () => {
  const article = await anEmptyArticle();
  slug = article.slug;
  const { thread } = readDiscussion(await readFile("content/sample-discussion.yaml", "utf8"));
  const texts = said(thread);
  const crowd = await aCrowd(texts.length);
  for (const [nth, author] of crowd.entries()) await aComment(article, author, { text: texts[nth] });
  // It stands in the midst of a long thread about the same.
  const shape = { comments: effort(1_000, 20_000), depth: 12, wide: 0, deep: 0, seed: 5, votes: 0 };
  await seedThread(slug, shape, env.migrationUrl);
}, 300_000);

/** The first few hits, as the texts that were written. */
async function firstFor(q: string): Promise<string[]> {
  const { items } = await search({ q, kind: "all", sort: "best" }, null);
  const ids = items.slice(0, 3).map(({ id }) => id);
  const found = await database().comment.findMany({ where: { id: { in: ids } }, select: { source: true } });
  return found.map(({ source }) => source);
}

test.each(Object.entries(REMEMBERED))("%s finds its sentence", async (words, sentence) => {
  expect((await firstFor(`${words} in:${slug}`)).join("\n")).toContain(sentence);
});

test("what is quoted of a comment in the long thread leads to it", async () => {
  const some = await database().$queryRaw<{ source: string }[]>`
    SELECT source FROM comment WHERE article_id = (SELECT id FROM article WHERE slug = ${slug}) AND state = 'visible'
      AND source ~ '^[[:alnum:] ,.]{60,}$' ORDER BY md5(id::text) LIMIT 10`;
  expect(some).toHaveLength(10);
  for (const { source } of some) {
    const quoted = source.slice(0, 250).replace(/\S*$/, "");
    expect((await firstFor(`"${quoted}" in:${slug}`)).join("\n"), source).toContain(quoted);
  }
});
