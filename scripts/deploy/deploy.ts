import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/scripts/postgres/embedded";
import { buildWhenStale } from "@/scripts/build";
import { endChildren, runNode, typescript } from "@/scripts/child-process";
import { say } from "@/scripts/progress.mjs";
import { generateClient } from "@/scripts/schema";
import { tellInEngines } from "./engines/engines";
import { tellOfInstances } from "./instances/instances";
import { findPrograms, type Programs } from "./packages";
import { errorsOnEveryPage } from "./pages";
import { startNginx, startPostgres } from "./programs";
import { tellOfProxies } from "./proxies/proxies";
import { checkService, readService } from "./service";
import { ended, environmentOf, openWay, startSite, versionOf } from "./site";
import { ending, tests, type Deployed } from "./stories";
import { tellOfSystemd } from "./systemd/systemd";
import type { Tell } from "./tell";
import { tellInTextBrowsers } from "./text-browsers";
import { tellOfVersions } from "./versions/versions";
import { ask } from "./visitors";

const ARTICLE_FILE = "content/organisational-learning-and-knowledge-management.md";

const END_WITHIN = 15_000;

/** A name no machine has: whoever asks for the site's pages asks nginx for them, as a proxy. Without https, and none of the loopback's own. */
const NAME = "moot.test";

type Part = (told: { programs: Programs; folder: string; site: Deployed; tell: Tell }) => Promise<void>;

const parts: Readonly<Record<string, Part>> = {
  programs: async ({ site, tell }) => {
    for (const [title, run] of Object.entries(tests)) await tell(title, () => run(site));
  },
  "text-browsers": ({ programs, folder, site, tell }) => tellInTextBrowsers(programs, folder, site, tell),
  engines: ({ programs, folder, site, tell }) => tellInEngines(programs, folder, site, tell),
};

type Alone = (told: { programs: Programs; folder: string; tell: Tell }) => Promise<void>;

/** What has a site of its own, and comes first: each ends whatever is running when it is done. */
const alone: Readonly<Record<string, Alone>> = {
  pages: ({ programs, folder, tell }) => lookAtPages(programs, folder, tell),
  instances: ({ programs, folder, tell }) => tellOfInstances(programs, join(folder, "instances"), tell),
  proxies: ({ programs, folder, tell }) => tellOfProxies(programs, join(folder, "proxies"), tell),
  systemd: ({ programs, folder, tell }) => tellOfSystemd(programs, join(folder, "systemd"), tell),
  versions: ({ programs, folder, tell }) => tellOfVersions(programs, join(folder, "versions"), tell),
};

/**
 * Deploys the site with the system's programs, and asks it what readers would, with browsers of other makers, too.
 * @param words names of parts; none for all
 * @returns the exit code
 */
export async function runDeployTests(words: readonly string[]): Promise<number> {
  const known = [...Object.keys(alone), ...Object.keys(parts)];
  const unknown = words.find((word) => !known.includes(word));
  if (unknown !== undefined)
    throw new Error(`npm run test:deploy knows ${known.join(", ")}, and not "${unknown}".`);
  const wanted = words.length === 0 ? known : words;
  const programs = findPrograms();
  const folder = mkdtempSync(join(tmpdir(), "moot-deploy-"));
  // PostgreSQL and nginx run as users of their own, who must be able to walk here.
  chmodSync(folder, 0o755);
  const log = join(folder, "site.log");
  const count = { passed: 0, failed: 0 };
  const tell: Tell = (title, run) => tellOne(title, run, count);
  const ends: (() => Promise<void>)[] = [];
  try {
    await generateClient();
    await buildWhenStale();
    for (const [name, part] of Object.entries(alone))
      if (wanted.includes(name)) await part({ programs, folder, tell });
    if (Object.keys(parts).some((name) => wanted.includes(name))) {
      const [already, site] = [count.failed, await deploy(programs, folder, log, ends)];
      for (const [name, part] of Object.entries(parts))
        if (wanted.includes(name)) await part({ programs, folder, site, tell });
      for (const [title, run] of Object.entries(ending)) await tell(title, () => run(site));
      if (count.failed > already) say(`\n${readFileSync(log, "utf8")}`);
    }
  } finally {
    for (const end of ends) await end();
    await endChildren(END_WITHIN);
    rmSync(folder, { recursive: true, force: true });
  }
  say(`\n${count.passed} passed, ${count.failed} failed`);
  return count.failed === 0 ? 0 : 1;
}

async function lookAtPages({ java }: Programs, folder: string, tell: Tell): Promise<void> {
  await tell(
    "the Nu Html Checker finds no error on any page that anybody gets to, nor on one that refuses them",
    async () => {
      assert.deepEqual(await errorsOnEveryPage(java, join(folder, "pages")), []);
    },
  );
}

async function tellOne(
  title: string,
  run: () => Promise<void>,
  count: { passed: number; failed: number },
): Promise<void> {
  try {
    await run();
    count.passed += 1;
    say(`ok    ${title}`);
  } catch (error) {
    count.failed += 1;
    say(`FAIL  ${title}\n      ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function deploy(
  programs: Programs,
  folder: string,
  log: string,
  ends: (() => Promise<void>)[],
): Promise<Deployed> {
  const database = await startPostgres(programs, join(folder, "postgres"));
  const [port, sitePort] = [await freePort(), await freePort()];
  const url = `http://${NAME}:${port}`;
  const environment = environmentOf({ DATABASE_URL: database, MOOT_URL: url, PORT: String(sitePort) });
  // The commands of an operator find it there.
  Object.assign(process.env, environment);
  const child = await startSite(environment, log);
  // A site with a database of its own begins empty.
  await runNode([...typescript, "bin/moot.ts", "article", "publish", ARTICLE_FILE], { environment });
  const way = await openWay(sitePort);
  ends.push(way.close);
  await startNginx(programs, join(folder, "nginx"), { port, sitePort: way.port });
  const service = readService();
  return {
    url,
    sitePort,
    database: await versionOf(database),
    ask: (path) => ask(url + path),
    away: way.away,
    checkService: () => checkService(programs, folder, service),
    end: () => ended(child, service.stopSeconds),
  };
}
