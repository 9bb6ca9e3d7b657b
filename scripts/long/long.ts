import { execFileSync } from "node:child_process";
import { Client } from "pg";
import { copyTemplate, openTestServer } from "@/test/server";
import { buildWhenStale } from "@/scripts/build";
import { endChildren, runNode } from "@/scripts/child-process";
import { say } from "@/scripts/progress.mjs";
import { asOwner, generateClient } from "@/scripts/schema";
import { closePair, openPair, searchOracle } from "@/test/oracles/search";
import { askAtOnce, send, type Outcome } from "./crowd";
import { anyFive, attackByFour } from "./four-accounts";
import { killAgainAndAgain, type Kills } from "./kills";
import { fill, startSite, type Count, type Site, type Wish } from "./site";
import { bundlePrograms } from "@/scripts/programs";

/** Requests and responses that may be alive after everything has been collected: those of connections still open, and a few. */
const ALIVE_AT_MOST = 25;
const FEW = 1_000;
const MANY = 5_000;
/** Megabytes: a small container. */
const SMALL_HEAP = 256;

/** The search for a way to learn a vote goes on so long, in milliseconds. */
const SEARCH = 120_000;

/** A server has this long to end, in milliseconds. */
const END_WITHIN = 5_000;

type Test = Readonly<{ name: string; run: (world: World) => Promise<void> }>;
/** Brings a database of its own, and there is one at a time. */
type OwnTest = Readonly<{ name: string; run: () => Promise<void> }>;
type World = Readonly<{
  url: string;
  ids: readonly string[];
  /** An empty database. */
  copy: (name: string) => Promise<string>;
}>;

/** In the middle of writes. */
const KILLS = { databases: 10, sites: 40 };

const ownTests: readonly OwnTest[] = [
  { name: "races, searches of chance and lists of odd input, at length", run: effortIsMade },
  {
    name: "every story in every way, and every page as everybody, at every odd address, in a browser",
    run: storiesAreTold,
  },
  {
    name: `the database is killed ${KILLS.databases} times and the site ${KILLS.sites} times: nothing acknowledged is lost`,
    run: () => nothingIsLost({ ...KILLS, waitsForDisk: true }),
  },
  {
    name: "(control) where commits do not wait for the disk, some are lost",
    run: () => mustFail(() => nothingIsLost({ databases: KILLS.databases, sites: 0, waitsForDisk: false })),
  },
];

const tests: readonly Test[] = [
  { name: `after ${FEW} and after ${MANY} pages everything is let go`, run: pagesAreLetGo },
  {
    name: "(control) with the cure taken out, pages are kept",
    run: (world) => mustFail(() => pagesAreLetGo(world, { uncured: true })),
  },
  { name: `${MANY} pages are drawn in ${SMALL_HEAP} MB`, run: (world) => smallHeapIsEnough(world, {}) },
  {
    name: "(control) with the cure taken out, they are not",
    run: (world) => mustFail(() => smallHeapIsEnough(world, { uncured: true })),
  },
  { name: "connections that never read are cut, and others are not", run: unreadIsCut },
  { name: "during a flood every kept page is served", run: keptPagesAreServed },
  {
    name: "(control) where nothing may be served stale, some are not",
    run: (world) => mustFail(() => withoutStale(world, keptPagesAreServed)),
  },
  {
    name: "four accounts of one person read nobody's ballot on a running site",
    run: (world) => nobodyIsNamed(world),
  },
  {
    name: "(control) where any five changes move the counts, they do",
    run: (world) => mustFail(() => nobodyIsNamed(world, anyFive)),
  },
  { name: "nothing that the site's role may do tells a vote", run: (world) => noOracle(world) },
  {
    name: "(control) where it may erase an account, it does",
    run: (world) => mustFail(() => noOracle(world, "GRANT UPDATE (erased_at) ON member TO moot_app")),
  },
];

