/**
 * What lists of articles cost among 100 and among 10,000: rows that PostgreSQL reads for one, and how long it takes. Run by
 * `npm run bench -- articles`, which names a migrated database. Exits with 1 where a list reads too many rows for one page.
 */
import { performance } from "node:perf_hooks";
import { articlesOfYear, yearsOfArticles } from "@/domain/articles/archive";
import { writtenArticles } from "@/domain/articles/drafts/queries";
import { front } from "@/domain/articles/front";
import { chosenLead } from "@/domain/articles/lead";
import { articlesUnder, feedUnder } from "@/domain/articles/listings";
import { operator } from "@/domain/articles/policy";
import { articles, feed } from "@/domain/articles/queries";
import { search } from "@/domain/search/queries";
import { closeDatabase, transaction, type Database } from "@/platform/database";
import { asOwner } from "@/test/voters";

const FEW = 100;
const MANY = 10_000;
const TURNS = 21;
/** A page of a list reads so many rows at most, among however many articles. */
const ROWS_AT_MOST = 1_000;
/** One article in so many has a poll that closes within the week. */
const CLOSING = 50;
const NOBODY = "00000000-0000-0000-0000-000000000000";

const say = (line: string) => process.stdout.write(`${line}\n`);
const median = (figures: number[]): number =>
  [...figures].sort((one, other) => one - other)[figures.length >> 1] ?? 0;

/** An article every six hours, back from now, each with a poll, an author of fifty and a tag that all have. */
async function fill(from: number, to: number): Promise<void> {
  await asOwner(
    `INSERT INTO article (slug, published_at, revision)
     SELECT 'bench-' || n, now() - make_interval(hours => 6 * n), 1 FROM generate_series($1::int, $2::int - 1) n`,
    [from, to],
  );
  await asOwner(
    `INSERT INTO article_revision (article_id, number, title, standfirst, author, tags, source, html, words)
     SELECT a.id, 1, 'Article ' || n || CASE WHEN n % 1000 = 7 THEN ' hapaxlegomenon' ELSE ' commonplace' END, 'Standfirst.',
       'Author ' || n % 50, ARRAY['everything', 'tag-' || n % 500], text, '<p>' || text || '</p>', 400
     FROM generate_series($1::int, $2::int - 1) n JOIN article a ON a.slug = 'bench-' || n,
       LATERAL (SELECT string_agg('w' || (n * k) % 20011, ' ') AS text FROM generate_series(1, 400) k) t`,
    [from, to],
  );
  await asOwner(
    `INSERT INTO article_listing (kind, name, article_id, published_at)
     SELECT DISTINCT l.kind::listing_kind, l.name, a.id, a.published_at
     FROM article a JOIN article_revision r ON r.article_id = a.id
       CROSS JOIN LATERAL (SELECT 'tag', unnest(r.tags) UNION ALL SELECT 'author', r.author) AS l (kind, name) ON CONFLICT DO NOTHING`,
  );
  await asOwner(
    `WITH made AS (
       INSERT INTO poll (article_id, question, results_shown, opens_at, closes_at)
       SELECT a.id, 'Which?', 'always', a.published_at, CASE WHEN n % ${CLOSING} = 0 THEN now() + interval '3 days' ELSE a.published_at + interval '30 days' END
       FROM generate_series($1::int, $2::int - 1) n JOIN article a ON a.slug = 'bench-' || n RETURNING id)
     INSERT INTO poll_option (poll_id, key, position, label) SELECT id, key, nth, key FROM made, (VALUES ('yes', 1), ('no', 2)) o (key, nth)`,
    [from, to],
  );
  await asOwner("UPDATE article_count SET visible = 3 WHERE shard = 0");
  await asOwner("VACUUM ANALYZE");
}

const LISTS: Record<string, () => Promise<unknown>> = {
  "front page": async () => [await chosenLead(), await articles(null), await front(NOBODY)],
  "a page further on": async () => articles((await articles(null)).next),
  "years of the archive": () => yearsOfArticles(),
  "this year": () => articlesOfYear(new Date(Date.now() - 3_600_000).getUTCFullYear(), null),
  "a tag of all": () => articlesUnder({ kind: "tag", name: "everything" }, null),
  "a tag of few": () => articlesUnder({ kind: "tag", name: "tag-7" }, null),
  "an author": () => articlesUnder({ kind: "author", name: "Author 7" }, null),
  "the feed": () => feed(),
  "the feed of a tag": () => feedUnder({ kind: "tag", name: "everything" }),
  "search, a rare word": () => search({ q: "hapaxlegomenon", kind: "articles", sort: "best" }, null),
  "search, a common word": () => search({ q: "commonplace", kind: "articles", sort: "newest" }, null),
  "/write": () => writtenArticles(null, operator),
};

type Cost = { rows: number; ms: number };

/** All of a list in one transaction, which counts the rows it reads of tables, by scan or by index. */
const rowsOf = (run: () => Promise<unknown>): Promise<number> =>
  transaction(async (tx) => {
    // It has what this connection has not reported yet, too.
    const before = await rowsRead(tx);
    await run();
    return (await rowsRead(tx)) - before;
  });

async function rowsRead(tx: Database): Promise<number> {
  const [read] = await tx.$queryRaw<{ rows: bigint }[]>`
    SELECT coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::bigint AS rows FROM pg_stat_xact_user_tables`;
  return Number(read?.rows ?? 0);
}

async function measure(): Promise<Map<string, Cost>> {
  const costs = new Map<string, Cost>();
  for (const [name, run] of Object.entries(LISTS)) {
    const times: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      const began = performance.now();
      await run();
      times.push(performance.now() - began);
    }
    costs.set(name, { rows: await rowsOf(run), ms: median(times) });
  }
  return costs;
}

await fill(0, FEW);
const few = await measure();
await fill(FEW, MANY);
const many = await measure();
say(`| list | rows among ${FEW} | among ${MANY} | ms among ${FEW} | among ${MANY} | times |`);
say("| --- | --- | --- | --- | --- | --- |");
for (const [name, cost] of many) {
  const before = few.get(name) ?? { rows: NaN, ms: NaN };
  const ms = cost.ms / before.ms;
  const isOver = cost.rows > ROWS_AT_MOST;
  if (isOver) process.exitCode = 1;
  say(
    `| ${isOver ? "OVER " : ""}${name} | ${before.rows} | ${cost.rows} | ${before.ms.toFixed(1)} | ${cost.ms.toFixed(1)} | ${ms.toFixed(1)} |`,
  );
}
await closeDatabase();
