import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { checks } from "@/bin/commands/check";
import { planOf, type SiteSize } from "./plan";
import { seedSite } from "./commands";
import { refuseProduction } from "./production-guard";
import { renderComment } from "@/domain/prose/comment";
import { database } from "@/platform/database";
import { env } from "@/platform/env";
import { aMember } from "@/test/cast";
import { asOwner } from "@/test/voters";

const SIZE: SiteSize = { articles: 40, comments: 2_000, members: 150, held: 300, decisions: 100, seed: 3 };

/** The database of this test has people in it: it is named, as an operator would. */
const here = async () =>
  (await database().$queryRaw<{ name: string }[]>`SELECT current_database() AS name`)[0]?.name ?? "";

const told: string[] = [];
beforeAll(async () => {
  await aMember();
  await seedSite(SIZE, await here(), env.migrationUrl, (line) => told.push(line));
}, 120_000);

test("a plan has all comments, a quarter of them under the first article", () => {
  for (const size of [SIZE, { ...SIZE, comments: 1_000_000, articles: 10_000 }, { ...SIZE, articles: 1 }]) {
    const plan = planOf(size);
    expect(plan).toHaveLength(size.articles);
    expect(plan.reduce((sum, { comments }) => sum + comments, 0)).toBe(size.comments);
  }
  expect(planOf({ ...SIZE, comments: 1_000_000, articles: 10_000 })[0]?.comments).toBe(250_000);
});

test("a seeded site has what was asked for, and every invariant holds", async () => {
  const [found] = await database().$queryRaw<object[]>`
    SELECT (SELECT count(*)::int FROM comment) AS comments, (SELECT count(*)::int FROM comment WHERE state = 'held') AS held,
      (SELECT count(*)::int FROM decision) AS decisions, (SELECT count(*)::int FROM article WHERE slug LIKE 'seeded-%') AS articles`;
  expect(found).toEqual({
    comments: SIZE.comments,
    held: SIZE.held,
    decisions: SIZE.decisions,
    articles: SIZE.articles,
  });
  for (const { name, run } of checks) expect([name, await run()]).toEqual([name, []]);
});

test("texts, and the words that search finds them by, are what posting would have made of them", async () => {
  const rows = await database().$queryRaw<{ source: string; html: string }[]>`
    SELECT source, html FROM comment ORDER BY id LIMIT 300`;
  for (const { source, html } of rows) expect(renderComment(source)).toBe(html);
  expect(
    await asOwner(
      `SELECT c.id FROM comment c LEFT JOIN search_entry e ON e.id = c.id LEFT JOIN search_hidden h ON h.id = c.id
       WHERE search_words(search_said(c)) IS DISTINCT FROM coalesce(e.words, h.words)`,
    ),
  ).toEqual([]);
});

test("a database with people in it is not seeded unless it is named, and none is seeded twice", async () => {
  const client = new pg.Client({ connectionString: env.migrationUrl });
  await client.connect();
  try {
    const name = await here();
    await expect(refuseProduction(client, undefined)).rejects.toThrow(`--database ${name}`);
    await expect(refuseProduction(client, "another")).rejects.toThrow("not “another”");
    await expect(refuseProduction(client, name)).rejects.toThrow("seeded already");
  } finally {
    await client.end();
  }
});