/** Runs the long tests, or those whose names contain one of the words. @returns the exit code */
export async function runLongTests(words: readonly string[]): Promise<number> {
  await generateClient();
  await bundlePrograms();
  await buildWhenStale();
  const isWanted = ({ name }: { name: string }) =>
    words.length === 0 || words.some((word) => name.includes(word));
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void endChildren(END_WITHIN).then(() => process.exit(1)));
  let failed = 0;
  for (const { name, run } of ownTests.filter(isWanted)) if (!(await passes(name, run))) failed++;
  const wanted = tests.filter(isWanted);
  if (wanted.length > 0) failed += await runInAWorld(wanted);
  say(failed === 0 ? "\nAll passed" : `\n${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** @returns how many failed */
async function runInAWorld(wanted: readonly Test[]): Promise<number> {
  const { server, close } = await openTestServer();
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.prependOnceListener(signal, () => void close());
  let failed = 0;
  try {
    const url = await copyTemplate(server, "long");
    const world = { url, ids: await fill(url), copy: (name: string) => copyTemplate(server, name) };
    for (const { name, run } of wanted) if (!(await passes(name, () => run(world)))) failed++;
  } finally {
    await endChildren(END_WITHIN);
    await close();
  }
  return failed;
}

async function passes(name: string, run: () => Promise<void>): Promise<boolean> {
  const began = Date.now();
  const problem = await run().then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  const seconds = Math.round((Date.now() - began) / 1_000);
  if (problem === null) say(`ok    ${name} (${seconds} s)`);
  else say(`FAIL  ${name} (${seconds} s)\n      ${problem}`);
  return problem === null;
}

/** The files of `npm test` that say how often they repeat themselves, each once more and for longer. */
async function effortIsMade(): Promise<void> {
  const files = execFileSync("git", ["grep", "-l", "@/test/effort", "--", "*.test.ts"], { encoding: "utf8" });
  const words = ["node_modules/vitest/vitest.mjs", "run", "--reporter=dot", ...files.trim().split("\n")];
  await runNode(words, { environment: { MOOT_LONG: "1" } });
}

/** Every story once more, in every way it can be told. */
async function storiesAreTold(): Promise<void> {
  await runNode(["scripts/test.mjs", "e2e"], { environment: { MOOT_LONG: "1" } });
}

/** What a test looks for is not so; anything else that goes wrong proves nothing. */
class NotSo extends Error {}

async function mustFail(run: () => Promise<void>): Promise<void> {
  const problem = await run().then(
    () => null,
    (error: unknown) => {
      if (error instanceof NotSo) return error.message;
      throw error;
    },
  );
  if (problem === null) throw new Error("It passed, so the test before it shows nothing.");
  say(`      as it should, it fails: ${problem}`);
}

async function nothingIsLost(kills: Kills): Promise<void> {
  const { acknowledged, lost, twice, check } = await killAgainAndAgain(kills);
  say(
    `      of ${acknowledged} acknowledged writes ${lost} were lost, and ${twice} are there twice; ${check.trim().split("\n").at(-1)}`,
  );
  if (lost + twice > 0) throw new NotSo(`Of ${acknowledged} acknowledged writes ${lost} were lost.`);
}

/** Two minutes of sequences, each in two databases in which two members have each other's vote; from another seed each time. */
async function noOracle(world: World, hole?: string): Promise<void> {
  const names = ["left", "right"].map((side) => `oracle_${side}_${hole === undefined ? "whole" : "hole"}`);
  const [left = "", right = ""] = await Promise.all(names.map(world.copy));
  if (hole !== undefined) for (const url of [left, right]) await asOwner(url, (owner) => owner.query(hole));
  const pair = await openPair([left, right]);
  const seed = Date.now() % 1_000_000_000;
  try {
    const found = await searchOracle(pair, { runs: 1_000_000, seed, within: SEARCH, shorten: true });
    if (found) throw new NotSo(`with seed ${seed}, this tells a vote: ${JSON.stringify(found)}`);
    say(`      ${pair.played()} sequences, seed ${seed}`);
  } finally {
    await closePair(pair);
  }
}

/** On a database of its own, by the door alone. */
async function nobodyIsNamed(world: World, hole?: (owner: Client) => Promise<unknown>): Promise<void> {
  const url = await world.copy(hole === undefined ? "four_accounts" : "four_accounts_hole");
  await fill(url);
  if (hole) await asOwner(url, hole);
  const site = await startSite(url, {});
  try {
    const { ballots, steps, named, wrong } = await attackByFour(site.port, url);
    say(
      `      of ${ballots} ballots, shown in ${steps} steps, ${named} were named, ${wrong} of them wrongly`,
    );
    if (steps === 0) throw new Error("The counts never moved, so nothing was tried.");
    if (named > 0) throw new NotSo(`Of ${ballots} ballots ${named} were named.`);
  } finally {
    await site.close();
  }
}

async function pagesAreLetGo(world: World, wish: Wish = {}): Promise<void> {
  const site = await startSite(world.url, wish);
  try {
    const paths = distinctPages(world.ids);
    const counts: Count[] = [];
    let drawn = 0;
    for (const until of [FEW, MANY]) {
      const outcome = await send({
        port: site.port,
        paths: firstOf(until - drawn, paths),
        // As many as find a place, so that all are drawn; uncured, as many as were drawn at once.
        atOnce: wish.uncured ? 16 : 6,
        hangsUp: 5,
      });
      drawn = until;
      await mustBeAnswered(site, outcome);
      const count = await settled(site);
      say(`      after ${until}: ${inWords(count)}; ${statuses(outcome)}`);
      if (aliveIn(count) > ALIVE_AT_MOST)
        throw new NotSo(`${aliveIn(count)} requests and responses are alive after ${until} pages.`);
      counts.push(count);
    }
    const [few, many] = counts.map(aliveIn);
    if ((many ?? 0) > (few ?? 0)) throw new NotSo(`${many} are alive after ${MANY}, ${few} after ${FEW}.`);
  } finally {
    await site.close();
  }
}

async function smallHeapIsEnough(world: World, wish: Wish): Promise<void> {
  const site = await startSite(world.url, { ...wish, heap: SMALL_HEAP });
  try {
    const paths = firstOf(MANY, distinctPages(world.ids));
    const outcome = await send({ port: site.port, paths, atOnce: 32, hangsUp: 5, until: site.hasEnded });
    say(`      ${statuses(outcome)}`);
    await mustBeAnswered(site, outcome);
  } finally {
    await site.close();
  }
}

/**
 * A connection that takes nothing is closed after two minutes: Node looks once a minute, and finds only at its second look that nothing
 * has moved. Whoever begins to read only then comes too late. Milliseconds.
 */
const UNREAD_FOR = 150_000;
/** Answers asked for at once on one connection: more than the buffers on the way take. */
const UNREAD_ANSWERS = 400;

async function unreadIsCut({ url }: World): Promise<void> {
  const site = await startSite(url, {});
  try {
    const [unread, read] = await Promise.all([
      askAtOnce(site.port, "/articles/a-long-test", UNREAD_ANSWERS, UNREAD_FOR),
      askAtOnce(site.port, "/articles/a-long-test", UNREAD_ANSWERS, 0),
    ]);
    say(`      of ${UNREAD_ANSWERS} answers ${unread} came to whoever did not read, ${read} to whoever did`);
    if (unread >= UNREAD_ANSWERS) throw new NotSo("Who does not read is waited for.");
    if (read < UNREAD_ANSWERS) throw new NotSo("Who reads was cut off.");
  } finally {
    await site.close();
  }
}

/** Seconds a flood lasts: twenty times as long as a page is fresh. */
const FLOOD = 40;

/** The flood comes from the reader's own address too, so the reader's next drawing often finds no place. */
async function keptPagesAreServed({ url, ids }: World): Promise<void> {
  const site = await startSite(url, {});
  try {
    const kept = ["/", "/articles/a-long-test", "/rules"];
    await send({ port: site.port, paths: kept.values(), atOnce: 1 });
    const ends = Date.now() + FLOOD * 1_000;
    const until = () => Date.now() > ends;
    const paths = distinctPages([...ids, ...ids, ...ids]);
    const flood = Array.from({ length: 5 }, (_, n) =>
      send({ port: site.port, paths, atOnce: 40, until, from: n + 1 }),
    );
    const honest = await send({ port: site.port, paths: round(kept), atOnce: 1, until });
    say(
      `      readers of kept pages: ${statuses(honest)}; the flood: ${(await Promise.all(flood)).map(statuses).join(" / ")}`,
    );
    const served = honest.get(200) ?? 0;
    const asked = total(honest);
    if (served < asked || asked === 0)
      throw new NotSo(`${asked - served} of ${asked} kept pages were not served.`);
  } finally {
    await site.close();
  }
}

/** The application's role may not ask whether anything has changed, so that nothing old can be served. */
async function withoutStale(world: World, run: (world: World) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: world.url });
  await client.connect();
  try {
    await client.query("ALTER TABLE site_setting RENAME TO site_setting_away");
    await client.query("CREATE VIEW site_setting AS SELECT * FROM site_setting_away");
    await client.query("GRANT SELECT ON site_setting TO PUBLIC");
    await run(world);
  } finally {
    await client.query("DROP VIEW site_setting");
    await client.query("ALTER TABLE site_setting_away RENAME TO site_setting");
    await client.end();
  }
}

/** The server must be there at the end; nearly all must have been answered, refused a place, or hung up themselves. */
async function mustBeAnswered(site: Site, outcome: Outcome): Promise<void> {
  const health = () => fetch(`http://127.0.0.1:${site.port}/healthz`);
  const alive =
    !site.hasEnded() &&
    (await health()
      .then(({ ok }) => ok)
      .catch(() => false));
  if (!alive) throw new NotSo(`The server ended: ${statuses(outcome)}.`);
  const odd = [...outcome].filter(([status]) => ![200, 503, -1].includes(status));
  if (total(new Map(odd)) > total(outcome) * ODD_AT_MOST)
    throw new NotSo(`Some were not answered: ${statuses(new Map(odd))}.`);
}

