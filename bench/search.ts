/**
 * How long a search takes among 10,000 and among a million comments, against the bare indexed query, and what the index costs whoever
 * posts. Run by `npm run bench -- search`, which names a migrated database; with `quick` among a tenth of that. Exits with 1 where a ratio is beyond its limit.
 */
import { performance } from "node:perf_hooks";
import { post } from "@/domain/comments/post";
import type { Member } from "@/domain/members/member";
import { search } from "@/domain/search/queries";
import { HITS_A_PAGE, RANKED, type SearchSort } from "@/domain/search/search";
import { closeDatabase, literalNumber, transaction } from "@/platform/database";
import { aCrowd, anEmptyArticle, type AnArticle } from "@/test/discussion";
import { asOwner } from "@/test/voters";

const FEW = 10_000;
const MANY = process.argv.includes("quick") ? 100_000 : 1_000_000;
/** Each search is asked so often, in turns with the bare query; medians are compared. */
const TURNS = 41;
/** A search takes at most so many times the bare query, and among a million so many times what it takes among 10,000. */
const OVER_BARE = 3;
const OVER_FEW = 2;
/** Posting takes at most so many times what it takes without the index. */
const OVER_UNINDEXED = 1.1;
const POSTS = 400;

/** One comment in two has the common word, one in 2,000 the rare one. */
const WORDS = { common: "commonplace", rare: "hapaxlegomenon", none: "nowheretobefound" };

const say = (line: string) => process.stdout.write(`${line}\n`);
const median = (figures: number[]): number =>
  [...figures].sort((one, other) => one - other)[figures.length >> 1] ?? 0;

async function timeOf(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

/** Comments and their entries, as the triggers would write them one by one. */
async function fill(article: AnArticle, authors: readonly Member[], from: number, to: number): Promise<void> {
  await asOwner("ALTER TABLE comment DISABLE TRIGGER USER");
  await asOwner(
    `INSERT INTO comment (article_id, article_revision, author_id, source, html, posted_at)
     SELECT $1, 1, ($2::uuid[])[1 + n % $3], text, '<p>' || text || '</p>', now() - make_interval(secs => n)
     FROM generate_series($4::int, $5::int - 1) n, LATERAL (
       SELECT string_agg('w' || (('x' || substr(md5(n || ' ' || k), 1, 6))::bit(24)::int % (10 * k * k)), ' ')
         || CASE WHEN n % 2 = 0 THEN ' ${WORDS.common}' ELSE '' END || CASE WHEN n % 2000 = 7 THEN ' ${WORDS.rare}' ELSE '' END AS text
       FROM generate_series(1, 40) k) t`,
    [article.id, authors.map(({ id }) => id), authors.length, from, to],
  );
  await asOwner("ALTER TABLE comment ENABLE TRIGGER USER");
  await asOwner(
    `INSERT INTO search_entry (id, kind, article_id, author_id, at, public, words)
     SELECT id, 'comment', article_id, author_id, posted_at, true, search_words(search_plain(html)) FROM comment ON CONFLICT DO NOTHING`,
  );
  await asOwner("VACUUM ANALYZE search_entry");
  await asOwner("VACUUM ANALYZE comment");
}

/** The same hits by the index, without what makes a page of them. */
const bare = (word: string, sort: SearchSort) =>
  transaction(async (tx) => {
    await tx.$queryRaw`SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true)`;
    return sort === "newest"
      ? tx.$queryRaw`SELECT id FROM search_entry WHERE public AND words @@ to_tsquery('english', ${word})
          ORDER BY at DESC, id DESC LIMIT ${literalNumber(HITS_A_PAGE + 1)}`
      : tx.$queryRaw`SELECT id FROM (SELECT id, words FROM search_entry WHERE public AND words @@ to_tsquery('english', ${word})
          ORDER BY at DESC, id DESC LIMIT ${literalNumber(RANKED + 1)}) newest
          ORDER BY ts_rank(words, to_tsquery('english', ${word})) DESC LIMIT ${literalNumber(HITS_A_PAGE + 1)}`;
  });

/** The same work whatever is in the tables: how busy the machine is just now. */
const yardstick = () =>
  transaction(
    (tx) => tx.$queryRaw`SELECT count(*)::int FROM generate_series(1, 20000) n WHERE n::text LIKE '%7'`,
  );

type Times = Map<string, { moot: number; bare: number; yard: number }>;

async function measure(): Promise<Times> {
  const times: Times = new Map();
  for (const sort of ["best", "newest"] as const)
    for (const [kind, word] of Object.entries(WORDS)) {
      const [moot, plain, yard]: [number[], number[], number[]] = [[], [], []];
      for (let turn = 0; turn < TURNS; turn++) {
        moot.push(await timeOf(() => search({ q: word, kind: "comments", sort }, null)));
        plain.push(await timeOf(() => bare(word, sort)));
        yard.push(await timeOf(yardstick));
      }
      times.set(`${kind} word, ${sort}`, { moot: median(moot), bare: median(plain), yard: median(yard) });
    }
  return times;
}

function tell(few: Times, many: Times): void {
  for (const [what, { moot, bare: plain, yard }] of many) {
    const before = few.get(what) ?? { moot: NaN, yard: NaN };
    // Minutes lie between the two: each is taken in what else the machine could do at its time.
    const [overBare, overFew] = [moot / plain, moot / yard / (before.moot / before.yard)];
    const isOver = overBare > OVER_BARE || overFew > OVER_FEW;
    if (isOver) process.exitCode = 1;
    say(
      `${isOver ? "OVER " : ""}${what}: ${moot.toFixed(1)} ms among ${MANY}, ${overBare.toFixed(1)} times the bare query, ${overFew.toFixed(1)} times as among ${FEW}`,
    );
  }
}

/** In turns of some posts each, with the triggers and without. */
async function measurePosting(authors: readonly Member[]): Promise<void> {
  const article = await anEmptyArticle();
  const times: Record<"with" | "without", number[]> = { with: [], without: [] };
  for (let nth = 0; nth < POSTS; nth++) {
    const which = nth % 40 < 20 ? "with" : "without";
    if (nth % 20 === 0)
      for (const trigger of ["comment_in_search", "comment_in_search_anew"])
        await asOwner(`ALTER TABLE comment ${which === "with" ? "ENABLE" : "DISABLE"} TRIGGER ${trigger}`);
    const author = authors[nth % authors.length];
    if (!author) throw new Error("Nobody writes.");
    const body = `Thought ${nth}: ${"so it goes, and so on, as comments do. ".repeat(8)}${Math.random()}`;
    times[which].push(await timeOf(() => post(article.slug, { body }, author)));
  }
  for (const trigger of ["comment_in_search", "comment_in_search_anew"])
    await asOwner(`ALTER TABLE comment ENABLE TRIGGER ${trigger}`);
  const ratio = median(times.with) / median(times.without);
  if (ratio > OVER_UNINDEXED) process.exitCode = 1;
  say(
    `${ratio > OVER_UNINDEXED ? "OVER " : ""}posting: ${median(times.with).toFixed(2)} ms, ${ratio.toFixed(2)} times as without the index`,
  );
}

const authors = await aCrowd(200);
const article = await anEmptyArticle();
await measurePosting(authors);
await fill(article, authors, 0, FEW);
const few = await measure();
await fill(article, authors, FEW, MANY);
tell(few, await measure());
await closeDatabase();
