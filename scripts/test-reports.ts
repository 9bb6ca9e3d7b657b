import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { z } from "zod";

/** What one runner counted. `failures`: a line for each test that failed, with where it stands and how it began to. */
export type Report = Readonly<{
  passed: number;
  failed: number;
  failures: readonly string[];
  /** Those that held only when they were tried again. */
  flaky?: readonly string[];
}>;

/** What counts when a runner fell over before it could count. */
const NOTHING: Report = { passed: 0, failed: 0, failures: [] };

/** Of what a failed test says, so many lines are repeated at the end, where a log that was cut still has them. */
const LINES = 6;

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});

/** @param file the JSON reporter's file; none is as if nothing had run */
export function readVitest(file: string): Report {
  const report = read(file, VitestReport);
  if (!report) return NOTHING;
  const failures = report.testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === "failed");
    const lines = failed.map(({ fullName, failureMessages }) =>
      inShort(`${relative("", name)} › ${fullName}`, failureMessages.join("\n")),
    );
    // A file that cannot be loaded has no test to fail.
    return lines.length === 0 && message !== "" ? [inShort(relative("", name), message)] : lines;
  });
  return { passed: report.numPassedTests, failed: report.numFailedTests, failures };
}

const Spec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  ok: z.boolean(),
  tests: z.array(
    z.object({
      results: z.array(z.object({ errors: z.array(z.object({ message: z.string().default("") })) })),
    }),
  ),
});

type Suite = Readonly<{ title: string; specs: readonly z.infer<typeof Spec>[]; suites?: readonly Suite[] }>;

const Suite: z.ZodType<Suite> = z.object({
  title: z.string(),
  specs: z.array(Spec),
  suites: z.lazy(() => z.array(Suite)).optional(),
});

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  suites: z.array(Suite),
});

/** @param file the JSON reporter's file; none is as if nothing had run */
export function readPlaywright(file: string): Report {
  const report = read(file, PlaywrightReport);
  if (!report) return NOTHING;
  const failures = report.suites.flatMap((suite) => failuresIn(suite, []));
  const { expected, flaky, unexpected } = report.stats;
  const again = report.suites.flatMap(flakyIn);
  return {
    passed: expected + flaky,
    failed: unexpected,
    failures,
    ...(again.length > 0 && { flaky: again }),
  };
}

const flakyIn = ({ specs, suites = [] }: Suite): string[] => [
  ...specs
    .filter(({ ok, tests }) => ok && tests.some(({ results }) => results.length > 1))
    .map(({ file, line, title }) => `e2e/${file}:${line} › ${title}`),
  ...suites.flatMap(flakyIn),
];

function failuresIn({ specs, suites = [], title }: Suite, above: readonly string[]): string[] {
  const titles = [...above, title];
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ file, line, title: name, tests }) => {
      const said = tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors));
      const where = [`e2e/${file}:${line}`, ...titles.slice(1), name].join(" › ");
      return inShort(where, said.map(({ message }) => message).join("\n"));
    });
  return [...own, ...suites.flatMap((suite) => failuresIn(suite, titles))];
}

function inShort(where: string, said: string): string {
  const lines = stripVTControlCharacters(said)
    .split("\n")
    .filter((line) => line.trim() !== "");
  return [where, ...lines.slice(0, LINES).map((line) => `    ${line.trim()}`)].join("\n  ");
}

function read<T>(file: string, shape: z.ZodType<T>): T | undefined {
  return existsSync(file) ? shape.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
}
