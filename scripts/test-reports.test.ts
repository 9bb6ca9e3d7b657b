import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPlaywright, readVitest } from "./test-reports";

const kept = (report: unknown): string => {
  const file = join(mkdtempSync(join(tmpdir(), "report-")), "report.json");
  writeFileSync(file, JSON.stringify(report));
  return file;
};

test("a story that failed is named with its file, its line and what it said first", () => {
  const spec = (title: string, ok: boolean, message: string) => ({
    title,
    file: "voting.spec.ts",
    line: 7,
    ok,
    tests: [{ results: [{ errors: ok ? [] : [{ message }] }] }],
  });
  const report = readPlaywright(
    kept({
      stats: { expected: 1, unexpected: 1, flaky: 0 },
      suites: [
        {
          title: "voting.spec.ts",
          specs: [spec("a vote counts", true, "")],
          suites: [
            {
              title: "in the dark",
              specs: [spec("it is seen", false, "\u001b[31mNo table\u001b[0m\n\n  at card")],
            },
          ],
        },
      ],
    }),
  );
  expect(report).toEqual({
    passed: 1,
    failed: 1,
    failures: ["e2e/voting.spec.ts:7 › in the dark › it is seen\n      No table\n      at card"],
  });
});

test("a story that held only at its second try passed, and is named", () => {
  const results = [{ errors: [{ message: "Late" }] }, { errors: [] }];
  const spec = { title: "it waits", file: "voting.spec.ts", line: 9, ok: true, tests: [{ results }] };
  const report = readPlaywright(
    kept({
      stats: { expected: 0, unexpected: 0, flaky: 1 },
      suites: [{ title: "voting.spec.ts", specs: [spec] }],
    }),
  );
  expect(report).toEqual({
    passed: 1,
    failed: 0,
    failures: [],
    flaky: ["e2e/voting.spec.ts:9 › it waits"],
  });
});

test("a file of tests that cannot be loaded is named too", () => {
  const report = readVitest(
    kept({
      numPassedTests: 3,
      numFailedTests: 0,
      testResults: [
        { name: join(process.cwd(), "domain/a.test.ts"), message: "No such module", assertionResults: [] },
      ],
    }),
  );
  expect(report.failures).toEqual(["domain/a.test.ts\n      No such module"]);
});

test("no report is as if nothing had run", () => {
  expect(readVitest("nowhere.json")).toEqual({ passed: 0, failed: 0, failures: [] });
});
