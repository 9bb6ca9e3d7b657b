import { execFile, execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { Client } from "pg";
import { freePort, locationOf } from "@/scripts/postgres/embedded";
import { effort } from "@/test/effort";
import { plannedWrites, signUpAt, type Write } from "@/test/writers";
import { awake, field, once, post, someone } from "./discussion";
import { expect, test } from "./story";

/** What was acknowledged is there, once, whatever is killed: the site under `npm start`, and then its PostgreSQL. */

const WRITERS = effort(15, 50);
/** Four comments each stay under the flood rule. */
const EACH = 4;
const WRITES = WRITERS * EACH;
/** Each with a vote under way all the time. */
const VOTERS = effort(12, 24);
const SLUG = "organisational-learning-and-knowledge-management";
const moot = promisify(execFile);

type Site = { address: string; environment: NodeJS.ProcessEnv; process: ChildProcess; folder: string };

/** Each costs a start, or a check of the whole; what the shorter run leaves tells whether anything acknowledged is lost. */
const LONG = { tag: "@long" };

test.describe.configure({ mode: "serial", timeout: 600_000 });

let site: Site;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  const folder = mkdtempSync(join(tmpdir(), "moot durability "));
  const port = String(await freePort());
  const environment: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    LANG: process.env.LANG,
    NODE_ENV: "production",
    MOOT_DATA: folder,
    MOOT_DEMO: "0",
    MOOT_LIMITS: "off",
    MOOT_LOG: "silent",
    PORT: port,
  };
  site = {
    address: `http://localhost:${port}`,
    environment,
    folder,
    process: await start(environment, port),
  };
});

test.afterAll(async () => {
  await stop(site.process);
  rmSync(site.folder, { recursive: true, force: true });
});

test(
  `the site is killed in the middle of ${WRITES} writes: each acknowledged one is there, none twice`,
  LONG,
  async () => {
    const writes = await planned();
    const first = sendAll(writes);
    await untilAcknowledged(writes, writes.length / 3);
    killHard(serverOf(site.process));
    await first;
    await ended(site.process);
    const before = writes.filter((write) => write.id !== null).length;
    expect(before).toBeGreaterThan(0);
    expect(before, "it was killed too late to tell anything").toBeLessThan(writes.length);

    site.process = await start(site.environment, site.environment.PORT ?? "");
    await expectOnce(writes.filter((write) => write.id !== null));
    await sendAll(writes);
    expect(writes.every((write) => write.id !== null)).toBe(true);
    await expectOnce(writes);
    await expectSound();
  },
);

test(`PostgreSQL is killed in the middle of ${WRITES} writes: the site says 503, recovers by itself, and nothing is lost`, async () => {
  const writes = await planned();
  const first = sendAll(writes);
  await untilAcknowledged(writes, writes.length / 3);
  killHard(postmasterOf(site.process));
  const statuses = await first;
  expect(statuses.filter((status) => status >= 500).every((status) => status === 503)).toBe(true);

  await expect.poll(() => status("/readyz"), { timeout: 30_000 }).toBe(200);
  await expectOnce(writes.filter((write) => write.id !== null));
  await sendAll(writes);
  expect(writes.every((write) => write.id !== null)).toBe(true);
  await expectOnce(writes);
  await expectSound();
});

test(
  "PostgreSQL shuts down while pages are read: each is whole or a 503 of ours, and then whole again",
  LONG,
  async () => {
    const { cookie } = await signUp();
    const over = new AbortController();
    const readers = ["/account", "/inbox", "/account/decisions", "/moderation/log", "/rules", "/"].map(
      (path, nth) => readOver(`${path}?reader=${nth}`, cookie, over.signal),
    );
    await pause(500);
    shutDownFast(postmasterOf(site.process));
    await expect.poll(() => status("/readyz"), { timeout: 30_000, intervals: [20] }).toBe(503);
    await expect.poll(() => status("/readyz"), { timeout: 30_000 }).toBe(200);
    over.abort();
    const answers = (await Promise.all(readers)).flat();
    expect(answers.filter(({ code, isOurs }) => code !== 200 && !(code === 503 && isOurs))).toEqual([]);
    expect(answers.some(({ code }) => code === 503)).toBe(true);
  },
);

