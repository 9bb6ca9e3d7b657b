import { beforeAll, expect, test } from "vitest";
import { parseQuery } from "./parse-query";
import { hitsQuery } from "./hits";
import { beginSearch, looksForWords, search } from "./queries";
import { RANKED, type SearchSort } from "./search";
import type { Member } from "@/domain/members/member";
import { Prisma, transaction } from "@/platform/database";
import { aCrowd, anEmptyArticle, type AnArticle } from "@/test/discussion";
import { effort } from "@/test/effort";
import { asOwner } from "@/test/voters";

const COMMENTS = effort(3_000, 6_000);

let article: AnArticle;
let bo: Member;
beforeAll(async () => {
  article = await anEmptyArticle();
  [bo] = (await aCrowd(1)) as [Member];
  await asOwner(
    `INSERT INTO comment (article_id, article_revision, author_id, source, html, posted_at)
     SELECT $1, 1, $2, text, '<p>' || text || '</p>', now() - make_interval(mins => n)
     FROM generate_series(1, ${COMMENTS}) n,
       LATERAL (SELECT 'commonplace words, number ' || n || CASE WHEN n % ${COMMENTS / 3} = 7 THEN ' and a hapaxlegomenon' ELSE '' END AS text) t`,
    [article.id, bo.id],
  );
  await asOwner("ANALYZE");
}, 60_000);

/** The plan of a search as it is asked, in PostgreSQL's words. */
async function planOf(q: string, sort: SearchSort, viewer: Member | null): Promise<string> {
  const asked = parseQuery(q);
  return transaction(async (tx) => {
    const words = looksForWords(asked, await beginSearch(asked));
    const walk = { asked, side: null, words, kind: "all", sort, cursor: null, asOf: Date.now() } as const;
    const rows = await tx.$queryRaw<object[]>(Prisma.sql`EXPLAIN (FORMAT JSON) ${hitsQuery(walk, viewer)}`);
    return JSON.stringify(rows);
  });
}

test.each<[string, () => string, SearchSort]>([
  ["a common word", () => "commonplace", "best"],
  ["a common word, by date", () => "commonplace", "newest"],
  ["a rare word", () => "hapaxlegomenon", "best"],
  ["a rare word, by date", () => "hapaxlegomenon", "newest"],
  ["no such word", () => "nowheretobefound", "best"],
  ["a phrase and what is left out", () => '"commonplace words" -hapaxlegomenon', "best"],
  ["somebody's", () => `author:${bo.handle}`, "newest"],
  ["under an article", () => `in:${article.slug} commonplace`, "best"],
  ["before a day", () => "before:2030-01-01", "newest"],
])("no search walks through a table: %s", async (_, q, sort) => {
  for (const viewer of [null, bo])
    expect(await planOf(q(), sort, viewer)).not.toMatch(/"Node Type":\s*"Seq Scan"/);
});

test("a common word by date is met among the newest, and not sorted out of all that have it", async () => {
  const plan = await planOf("commonplace", "newest", null);
  expect(plan).toContain("search_entry_at");
  expect(plan).not.toContain("search_entry_words");
});

test("a rare word is found by its index", async () => {
  for (const sort of ["best", "newest"] as const)
    expect(await planOf("hapaxlegomenon", sort, null)).toContain("search_entry_words");
  expect((await search({ q: "hapaxlegomenon", kind: "all", sort: "best" }, null)).items).toHaveLength(3);
});

test("of a common word the newest thousand are ranked, which is said, and by date all are there", async () => {
  const best = await search({ q: "commonplace", kind: "all", sort: "best" }, null);
  expect(best.hasMore).toBe(true);
  let met = 0;
  for (let after: string | undefined; ;) {
    const page = await search({ q: "commonplace", kind: "all", sort: "newest", after }, null);
    met += page.items.length;
    if (page.next === null || met > RANKED + 100) break;
    after = page.next;
  }
  expect(met).toBeGreaterThan(RANKED);
}, 60_000);
