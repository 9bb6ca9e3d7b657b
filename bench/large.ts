import { mkdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { readSettings } from "@/platform/settings";
import { endChildren, runNode, typescript } from "@/scripts/child-process";
import { answers as isReachable, freePort } from "@/scripts/postgres/embedded";
import { say, step } from "@/scripts/progress.mjs";
import { migrate } from "@/scripts/schema";
import { startServer, untilItAnswers } from "@/scripts/server";
import { LargeProps } from "./large-props";
import { pagesOf, pagesThere } from "./large-pages";
import { median } from "./rounds";
import { END_WITHIN, environmentOf, freshDatabase, openBuilt } from "./site";
import { mostIn, readWhile, rowsOf, scannedIn, type Read } from "./statistics";
import { program } from "@/scripts/programs";

/** Rows that are read for a page at most, however large the site is. */
const ROWS_AT_MOST = 2_500;
const ROUNDS = 3;
const MEASURED = pathToFileURL("bench/flush-statistics.mjs").href;

const SIZES = {
  small: [
    "--comments",
    "10000",
    "--articles",
    "200",
    "--members",
    "1000",
    "--held",
    "500",
    "--decisions",
    "500",
  ],
  large: [],
} as const;
type Which = keyof typeof SIZES;

type Page = { title: string; ms: number[]; reads: Read[]; status: number };

/**
 * Seeds a small site and one with a million comments, opens every page of both, and does every job and a whole check on the large one. With
 * `kept` the large one is what an earlier run left. Exits with 1 where a page reads more rows than it may, or anything reads through a big table.
 */
export async function measureLarge(kept: boolean): Promise<void> {
  const missing = pagesThere().filter((page) => !pagesOf(NOWHERE).has(page));
  if (missing.length > 0) throw new Error(`bench/large-pages.ts does not open ${missing.join(", ")}.`);
  const server = await openBuilt();
  try {
    const small = await measureSite(server.url, "small", false);
    const large = await measureSite(server.url, "large", kept);
    say(
      "\n| page | ms, small | ms, large | rows, small | rows, large | most of them |\n| --- | --- | --- | --- | --- | --- |",
    );
    for (const page of large) {
      const before = small.find(({ title }) => title === page.title);
      const [rows, scanned] = [rowsOf(page.reads), scannedIn(page.reads)];
      const over = rows > ROWS_AT_MOST || scanned.length > 0 || page.status >= 500;
      if (over) process.exitCode = 1;
      say(
        `| ${over ? "OVER " : ""}${page.title}${page.status === 200 ? "" : ` (${page.status})`} | ${median(before?.ms ?? []).toFixed(0)} | ${median(page.ms).toFixed(0)} | ` +
          `${before ? rowsOf(before.reads) : "-"} | ${rows} | ${scanned.length > 0 ? `READS THROUGH ${scanned.join(", ")}; ` : ""}${mostIn(page.reads)} |`,
      );
    }
  } finally {
    await server.close();
  }
}

const NOWHERE = { reader: {}, admin: {}, follower: {} } as LargeProps;

async function measureSite(server: string, which: Which, kept: boolean): Promise<Page[]> {
  const name = `moot_bench_${which}`;
  const at = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const isKept = kept && (await isReachable(at));
  const url = isKept ? at : await freshDatabase(server, name);
  if (isKept) await migrate(url);
  const environment = environmentOf(url, await freePort());
  if (!isKept)
    await step(`Seeding the ${which} site`, () =>
      runNode([...program("moot"), "seed", "site", ...SIZES[which]], { environment, aloud: true }),
    );
  mkdirSync(".cache/bench", { recursive: true });
  const file = resolve(".cache/bench", `large-props.json`);
  await runNode([...typescript, "bench/large-fill.ts", file], { environment });
  const props = LargeProps.parse(JSON.parse(readFileSync(file, "utf8")));
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("VACUUM (ANALYZE)");
    const pages = await openPages(client, environment, props);
    // What is too slow or fails there has been said, and takes nothing else with it.
    await runNode([...typescript, "--import", MEASURED, "bench/large-work.ts", file], {
      environment,
      aloud: true,
    }).catch(() => (process.exitCode = 1));
    const began = performance.now();
    await step(`Checking the ${which} site`, () => runNode([...program("moot"), "check"], { environment }));
    say(`moot check on the ${which} site: ${((performance.now() - began) / 1_000).toFixed(1)} s`);
    return pages;
  } finally {
    await client.end();
  }
}

/** In rounds through all of them, so that no page is one that was kept a moment ago. Of the rows the fewest count: jobs read some, too. */
async function openPages(
  client: Client,
  environment: ReturnType<typeof environmentOf>,
  props: LargeProps,
): Promise<Page[]> {
  const site = startServer({ ...environment, NODE_OPTIONS: `--import ${MEASURED}` });
  await untilItAnswers(site, readSettings(environment));
  const origin = `http://127.0.0.1:${environment.PORT}`;
  const pages = new Map<string, Page>();
  try {
    for (let round = 0; round < ROUNDS; round++) {
      for (const { as, path } of [...pagesOf(props).values()].flat()) {
        const title = `${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, "…")}${as === "nobody" ? "" : `, ${as}`}`;
        const page = pages.get(title) ?? { title, ms: [], reads: [], status: 0 };
        pages.set(title, page);
        const began = performance.now();
        let took = 0;
        const reads = await readWhile(client, async () => {
          const cookie = as === "nobody" ? "" : props[as].cookie;
          const answer = await fetch(`${origin}${path}`, {
            headers: cookie ? { cookie } : {},
            redirect: "manual",
          });
          await answer.arrayBuffer();
          page.status = answer.status;
          took = performance.now() - began;
          // What was asked for last is flushed behind the answer.
          await pause(15);
        });
        page.ms.push(took);
        if (round === 0 || rowsOf(reads) < rowsOf(page.reads)) page.reads = reads;
      }
      // A public page is kept for two seconds.
      await pause(2_500);
    }
  } finally {
    await endChildren(END_WITHIN);
  }
  return [...pages.values()];
}
