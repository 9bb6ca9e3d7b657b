/** Does every job, searches and follows on a seeded site. Run by `npm run bench -- large`, which names a database. */
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { Client } from "pg";
import { z } from "zod";
import { LargeProps } from "./large-props";
import { mostIn, readWhile, rowsOf, scannedIn } from "./statistics";
import { newsFor } from "@/domain/following/news";
import { followedBy } from "@/domain/following/queries";
import type { Member } from "@/domain/members/member";
import { openSampleSession } from "@/domain/members/sample-session";
import { castVote } from "@/domain/polls/commands";
import { pollAt } from "@/domain/polls/queries";
import { search } from "@/domain/search/queries";
import { HITS_A_PAGE, RANKED, type SearchSort } from "@/domain/search/search";
import { placeName } from "@/domain/site/seed/texts";
import { closeDatabase, literalNumber, transaction } from "@/platform/database";
import { once } from "@/platform/jobs";
import { jobs } from "@/web/jobs";

const TURNS = 31;
/** A search takes at most so many times the bare query. */
const OVER_BARE = 3;
const VOTERS = 20;

const say = (line: string) => process.stdout.write(`${line}\n`);
const at = (share: number, figures: readonly number[]): number =>
  [...figures].sort((one, other) => one - other)[
    Math.min(figures.length - 1, Math.floor(figures.length * share))
  ] ?? 0;
