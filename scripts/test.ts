import { existsSync, mkdirSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { ensureBrowser } from "./browser";
import { buildWhenStale } from "./build";
import { endChildren, runNode } from "./child-process";
import { say } from "./progress.mjs";
import { generateClient } from "./schema";
import { readPlaywright, readVitest, type Report } from "./test-reports";
import { startSites } from "./test-sites";
import { bundlePrograms } from "./programs";

type Count = { passed: number; failed: number; failures: string[]; flaky: string[] };
type Part = "style" | "unit" | "e2e";
type Step = Readonly<{
  part: Part;
  title: string;
  /** Nothing that comes after goes on without it. Where only a test failed, the rest says what else is wrong. */
  needed: boolean;
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

/** Whatever runs when we are told to end has this long, in milliseconds. */
const END_WITHIN = 10_000;

/**
 * One row after the other; what stands in one row goes on at the same time, each lane of it step by step. The build writes anew what the
 * linter reads of the pages' types, and so comes after it.
 */
const rows: readonly (readonly (readonly Step[])[])[] = [
  // Next writes the types of its pages' addresses; the linter, which reads types, wants them.
  [
    [
      {
        part: "style",
        title: "the types of the pages",
        needed: true,
        run: () => tool("next", "dist/bin/next", "typegen"),
      },
    ],
  ],
  [
    [
      {
        part: "style",
        title: "lint and types",
        needed: true,
        run: () =>
          tool(
            "oxlint",
            "bin/oxlint",
            "-c",
            "oxlint.config.mjs",
            "--type-aware",
            "--type-check",
            "--deny-warnings",
          ),
      },
      { part: "e2e", title: "the production build", needed: true, run: buildWhenStale },
    ],
    [
      {
        part: "style",
        title: "formatting, the import law and dead code",
        needed: true,
        run: checkTheRest,
      },
    ],
    [{ part: "unit", title: "unit and integration tests", needed: false, run: runVitest }],
  ],
  [[{ part: "e2e", title: "the promises, in a browser", needed: false, run: runPlaywright }]],
];

/**
 * Runs every check, or those of some parts, and stops where style or the build fails: one run shows every test that does. One part may be followed by names of test
 * files: `e2e voting`.
 * @returns the exit code
 */
export async function runTests(words: readonly string[]): Promise<number> {
  const isPart = (word: string) => rows.flat(2).some(({ part }) => part === word);
  const parts = words.filter(isPart);
  const files = words.filter((word) => !isPart(word));
  if (files[0] && (parts.length !== 1 || parts[0] === "style"))
    throw new Error(
      `npm test knows the parts style, unit and e2e, and not "${files[0]}". A test's file is named after its part: npm test -- e2e voting`,
    );
  endOnSignal();
  mkdirSync(REPORTS, { recursive: true });
  const count: Count = { passed: 0, failed: 0, failures: [], flaky: [] };
  await generateClient();
  await bundlePrograms();
  const isWanted = ({ part }: Step) => parts.length === 0 || parts.includes(part);
  for (const row of rows) {
    const goesOn = await Promise.all(row.map((lane) => walk(lane.filter(isWanted), count, files)));
    if (goesOn.includes(false)) break;
  }
  if (count.failures.length > 0) say(`\nWhat failed:\n\n${count.failures.join("\n\n")}`);
  if (count.flaky.length > 0) say(`\nHeld only at the second try:\n\n${count.flaky.join("\n")}`);
  say(`\n${count.passed} passed, ${count.failed} failed`);
  return count.failed === 0 ? 0 : 1;
}

/** @returns whether what comes after may go on */
async function walk(lane: readonly Step[], count: Count, files: readonly string[]): Promise<boolean> {
  for (const step of lane) if (!(await passes(step, count, files)) && step.needed) return false;
  return true;
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
    if (count.failed === before) {
      count.failed += 1;
      count.failures.push(title);
    }
    return false;
  }
}

function tool(name: string, file: string, ...words: string[]): Promise<string> {
  return runNode([join("node_modules", name, file), ...words]);
}

async function checkTheRest(): Promise<void> {
  await tool("oxfmt", "bin/oxfmt", "--check");
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

async function runVitest(count: Count, files: readonly string[]): Promise<void> {
  const report = freshReport("unit.json");
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  try {
    await tool("vitest", "vitest.mjs", "run", ...files, ...reporters);
  } finally {
    add(count, readVitest(report));
  }
}

/** One more than there are cores for a browser and a server, for each waits for time and the network now and then; each with a site of their own. */
const TELLERS = Math.min(3, availableParallelism() + 1);

async function runPlaywright(count: Count, files: readonly string[]): Promise<void> {
  const report = freshReport("e2e.json");
  const browser = await ensureBrowser();
  const sites = await startSites(TELLERS, REPORTS);
  const environment = {
    MOOT_SITES: JSON.stringify(sites.environments),
    MOOT_BROWSER: browser,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  };
  try {
    await runNode(["node_modules/@playwright/test/cli.js", "test", ...files, "--reporter=list,json"], {
      environment,
    });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${sites.logs()}`);
  } finally {
    await sites.close();
    add(count, readPlaywright(report));
  }
}

function freshReport(name: string): string {
  const file = join(REPORTS, name);
  rmSync(file, { force: true });
  return file;
}

function add(count: Count, { passed, failed, failures, flaky = [] }: Report): void {
  count.passed += passed;
  count.failed += failed;
  count.failures.push(...failures);
  count.flaky.push(...flaky);
}

function endOnSignal(): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void endChildren(END_WITHIN).then(() => process.exit(1)));
}