test(
  "PostgreSQL is killed in a storm of votes: one row each, as last acknowledged, and the tally exact at every instant",
  LONG,
  async () => {
    const ballots = await Promise.all(
      Array.from({ length: VOTERS }, async (): Promise<Ballot> => {
        return { ...(await signUp()), held: "none", unsure: [], answered: 0, lost: false };
      }),
    );
    const box = await openBallotBox();
    const over = new AbortController();
    const storm = ballots.map((ballot, nth) => toggle(ballot, nth, over.signal));
    for (let looks = 0; looks < 20; looks++) expect(await box.differences()).toEqual([]);
    // It is a storm once everybody has cast and changed.
    await expect
      .poll(() => Math.min(...ballots.map(({ answered }) => answered)), { timeout: 30_000 })
      .toBeGreaterThan(1);
    expect(await box.differences()).toEqual([]);
    killHard(postmasterOf(site.process));
    await expect.poll(() => ballots.some(({ lost }) => lost), { timeout: 30_000 }).toBe(true);
    await expect.poll(() => status("/readyz"), { timeout: 30_000 }).toBe(200);
    over.abort();
    const statuses = (await Promise.all(storm)).flat();
    expect(statuses.filter((code) => code >= 500 && code !== 503)).toEqual([]);

    const again = await openBallotBox();
    expect(await again.differences()).toEqual([]);
    const rows = await again.votes();
    // What was under way when the line broke may have been counted or not.
    for (const { handle, held, unsure } of ballots)
      expect([held, ...unsure], handle).toContain(rows.get(handle) ?? "none");
    for (const ballot of ballots) expect(await vote(ballot, "complementary")).toBe(200);
    const after = await again.votes();
    expect(ballots.map(({ handle }) => after.get(handle))).toEqual(ballots.map(() => "complementary"));
    expect(await again.differences()).toEqual([]);
    await again.close();
    await expectSound();
  },
);

test("restarted while somebody writes, it takes what they post: at once it waits in the browser, and then it stands once", async ({
  browser,
}) => {
  const { page } = await someone(browser, "Cy", { baseURL: site.address });
  await awake(page, () => page.goto(`/articles/${SLUG}`));
  await page.getByRole("link", { name: "Add to the discussion" }).click();
  const words = once("Begun before a restart, and posted after it.");
  await field(page).fill(words);
  await stop(site.process);
  await post(page);
  await expect(page.getByText("Not sent yet", { exact: true })).toBeVisible();
  site.process = await start(site.environment, site.environment.PORT ?? "");
  // Where the restart took long the page has tried by itself meanwhile, and the button goes while it is pressed.
  await expect(async () => {
    const again = page.getByRole("button", { name: "Try now" });
    if (await again.isVisible()) await again.click({ timeout: 2_000 });
    await expect(page.getByText("Not sent yet", { exact: true })).toHaveCount(0, { timeout: 2_000 });
  }).toPass();
  await page.goto(`/articles/${SLUG}?sort=newest#discussion`);
  await expect(page.getByText(words)).toHaveCount(1);
});

test("asked to end, it ends within seconds and cleanly", async () => {
  const began = Date.now();
  const stream = await fetch(`${site.address}/api/v1/articles/${SLUG}/live`);
  expect(stream.status).toBe(200);
  const code = await stop(site.process);
  expect(code).toBe(0);
  expect(Date.now() - began).toBeLessThan(10_000);
  await stream.body?.cancel().catch(() => undefined);
});

async function start(environment: NodeJS.ProcessEnv, port: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["scripts/start.mjs"], { env: environment, stdio: "ignore" });
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}.`);
    if ((await status("/readyz", `http://localhost:${port}`)) === 200) return child;
    await pause(200);
  }
  throw new Error("npm start was not ready within two minutes.");
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) child.kill("SIGTERM");
  return ended(child);
}

const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve) => child.once("exit", (code) => resolve(code)));

const status = (path: string, address = site.address): Promise<number> =>
  fetch(address + path, { signal: AbortSignal.timeout(3_000) }).then(
    (answer) => answer.status,
    () => 0,
  );

const signUp = () => signUpAt(site.address, "d");
const planned = () => plannedWrites(site.address, "d", { writers: WRITERS, each: EACH });

/** `held` is what the site last acknowledged, `unsure` what it was told since without an answer; "none" is no vote. */
type Ballot = {
  handle: string;
  cookie: string;
  held: string;
  unsure: string[];
  /** How often it was acknowledged. */
  answered: number;
  lost: boolean;
};

/** Casts, changes and withdraws, one after another, until an answer is missing or it is over. @returns each answer's status */
async function toggle(ballot: Ballot, seed: number, over: AbortSignal): Promise<number[]> {
  const statuses: number[] = [];
  for (let nth = seed; !over.aborted && !ballot.lost; nth++)
    statuses.push(await vote(ballot, ["approach", "complementary", "none"][nth % 3] ?? "none"));
  return statuses;
}

