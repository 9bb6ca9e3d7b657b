import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { freePort } from "@/scripts/postgres/embedded";
import { readSettings } from "@/platform/settings";
import { copyTemplate, openTestServer } from "@/test/server";
import { ensureBrowser } from "./browser";
import { buildWhenStale } from "./build";
import { endChildren, runNode, typescript } from "./child-process";
import { say } from "./progress.mjs";
import { generateClient } from "./schema";
import { startServer, untilItAnswers } from "./server";

type Count = { passed: number; failed: number };
type Part = "style" | "unit" | "e2e";
type Step = Readonly<{
  part: Part;
  title: string;
  /** `files`: words that the names of the test files to run contain; none for all. */
  run: (count: Count, files: readonly string[]) => Promise<unknown>;
}>;

const ROOMS = [
  "app",
  "components",
  "client",
  "web",
  "domain",
  "messages",
  "platform",
  "bin",
  "scripts",
  "prisma",
  "test",
  "e2e",
  "bench",
];

/** Where the runners leave their counts. */
const REPORTS = ".cache/reports";

/** The server has this long to end after the last story, in milliseconds. */
const END_WITHIN = 10_000;

/** One row after the other; what stands in one row goes on at the same time. */
const rows: readonly (readonly Step[])[] = [
  // Next writes the types of its pages' addresses; lint and types both read them.
  [{ part: "style", title: "the types of the pages", run: () => tool("next", "dist/bin/next", "typegen") }],
  [
    { part: "style", title: "lint", run: () => tool("eslint", "bin/eslint.js", "--max-warnings", "0", ".") },
    { part: "style", title: "types, formatting, the import law and dead code", run: checkTheRest },
  ],
  [{ part: "unit", title: "unit and integration tests", run: runVitest }],
  [{ part: "e2e", title: "the production build", run: buildWhenStale }],
  [{ part: "e2e", title: "the promises, in a browser", run: runPlaywright }],
];

/**
 * Runs every check, or those of some parts, and stops at the first that fails. One part may be followed by names of test
 * files: `e2e voting`.
 * @returns the exit code
 */
export async function runTests(words: readonly string[]): Promise<number> {
  const isPart = (word: string) => rows.flat().some(({ part }) => part === word);
  const parts = words.filter(isPart);
  const files = words.filter((word) => !isPart(word));
  if (files[0] && (parts.length !== 1 || parts[0] === "style"))
    throw new Error(
      `npm test knows the parts style, unit and e2e, and not "${files[0]}". A test's file is named after its part: npm test -- e2e voting`,
    );
  endOnSignal();
  mkdirSync(REPORTS, { recursive: true });
  const count: Count = { passed: 0, failed: 0 };
  await generateClient();
  for (const row of rows) {
    const wanted = row.filter(({ part }) => parts.length === 0 || parts.includes(part));
    const passed = await Promise.all(wanted.map((step) => passes(step, count, files)));
    if (passed.includes(false)) break;
  }
  say(`\n${count.passed} passed, ${count.failed} failed`);
  return count.failed === 0 ? 0 : 1;
}

async function passes({ title, run }: Step, count: Count, files: readonly string[]): Promise<boolean> {
  const began = Date.now();
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  const before = count.failed;
  try {
    await run(count, files);
    say(`ok    ${title} (${seconds()})`);
    return true;
  } catch (error) {
    say(`FAIL  ${title} (${seconds()})\n\n${error instanceof Error ? error.message : String(error)}`);
    if (count.failed === before) count.failed += 1;
    return false;
  }
}

function tool(name: string, file: string, ...words: string[]): Promise<string> {
  return runNode([join("node_modules", name, file), ...words]);
}

async function checkTheRest(): Promise<void> {
  await tool("prettier", "bin/prettier.cjs", "--check", ".");
  await tool("typescript", "bin/tsc", "--noEmit");
  await checkImports();
  await tool("knip", "bin/knip.js", "--no-progress");
}

function checkImports(): Promise<string> {
  const rooms = ROOMS.filter((room) => existsSync(room));
  return tool(
    "dependency-cruiser",
    "bin/dependency-cruise.mjs",
    "--config",
    ".dependency-cruiser.cjs",
    ...rooms,
  );
}

const VitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });

async function runVitest(count: Count, files: readonly string[]): Promise<void> {
  const report = freshReport("unit.json");
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  try {
    await tool("vitest", "vitest.mjs", "run", ...files, ...reporters);
  } finally {
    const { numPassedTests, numFailedTests } = readReport(report, VitestReport) ?? nothing.unit;
    add(count, numPassedTests, numFailedTests);
  }
}

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

async function runPlaywright(count: Count, files: readonly string[]): Promise<void> {
  const report = freshReport("e2e.json");
  const browser = await ensureBrowser();
  const { environment, close } = await startSite();
  try {
    await runNode(["node_modules/@playwright/test/cli.js", "test", ...files, "--reporter=list,json"], {
      environment: { ...environment, MOOT_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    });
  } finally {
    await close();
    const { stats } = readReport(report, PlaywrightReport) ?? nothing.e2e;
    add(count, stats.expected + stats.flaky, stats.unexpected);
  }
}

/** The production server, with an empty database of its own and what every fresh Moot begins with. */
async function startSite() {
  const { server, close } = await openTestServer();
  const port = String(await freePort());
  const address = `http://localhost:${port}`;
  const environment = {
    ...process.env,
    NODE_ENV: "production" as const,
    DATABASE_URL: await copyTemplate(server, "e2e"),
    MOOT_EMBEDDED: "1",
    MOOT_SECRET: "only the stories are signed with this secret",
    MOOT_URL: address,
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: "only the stories are signed with this secret",
    // The whole cast comes from one address, and faster than people do.
    MOOT_LIMITS: "off",
    MOOT_LOG: "warn",
    PORT: port,
  };
  await runNode([...typescript, "bin/moot.ts", "set-up"], { environment });
  await untilItAnswers(startServer(environment), readSettings(environment));
  return { environment, close: () => endChildren(END_WITHIN).finally(close) };
}

function freshReport(name: string): string {
  const file = join(REPORTS, name);
  rmSync(file, { force: true });
  return file;
}

/** What counts when a runner fell over before it could count. */
const nothing = {
  unit: { numPassedTests: 0, numFailedTests: 0 },
  e2e: { stats: { expected: 0, unexpected: 0, flaky: 0 } },
};

function readReport<T>(file: string, shape: z.ZodType<T>): T | undefined {
  return existsSync(file) ? shape.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
}

function add(count: Count, passed: number, failed: number): void {
  count.passed += passed;
  count.failed += failed;
}

function endOnSignal(): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void endChildren(END_WITHIN).then(() => process.exit(1)));
}
