/**
 * How fast and how exactly votes are counted: `node --conditions=react-server --import tsx bench/votes.ts`, with DATABASE_URL naming a
 * migrated database that may be filled with voters. Exits with 1 where a count differs, or where votes are slower than
 * a fifth of bare upserts measured in the same run.
 */
import { performance } from "node:perf_hooks";
import { castVote, withdrawVote } from "@/domain/polls/commands";
import { publishDue } from "@/domain/polls/publishing";
import { pollOf } from "@/domain/polls/queries";
import { seededRandom } from "@/domain/polls/statistics/random";
import { closeDatabase, database, pool, transaction } from "@/platform/database";
import { aPoll, asOwner, rowsOf, tallyOf, voters, type PollOfTest, type Voter } from "@/test/voters";

const VOTES = 10_000;
/** Requests under way at once: what a busy server holds open. */
const AT_ONCE = 64;
const ROUNDS = 10;
/** The least share of the bare upsert's rate. */
const LEAST_SHARE = 0.2;
const OPTIONS = ["approach", "complementary", "unsure"];

const say = (line: string) => process.stdout.write(`${line}\n`);
const fail = (line: string) => {
  process.exitCode = 1;
  say(`FAILS ${line}`);
};

/** @returns how many a second */
async function rate(count: number, one: (nth: number) => Promise<unknown>): Promise<number> {
  const began = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < count) await one(next++);
    }),
  );
  return count / ((performance.now() - began) / 1_000);
}

const bareUpsert = (nth: number) =>
  pool.query(
    `INSERT INTO bench_vote VALUES ('00000000-0000-0000-0000-000000000000', $1, $2)
     ON CONFLICT (poll, member) DO UPDATE SET choice = excluded.choice`,
    [people[nth]?.id, OPTIONS[nth % 2]],
  );

const median = (figures: number[]): number =>
  [...figures].sort((one, other) => one - other)[figures.length >> 1] ?? 0;

async function exact(what: string, poll: PollOfTest): Promise<void> {
  const [tally, rows] = [await tallyOf(poll), await rowsOf(poll)];
  if (JSON.stringify(Object.entries(tally).sort()) !== JSON.stringify(Object.entries(rows).sort()))
    fail(`${what}: tally ${JSON.stringify(tally)}, rows ${JSON.stringify(rows)}`);
  const differences = await asOwner("SELECT * FROM check_ballots() WHERE place LIKE $1", [`%${poll.id}%`]);
  if (differences.length > 0) fail(`${what}: ${JSON.stringify(differences)}`);
}

const vote = (poll: PollOfTest, voter: Voter | undefined, option: string | undefined) => {
  if (!voter) throw new Error("A voter is missing.");
  return option ? castVote({ poll: poll.id, option }, voter) : withdrawVote(poll.id, voter);
};

const people = await voters(VOTES);
await asOwner("CREATE TABLE bench_vote (poll uuid, member uuid, choice text, PRIMARY KEY (poll, member))");
const [site] = await database().$queryRaw<{ role: string }[]>`SELECT quote_ident(current_user) AS role`;
await asOwner(`GRANT ALL ON bench_vote TO ${site?.role ?? ""}`);
const many = await aPoll();
const [bareRates, voteRates]: [number[], number[]] = [[], []];
// In turns: whatever else the machine does slows both.
for (let round = 0; round < ROUNDS; round++) {
  const from = (round * VOTES) / ROUNDS;
  bareRates.push(await rate(VOTES / ROUNDS, (nth) => bareUpsert(from + nth)));
  voteRates.push(await rate(VOTES / ROUNDS, (nth) => vote(many, people[from + nth], OPTIONS[nth % 3])));
}
await asOwner("DROP TABLE bench_vote");
const share = median(voteRates.map((votes, round) => votes / (bareRates[round] ?? 1)));
say(`bare upserts, ${VOTES} members: ${median(bareRates).toFixed(0)} a second`);
say(
  `votes, ${VOTES} members in one poll: ${median(voteRates).toFixed(0)} a second, ${share.toFixed(2)} of bare`,
);
await exact("many members", many);
if (share < LEAST_SHARE) fail(`votes are slower than ${LEAST_SHARE} of bare upserts`);

const one = await aPoll();
say(
  `votes, one member toggling: ${(await rate(VOTES, (nth) => vote(one, people[0], OPTIONS[nth % 2]))).toFixed(0)} a second`,
);
await exact("one member", one);

const random = seededRandom(1);
const mixed = await aPoll();
const draw = () => OPTIONS[Math.floor(random() * 4)];
const mixedRate = await rate(VOTES, () => vote(mixed, people[Math.floor(random() * 500)], draw()));
say(`cast, change, withdraw, 500 members: ${mixedRate.toFixed(0)} a second`);
await exact("a mixture", mixed);

/** A hot poll: as many votes as arrive in ten seconds at 500 a second, while somebody reads it. */
const hot = await aPoll({ resultsShown: "always" });
const reads: number[] = [];
const over = new AbortController();
const reader = (async () => {
  while (!over.signal.aborted) {
    const began = performance.now();
    await pollOf({ id: hot.articleId }, null);
    reads.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
})();
const sweep = (async () => {
  while (!over.signal.aborted) {
    await transaction(() => publishDue());
    await new Promise((resolve) => setTimeout(resolve, 3_000));
  }
})();
await Promise.all(
  Array.from({ length: 5_000 }, async (_, nth) => {
    await new Promise((resolve) => setTimeout(resolve, nth * 2));
    await vote(hot, people[nth], OPTIONS[nth % 3]);
  }),
);
over.abort();
await Promise.all([reader, sweep]);
reads.sort((a, b) => a - b);
const at = (share: number) => (reads[Math.floor(reads.length * share)] ?? 0).toFixed(1);
say(
  `reading a poll under 500 votes a second: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, 99 % ${at(0.99)} ms`,
);
await exact("a hot poll", hot);

await closeDatabase();