async function vote(ballot: Ballot, option: string): Promise<number> {
  ballot.unsure.push(option);
  try {
    const answer = await fetch(`${site.address}/api/v1/articles/${SLUG}/poll/vote`, {
      method: option === "none" ? "DELETE" : "PUT",
      headers: { "content-type": "application/json", cookie: ballot.cookie },
      ...(option !== "none" && { body: JSON.stringify({ option }) }),
      signal: AbortSignal.timeout(15_000),
    });
    if (answer.status === 200)
      Object.assign(ballot, { held: option, unsure: [], answered: ballot.answered + 1 });
    else ballot.lost = true;
    return answer.status;
  } catch {
    ballot.lost = true;
    return 0;
  }
}

/** The ballot box as its owner sees it. */
async function openBallotBox() {
  const client = new Client({ connectionString: locationOf(site.folder)?.url });
  // It is about to be cut off.
  client.on("error", () => undefined);
  await client.connect();
  return {
    /** One statement sees one moment. */
    differences: async () => (await client.query<object>("SELECT * FROM check_ballots()")).rows,
    votes: async () => {
      const { rows } = await client.query<{ handle: string; option_key: string }>(
        "SELECT m.handle, v.option_key FROM vote v JOIN member m ON m.id = v.member_id",
      );
      expect(new Set(rows.map(({ handle }) => handle)).size).toBe(rows.length);
      return new Map(rows.map(({ handle, option_key }) => [handle, option_key]));
    },
    close: () => client.end(),
  };
}

/** Eight at a time; what is already acknowledged is not sent again. @returns each answer's status, 0 where the line broke */
async function sendAll(writes: Write[]): Promise<number[]> {
  const waiting = writes.filter((write) => write.id === null);
  const statuses: number[] = [];
  const worker = async () => {
    for (let write = waiting.shift(); write; write = waiting.shift()) statuses.push(await send(write));
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return statuses;
}

async function send(write: Write): Promise<number> {
  try {
    const answer = await fetch(`${site.address}/api/v1/articles/${SLUG}/comments`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie: write.cookie, "idempotency-key": write.key },
      body: JSON.stringify({ body: write.body }),
      signal: AbortSignal.timeout(15_000),
    });
    if (answer.status === 201) write.id = ((await answer.json()) as { comment: { id: string } }).comment.id;
    return answer.status;
  } catch {
    return 0;
  }
}

/** One page, again and again. @returns each answer's status, and whether it is a page or a sentence of ours */
async function readOver(path: string, cookie: string, over: AbortSignal) {
  const answers: { path: string; code: number; isOurs: boolean }[] = [];
  while (!over.aborted) {
    const answer = await fetch(site.address + path, {
      headers: { cookie },
      signal: AbortSignal.timeout(15_000),
    });
    const text = await answer.text();
    answers.push({ path, code: answer.status, isOurs: text.includes("Back in a moment") });
  }
  return answers;
}

async function untilAcknowledged(writes: Write[], enough: number): Promise<void> {
  while (writes.filter((write) => write.id !== null).length < enough) await pause(2);
}

async function expectOnce(writes: Write[]): Promise<void> {
  const client = new Client({ connectionString: locationOf(site.folder)?.url });
  await client.connect();
  const { rows } = await client.query<{ id: string; source: string }>(
    "SELECT id, source FROM comment WHERE source = ANY($1)",
    [writes.map((write) => write.body)],
  );
  await client.end();
  expect(rows.map((row) => row.id).sort()).toEqual(writes.map((write) => write.id).sort());
}

async function expectSound(): Promise<void> {
  const { stdout } = await moot(process.execPath, ["bin/moot.mjs", "check"], { env: site.environment });
  expect(stdout).not.toBe("");
}

function killHard(pid: number): void {
  process.kill(pid, "SIGKILL");
}

/** PostgreSQL's "fast shutdown": whoever is connected is told and cut off. */
function shutDownFast(postmaster: number): void {
  process.kill(postmaster, "SIGINT");
}

/** Everybody below a process, as `ps` tells it. */
function below(pid: number): { pid: number; command: string }[] {
  const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid=,command="], { encoding: "utf8" })
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map((match) => ({ pid: Number(match[1]), parent: Number(match[2]), command: match[3] ?? "" }));
  const found = rows.filter((row) => row.parent === pid);
  return found.flatMap((row) => [row, ...below(row.pid)]);
}

function one(child: ChildProcess, pattern: RegExp): number {
  const match = below(child.pid ?? 0).find(({ command }) => pattern.test(command));
  if (!match) throw new Error(`No process below npm start looks like ${String(pattern)}.`);
  return match.pid;
}

const serverOf = (child: ChildProcess): number => one(child, /programs\/server\.js|web\/server\/server\.ts/);
const postmasterOf = (child: ChildProcess): number => one(child, /bin\/postgres .*-D/);
