import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { readSettings } from "@/platform/settings";
import { ensureBrowser } from "@/scripts/browser";
import { endChildren, runNode, typescript } from "@/scripts/child-process";
import { installApart } from "@/scripts/install.mjs";
import { freePort } from "@/scripts/postgres/embedded";
import { step } from "@/scripts/progress.mjs";
import { startServer, untilItAnswers } from "@/scripts/server";
import { LEAD } from "./illustrated";
import { median } from "./rounds";
import { END_WITHIN, environmentOf, freshDatabase, openBuilt } from "./site";
import { markdown } from "./table";

/** It brings 146 packages, so it is no package of this one. */
const TOOLS = ".cache/bench-tools";
const ROUNDS = 5;

type Figure = "performance" | "accessibility" | "bestPractices" | "seo" | "lcp" | "tbt";
type Goals = Partial<Record<Figure, number>>;
type Run = Record<Figure, number> & { machine: number; wrong: string[] };

/** Scores are from 0 to 100, the largest contentful paint and the total blocking time in milliseconds, on Lighthouse's own slow phone. */
const PAGES: readonly { title: string; path: string; goals: Goals }[] = [
  {
    title: "front page with pictures",
    path: "/",
    goals: { performance: 95, accessibility: 100, bestPractices: 100, seo: 100 },
  },
  {
    title: "article with a picture and 100 comments",
    path: `/articles/${LEAD}`,
    goals: { performance: 97, accessibility: 100, bestPractices: 100, seo: 100, lcp: 1_800, tbt: 150 },
  },
];
const TITLES: Record<Figure, string> = {
  performance: "performance",
  accessibility: "accessibility",
  bestPractices: "best practices",
  seo: "search engines",
  lcp: "largest contentful paint, ms",
  tbt: "total blocking time, ms",
};
/** From here on Lighthouse's own index (docs/throttling.md of it) calls a machine a desk's, of the slower kind. */
const DESK = 1_000;
/** Of these less is better. */
const TIMES: readonly Figure[] = ["lcp", "tbt"];

/** Has Lighthouse judge the front page and an article, some times over, on a site and a database of their own. @returns a table, and what it found wrong */
export async function measureWithLighthouse(): Promise<string> {
  await installApart("bench/tools", TOOLS);
  const browser = await ensureBrowser();
  const server = await openBuilt();
  const folder = mkdtempSync(join(tmpdir(), "moot-lighthouse-"));
  try {
    const environment = environmentOf(await freshDatabase(server.url), await freePort());
    await step("Publishing articles with pictures", () =>
      runNode([...typescript, "bench/fill-front.ts"], { environment }),
    );
    await untilItAnswers(startServer(environment), readSettings(environment));
    const tables: string[] = [];
    for (const { title, path, goals } of PAGES) {
      const address = `${environment.MOOT_URL}${path}`;
      const rounds: Run[] = [];
      for (let round = 0; round < ROUNDS; round++) rounds.push(await judge(address, browser, folder));
      tables.push(tableOf(title, rounds, goals));
    }
    return tables.join("\n\n");
  } finally {
    rmSync(folder, { recursive: true, force: true });
    try {
      await endChildren(END_WITHIN);
    } finally {
      await server.close();
    }
  }
}

const Category = z.object({ score: z.number() });
const Report = z.object({
  /** How fast this machine was meanwhile. */
  environment: z.object({ benchmarkIndex: z.number() }),
  categories: z.object({
    performance: Category,
    accessibility: Category,
    "best-practices": Category,
    seo: Category,
  }),
  audits: z.record(
    z.string(),
    z.object({ title: z.string(), score: z.number().nullable(), numericValue: z.number().optional() }),
  ),
});

async function judge(address: string, browser: string, folder: string): Promise<Run> {
  const file = join(folder, "report.json");
  const asked = ["--quiet", "--output=json", `--output-path=${file}`, "--no-enable-error-reporting"];
  const chrome = `--chrome-flags=--headless=new --no-sandbox --disable-background-networking --user-data-dir=${join(folder, "profile")}`;
  await runNode([`${TOOLS}/node_modules/lighthouse/cli/index.js`, address, ...asked, chrome], {
    environment: { ...process.env, CHROME_PATH: browser },
  });
  const { environment, categories, audits } = Report.parse(JSON.parse(readFileSync(file, "utf8")));
  const percent = ({ score }: z.output<typeof Category>) => Math.round(score * 100);
  return {
    performance: percent(categories.performance),
    accessibility: percent(categories.accessibility),
    bestPractices: percent(categories["best-practices"]),
    seo: percent(categories.seo),
    lcp: audits["largest-contentful-paint"]?.numericValue ?? Number.NaN,
    tbt: audits["total-blocking-time"]?.numericValue ?? Number.NaN,
    machine: environment.benchmarkIndex,
    wrong: Object.values(audits).flatMap(({ title, score }) =>
      score !== null && score < 0.9 ? [title] : [],
    ),
  };
}

function tableOf(title: string, rounds: readonly Run[], goals: Goals): string {
  const rows = (Object.keys(TITLES) as Figure[]).map((figure) => {
    const found = Math.round(median(rounds.map((round) => round[figure])));
    const goal = goals[figure];
    const reached = goal !== undefined && (TIMES.includes(figure) ? found < goal : found >= goal);
    return [
      TITLES[figure],
      String(found),
      goal === undefined ? "" : `${goal} ${reached ? "reached" : "missed"}`,
    ];
  });
  const wrong = [...new Set(rounds.flatMap((round) => round.wrong))];
  const machine = Math.round(median(rounds.map((round) => round.machine)));
  const told = [
    `Below 0.9 in some round: ${wrong.join("; ") || "nothing"}.`,
    `This machine's index was ${machine}${machine < DESK ? `: it is slower than a desk's (${DESK}), which is what Lighthouse slows down to a phone, and so are the times` : ""}.`,
  ];
  return [markdown([[title, `median of ${rounds.length}`, "goal"], ...rows]), ...told].join("\n\n");
}