async function timeOf(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

const props = LargeProps.parse(JSON.parse(readFileSync(z.string().parse(process.argv[2]), "utf8")));
const client = new Client({ connectionString: process.env.DATABASE_URL });
await client.connect();

const voters: Member[] = [];
for (let nth = 100; nth < 100 + VOTERS; nth++)
  voters.push((await openSampleSession(`cast-${String(nth).padStart(4, "0")}`)).member);
const poll = await pollAt(props.article, null);

/** Votes one after the other while something is done, or for a while. */
async function voteWhile(work: Promise<unknown>): Promise<{ times: number[]; refused: number }> {
  const times: number[] = [];
  let [refused, over] = [0, false];
  const done = work.finally(() => (over = true));
  for (let nth = 0; !over || nth < 3; nth++) {
    const option = nth % 2 === 0 ? "approach" : "complementary";
    times.push(
      await timeOf(() =>
        castVote({ poll: poll.id, option }, voters[nth % VOTERS] as Member).catch(() => refused++),
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await done;
  return { times, refused };
}

async function doJobs(): Promise<void> {
  let alone = { times: [0], refused: 0 };
  const votes = await readWhile(client, async () => {
    alone = await voteWhile(new Promise((resolve) => setTimeout(resolve, 3_000)));
  });
  /** What a vote reads of each table, so that it is not counted as the job's. */
  const ofAVote = new Map(votes.map(({ table, rows }) => [table, rows / alone.times.length]));
  say(
    `votes alone: median ${at(0.5, alone.times).toFixed(1)} ms, longest ${Math.max(...alone.times).toFixed(0)} ms`,
  );
  say(
    "| job | round | seconds | rows | read through | votes meanwhile: longest, refused | most rows |\n| --- | --- | --- | --- | --- | --- | --- |",
  );
  for (const job of jobs)
    for (const round of [1, 2]) {
      let [seconds, trouble, cast] = [0, "", { times: [0], refused: 0 }];
      const all = await readWhile(client, async () => {
        const began = performance.now();
        const work = once(job).catch((error: unknown) => (trouble = String(error).slice(0, 200)));
        cast = await voteWhile(work.finally(() => (seconds = (performance.now() - began) / 1_000)));
      });
      const reads = all
        .map((read) => ({
          ...read,
          rows: Math.max(0, Math.round(read.rows - (ofAVote.get(read.table) ?? 0) * cast.times.length)),
        }))
        .sort((one, other) => other.rows - one.rows);
      const scanned = scannedIn(reads);
      if (trouble || scanned.length > 0 || cast.refused > 0) process.exitCode = 1;
      say(
        `| ${job.name} | ${round} | ${seconds.toFixed(2)} | ${rowsOf(reads)} | ${scanned.join(", ")} | ${Math.max(...cast.times).toFixed(0)} ms, ${cast.refused} | ${mostIn(reads)} | ${trouble}`,
      );
    }
  const { rows } = await client.query<{ closed: number; kept: number }>(
    `SELECT count(*)::int AS closed, count(r.poll_id)::int AS kept FROM poll p LEFT JOIN (SELECT DISTINCT poll_id FROM poll_record) r ON r.poll_id = p.id
     WHERE p.closes_at <= now()`,
  );
  say(`Records kept: ${rows[0]?.kept} of ${rows[0]?.closed}`);
  if (rows[0]?.kept !== rows[0]?.closed) process.exitCode = 1;
}

const WORDS = {
  common: "learning",
  "not so common": "apprenticeship",
  rare: placeName(2_000),
  none: "nowheretobefound",
};

const bare = (word: string, sort: SearchSort) =>
  transaction(async (tx) => {
    await tx.$queryRaw`SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true)`;
    return sort === "newest"
      ? tx.$queryRaw`SELECT id FROM search_entry WHERE public AND words @@ plainto_tsquery('english', ${word})
          ORDER BY at DESC, id DESC LIMIT ${literalNumber(HITS_A_PAGE + 1)}`
      : tx.$queryRaw`SELECT id FROM (SELECT id, words FROM search_entry WHERE public AND words @@ plainto_tsquery('english', ${word})
          ORDER BY at DESC, id DESC LIMIT ${literalNumber(RANKED + 1)}) newest
          ORDER BY ts_rank(words, plainto_tsquery('english', ${word})) DESC LIMIT ${literalNumber(HITS_A_PAGE + 1)}`;
  });

async function doSearches(): Promise<void> {
  say(
    "| search | median ms | 95 % | bare median | times | rows | most rows |\n| --- | --- | --- | --- | --- | --- | --- |",
  );
  for (const kind of ["comments", "all"] as const)
    for (const sort of ["best", "newest"] as const)
      for (const [name, word] of Object.entries(WORDS)) {
        const [moot, plain]: [number[], number[]] = [[], []];
        const ask = () => search({ q: word, kind, sort }, null);
        const reads = await readWhile(client, ask);
        for (let turn = 0; turn < TURNS; turn++) {
          moot.push(await timeOf(ask));
          plain.push(await timeOf(() => bare(word, sort)));
        }
        const times = at(0.5, moot) / at(0.5, plain);
        const over = (kind === "comments" && times > OVER_BARE) || scannedIn(reads).length > 0;
        if (over) process.exitCode = 1;
        say(
          `| ${over ? "OVER " : ""}${name} word, ${kind}, ${sort} | ${at(0.5, moot).toFixed(1)} | ${at(0.95, moot).toFixed(1)} | ${at(0.5, plain).toFixed(1)} | ${times.toFixed(1)} | ${rowsOf(reads)} | ${mostIn(reads)} |`,
        );
      }
  const typed: number[] = [];
  for (const word of ["documentation", "knowledge", placeName(40), "shared memory"])
    for (let length = 2; length <= word.length; length++)
      // On the way one types words that are too common, and is told so.
      typed.push(
        await timeOf(() =>
          search({ q: word.slice(0, length), kind: "all", sort: "best" }, null).catch(() => undefined),
        ),
      );
  say(
    `typing, ${typed.length} searches: median ${at(0.5, typed).toFixed(1)} ms, 95 % ${at(0.95, typed).toFixed(1)}, longest ${Math.max(...typed).toFixed(1)}`,
  );
}

async function doFollowing(): Promise<void> {
  const { member } = await openSampleSession(props.follower.handle);
  const pages: Record<string, (after: string | undefined) => Promise<{ next: string | null }>> = {
    "/following": (after) => newsFor(after, member),
    "/following/all": (after) => followedBy(after, member),
  };
  for (const [name, page] of Object.entries(pages)) {
    const [times, rows]: [number[], number[]] = [[], []];
    let after: string | undefined;
    for (let nth = 0; nth < 10; nth++) {
      const reads = await readWhile(client, async () => {
        times.push(
          await timeOf(async () => {
            after = (await page(after)).next ?? undefined;
          }),
        );
      });
      rows.push(rowsOf(reads));
      if (after === undefined) break;
    }
    say(
      `${name} of who follows every discussion, ${times.length} pages: median ${at(0.5, times).toFixed(1)} ms, longest ${Math.max(...times).toFixed(1)}; rows at most ${Math.max(...rows)}`,
    );
  }
}

/** All of them, or those named behind the file. */
const PARTS = { searches: doSearches, following: doFollowing, jobs: doJobs };
const named = process.argv.slice(3);
for (const [part, work] of Object.entries(PARTS))
  if (named.length === 0 || named.includes(part)) await work();
await client.end();
await closeDatabase();
