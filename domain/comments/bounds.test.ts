import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { articleBySlug } from "@/domain/articles/queries";
import { FIRST_COMMENTS, FIRST_ROOTS, SORTS, type CommentView } from "./comment";
import { post } from "./post";
import { viewerState } from "./viewer-state";
import { firstPlan, firstView, page, pagePlan, readThread } from "./queries";
import { react } from "./react";
import { seedThread } from "./seed/commands";
import { treeQuery } from "./tree";
import { withdraw } from "./withdraw";
import type { Member } from "@/domain/members/member";
import { pollAndCases } from "@/domain/polls/debate/queries";
import { database, pool, type Prisma } from "@/platform/database";
import { env } from "@/platform/env";
import { aCrowd, anEmptyArticle, type AnArticle } from "@/test/discussion";
import { effort } from "@/test/effort";
import { queriesOf } from "@/test/queries";
import { asOwner } from "@/test/voters";

/** A thread, and the replies to one comment of it. */
const COMMENTS = effort(3_000, 20_000);
const WIDE = effort(800, 5_000);

/** Pages of the database's memory that the first view may touch: 8 kB each, of more than one that each comment takes. */
const BUFFERS = 900;

let long: AnArticle;
let bo: Member;
beforeAll(async () => {
  long = await anEmptyArticle({ poll: "always" });
  [bo] = (await aCrowd(1)) as [Member];
  await seedThread(
    long.slug,
    { comments: COMMENTS, wide: WIDE, deep: 500, depth: 14, votes: 500, seed: 1 },
    env.migrationUrl,
  );
}, 120_000);

const all = (items: CommentView[]): CommentView[] => items.flatMap((one) => [one, ...all(one.replies.items)]);

type Explained = { Plan: { "Shared Hit Blocks": number; "Shared Read Blocks": number } };