/** Of a hundred: on a machine that does much else a page may wait too long for the database. */
const ODD_AT_MOST = 0.01;

const total = (outcome: Outcome): number => [...outcome.values()].reduce((sum, some) => sum + some, 0);

/** Idle connections of the database are closed after ten seconds, and what is asked by timers settles. */
const SETTLED_AFTER = 11_000;

/** Counts until no count is less than one before: what a count finds on its way out is not kept. */
async function settled(site: Site): Promise<Count> {
  let least: Count | undefined;
  for (let quiet = 0; quiet < 3;) {
    await new Promise((resolve) => setTimeout(resolve, SETTLED_AFTER));
    const count = await site.count();
    const fewer = least === undefined || aliveIn(count) < aliveIn(least);
    if (fewer) least = count;
    quiet = fewer ? 0 : quiet + 1;
  }
  return least ?? site.count();
}

const aliveIn = ({ requests, responses }: Count): number => requests + responses;

const inWords = ({ requests, responses, heapUsed, rss }: Count): string =>
  `${requests} requests and ${responses} responses alive, heap ${megabytes(heapUsed)} MB, resident ${megabytes(rss)} MB`;
const megabytes = (bytes: number): number => Math.round(bytes / 1_048_576);

const NAMES: Record<number, string> = { 0: "cut off", [-1]: "hung up" };
const statuses = (outcome: Outcome): string =>
  [...outcome].map(([status, many]) => `${many} × ${NAMES[status] ?? status}`).join(", ");

function* distinctPages(ids: readonly string[]): Generator<string> {
  for (const id of ids) yield `/comments/${id}`;
}

function* firstOf(many: number, paths: Iterator<string>): Generator<string> {
  for (let n = 0; n < many; n++) {
    const next = paths.next();
    if (next.done) return;
    yield next.value;
  }
}

function* round(paths: readonly string[]): Generator<string> {
  for (;;) yield* paths;
}
