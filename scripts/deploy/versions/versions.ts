import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { endChildren, typescript } from "@/scripts/child-process";
import type { Programs } from "@/scripts/deploy/packages";
import { startPostgres } from "@/scripts/deploy/programs";
import { ended, environmentOf, startSite } from "@/scripts/deploy/site";
import { counting, type Tell } from "@/scripts/deploy/tell";
import { freePort } from "@/scripts/postgres/embedded";
import { say, step } from "@/scripts/progress.mjs";
import { tellBundle, type Site } from "./bundle";

/** What is updated from: the last release, or what stands for it (docs/decisions/0120-old-and-new-code-on-one-schema.md). */
const BEFORE = "c170b06b47269d1260a47d9bf86e32f64b4af96d";

const ARTICLE_FILE = "content/organisational-learning-and-knowledge-management.md";
const END_WITHIN = 15_000;
/** As `TimeoutStopSec` of deploy/moot.service. Seconds. */
const ENDS_WITHIN = 30;
/** Between two questions of somebody who reads while the schema is changed. Milliseconds. */
const ASKED_EVERY = 50;

/** The code before and the code now, side by side on one database, as during an update and after one that was taken back. */
export async function tellOfVersions(programs: Programs, folder: string, tellAny: Tell): Promise<void> {
  mkdirSync(folder);
  const old = join(folder, "before");
  const log = join(folder, "sites.log");
  const { tell, failures } = counting(tellAny);
  try {
    unpack(old);
    const database = await startPostgres(programs, join(folder, "postgres"));
    const url = "http://moot.test:3000";
    const common = { DATABASE_URL: database, MOOT_URL: url, MOOT_DATABASE_CONNECTIONS: "12" };
    const [oldPort, newPort] = [await freePort(), await freePort()];
    const start = (port: number, where: string) =>
      startSite(environmentOf({ ...common, PORT: String(port) }), log, where);
    const moot = (where: string, ...words: string[]) =>
      obey(where, environmentOf({ ...common, PORT: String(newPort) }), words);
    const siteAt = (port: number, where: string): Site => ({
      origin: `http://127.0.0.1:${port}`,
      host: new URL(url).host,
      promote: (handle, role) => moot(where, "member", "role", handle, role),
    });
    const [before, now] = [siteAt(oldPort, old), siteAt(newPort, ".")];

    let first = await step("Starting the code before, which is installed and built first", () =>
      start(oldPort, old),
    );
    moot(old, "article", "publish", ARTICLE_FILE);
    await tell("the code before does as it did, on its own schema", () => tellBundle(before, before));
    const migrationsBefore = await migrationsOf(database);

    await tell("it answers on while the new code brings the schema up beside it", () =>
      answersMeanwhile(before, async () => void (await start(newPort, "."))),
    );
    await tell("there is something new in that schema", async () => {
      assert.ok(
        (await migrationsOf(database)) > migrationsBefore,
        "No migration came to it: the two are the same.",
      );
    });
    await tell("on the new schema the code before does as it did, and the new one sees it", () =>
      tellBundle(before, now),
    );
    await tell("and what the new code does, the one before sees", () => tellBundle(now, before));
    await tell("the code before is started again on the new schema, and does as it did", async () => {
      assert.equal(await ended(first, ENDS_WITHIN), 0);
      first = await start(oldPort, old);
      await tellBundle(before, now);
    });
    await tell("and left the new code what it needs", () => tellBundle(now, before));
    await tell("everything counted is right in the end", () => {
      assert.match(moot(".", "check"), /All \d+ checks passed/);
      return Promise.resolve();
    });
    if (failures() > 0) say(`\n${readFileSync(log, "utf8")}`);
  } finally {
    await endChildren(END_WITHIN);
  }
}

/** The sources as they were, with the packages of now to begin with. @throws Error when their history is not here */
function unpack(into: string): void {
  const isThere = spawnSync("git", ["cat-file", "-e", `${BEFORE}^{commit}`], { stdio: "ignore" });
  if (isThere.status !== 0)
    throw new Error(
      `The commit ${BEFORE}, from which is updated, is not in this clone. Fetch the history: git fetch --unshallow`,
    );
  mkdirSync(into);
  const archive = execFileSync("git", ["archive", "--format=tar", BEFORE], { maxBuffer: 2 ** 29 });
  execFileSync("tar", ["-x", "-C", into], { input: archive });
  // As links, which npm replaces where another version is asked for.
  execFileSync("cp", ["-al", resolve("node_modules"), join(into, "node_modules")]);
}

function obey(
  where: string,
  environment: ReturnType<typeof environmentOf>,
  words: readonly string[],
): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...typescript, "bin/moot.ts", ...words], {
    cwd: where,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`moot ${words.join(" ")} ended with ${status}: ${stdout}${stderr}`);
  return stdout;
}

async function migrationsOf(database: string): Promise<number> {
  const client = new Client({ connectionString: database });
  await client.connect();
  try {
    const { rows } = await client.query<{ many: number }>("SELECT count(*)::int AS many FROM migration");
    return rows[0]?.many ?? 0;
  } finally {
    await client.end();
  }
}

/** @throws AssertionError with what was not answered with 200 meanwhile */
async function answersMeanwhile({ origin, host }: Site, work: () => Promise<void>): Promise<void> {
  const over = new AbortController();
  const troubles: string[] = [];
  let asked = 0;
  const reading = ["/", "/articles/organisational-learning-and-knowledge-management", "/api/v1/rules"].map(
    async (path) => {
      while (!over.signal.aborted) {
        asked += 1;
        const answer = await fetch(origin + path, { headers: { host } }).catch(String);
        if (typeof answer === "string") troubles.push(`${path}: ${answer}`);
        else {
          await answer.arrayBuffer();
          if (answer.status !== 200) troubles.push(`${path}: ${answer.status}`);
        }
        await pause(ASKED_EVERY);
      }
    },
  );
  try {
    await work();
  } finally {
    over.abort();
    await Promise.all(reading);
  }
  assert.deepEqual(troubles, [], `${troubles.length} of ${asked} requests were not answered.`);
}