/** As the site asks: by a plan that was made for whatever its parameters will be. */
async function buffersOf({ text, values }: Prisma.Sql): Promise<number> {
  const connection = await pool.connect();
  try {
    await connection.query(`PREPARE looked_at AS ${text}`);
    const words = values.map((value) =>
      value === null ? "NULL" : pg.escapeLiteral(typeof value === "string" ? value : JSON.stringify(value)),
    );
    const { rows } = await connection.query<{ "QUERY PLAN": Explained[] }>(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) EXECUTE looked_at(${words.join(", ")})`,
    );
    const plan = rows[0]?.["QUERY PLAN"][0]?.Plan;
    if (!plan) throw new Error("The database explained nothing.");
    return plan["Shared Hit Blocks"] + plan["Shared Read Blocks"];
  } finally {
    await connection.query("DEALLOCATE looked_at");
    connection.release();
  }
}

describe(`a thread of ${COMMENTS}, one parent with ${WIDE} replies, one chain 500 deep`, () => {
  test.each(SORTS)("shows a bounded first view by reading a bounded part of it: %s", async (sort) => {
    const view = await firstView(long.slug, sort, null);
    const shown = all(view.items);
    expect(view.items).toHaveLength(FIRST_ROOTS);
    expect(shown.length).toBeLessThanOrEqual(FIRST_COMMENTS);
    expect(view.next).not.toBeNull();
    expect(await buffersOf(treeQuery(firstPlan(long.slug, sort), null))).toBeLessThan(BUFFERS);
  });

  describe("in a site of few articles, where another one is busier and newer, and the database has counted its rows", () => {
    beforeAll(async () => {
      const busy = await anEmptyArticle();
      await seedThread(
        busy.slug,
        { comments: COMMENTS / 2, wide: 0, deep: 0, depth: 4, votes: 0, seed: 3 },
        env.migrationUrl,
      );
      await asOwner("ANALYZE comment, member, event, article, removal");
    }, 120_000);

    test.each(SORTS)("pages are found without a look at the rest: %s", async (sort) => {
      const ask = { sort, limit: 20 };
      const [cy] = (await aCrowd(1)) as [Member];
      const first = await page(long.slug, ask, cy);
      // Ranks that moved since are taken into account.
      for (const { id } of first.items.slice(0, 3)) {
        await react(id, "respect", cy);
        await post(long.slug, { body: `Said of ${id} by ${sort}.`, parentId: id }, cy);
      }
      const [wide] = await database().$queryRaw<[{ id: string }]>`
        SELECT id FROM comment WHERE article_id = ${long.id}::uuid AND reply_count >= ${WIDE}`;
      const below = await page(long.slug, { ...ask, parent: wide.id }, cy);
      for (const plan of [
        pagePlan(long.slug, ask),
        pagePlan(long.slug, { ...ask, after: first.next ?? "" }),
        pagePlan(long.slug, { ...ask, parent: wide.id }),
        pagePlan(long.slug, { ...ask, parent: wide.id, after: below.next ?? "" }),
      ]) {
        expect(await buffersOf(treeQuery(plan, null))).toBeLessThan(BUFFERS);
        expect(await buffersOf(treeQuery(plan, cy))).toBeLessThan(BUFFERS);
      }
    });
  });

  test("takes one query for the first view, and one for each page more", async () => {
    await firstView(long.slug, "best", null);
    expect(await queriesOf(() => firstView(long.slug, "best", null))).toBe(1);
    const { next } = await firstView(long.slug, "best", null);
    expect(await queriesOf(() => page(long.slug, { sort: "best", limit: 20, after: next ?? "" }, null))).toBe(
      1,
    );
    expect(await queriesOf(() => viewerState(long.slug, [], bo))).toBe(1);
  });

  test("an article's page asks for the article, for its poll with the best cases, and for the first view: three queries", async () => {
    const wholePage = async () => {
      const article = await articleBySlug(long.slug);
      if (!article) throw new Error("Article not found.");
      const polled = await pollAndCases(article, null);
      expect(polled?.debate?.cases.length).toBeGreaterThan(0);
      await firstView(long.slug, "best", null);
    };
    await wholePage();
    expect(await queriesOf(wholePage)).toBe(3);
  });

  test("pages of the wide one come as cheap as the first", async () => {
    const [wide] = await database().$queryRaw<[{ id: string }]>`
      SELECT id FROM comment WHERE article_id = ${long.id}::uuid AND reply_count >= ${WIDE}`;
    let { next, items } = await page(long.slug, { parent: wide.id, sort: "best", limit: 50 }, null);
    for (let nth = 0; nth < 5; nth++) {
      expect(items).toHaveLength(50);
      ({ next, items } = await page(
        long.slug,
        { parent: wide.id, sort: "best", limit: 50, after: next ?? "" },
        null,
      ));
    }
  });

  test("opens its deepest comment in context, with what was left out between", async () => {
    const [deepest] = await database().$queryRaw<[{ id: string }]>`
      SELECT id FROM comment WHERE article_id = ${long.id}::uuid ORDER BY depth DESC LIMIT 1`;
    const { comment, ancestors, skipped } = await readThread(deepest.id, null);
    expect(comment.depth).toBe(499);
    expect(ancestors.map(({ depth }) => depth)).toEqual([0, 495, 496, 497, 498]);
    expect(skipped).toBe(494);
    expect(await queriesOf(() => readThread(deepest.id, null))).toBe(2);
  });
});

const LEVELS = effort(2_000, 10_000);

test(`${LEVELS} nested levels inserted behind our back break nothing`, async () => {
  const article = await anEmptyArticle();
  const levels = LEVELS;
  const shape = { comments: levels + 2, wide: 0, deep: levels, depth: 1, votes: 0, seed: 2 };
  await seedThread(article.slug, shape, env.migrationUrl);
  for (const sort of SORTS)
    expect(all((await firstView(article.slug, sort, bo)).items).length).toBeLessThanOrEqual(60);
  const [deepest] = await database().$queryRaw<[{ id: string }]>`
    SELECT id FROM comment WHERE article_id = ${article.id}::uuid ORDER BY depth DESC LIMIT 1`;
  expect((await readThread(deepest.id, null)).skipped).toBe(levels - 1 - 5);
  const [cy] = (await aCrowd(1)) as [Member];
  const reply = await post(article.slug, { body: "Is anybody still down here?", parentId: deepest.id }, cy);
  expect(reply.depth).toBe(levels);
  await react(deepest.id, "respect", cy);
  await withdraw(reply.id, cy);
  const below = await page(article.slug, { parent: deepest.id, sort: "best", limit: 20 }, cy);
  expect(below.items).toHaveLength(1);
}, 60_000);

test("a page of very long comments ends earlier, and goes on by cursor", async () => {
  const article = await anEmptyArticle();
  const words = "word ".repeat(1_900);
  await database().$executeRaw`
    INSERT INTO comment (article_id, article_revision, author_id, source, html)
    SELECT ${article.id}::uuid, 1, ${bo.id}::uuid, ${words}, ${`<p>${words}</p>`} FROM generate_series(1, 40)`;
  const met = new Set<string>();
  let after: string | undefined;
  do {
    const { items, next } = await page(article.slug, { sort: "newest", limit: 50, after }, null);
    expect(JSON.stringify(items).length).toBeLessThan(250_000);
    for (const { id } of items) met.add(id);
    after = next ?? undefined;
  } while (after);
  expect(met.size).toBe(40);
});
