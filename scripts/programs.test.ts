import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { typescript } from "./child-process";

/** What the programs are made of, in a folder where it may be changed. */
const ROOMS = ["bin", "web", "domain", "platform", "messages", "scripts", "generated", "prisma"];
const FILES = ["package.json", "tsconfig.json"];

const folder = mkdtempSync(join(tmpdir(), "moot-programs-"));
beforeAll(() => {
  for (const one of [...ROOMS, ...FILES]) cpSync(one, join(folder, one), { recursive: true });
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  rmSync(join(folder, "generated/programs"), { recursive: true, force: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

const SOURCES = "bin/moot.ts";
const BUNDLE = "generated/programs/moot.js";

/** What a process that begins now would run, asked before and after this statement. */
function runs(statement: string): string[] {
  const asks = `const { bundlePrograms, program } = await import("./scripts/programs.ts");
    const before = program("moot");
    ${statement};
    console.log(JSON.stringify([before, program("moot")].map((words) => words.at(-1))));`;
  const answer = execFileSync(process.execPath, [...typescript, "--input-type=module", "-e", asks], {
    cwd: folder,
    encoding: "utf8",
  });
  return JSON.parse(answer) as string[];
}

test("a program is run from its bundle for as long as that was made from these very sources", () => {
  expect(runs("await bundlePrograms()")).toEqual([SOURCES, BUNDLE]);
  expect(runs("")).toEqual([BUNDLE, BUNDLE]);
  appendFileSync(join(folder, "messages/en/comments.ts"), "\nexport const anotherWord = 'Another word';\n");
  expect(runs("")).toEqual([SOURCES, SOURCES]);
});

test("a bundle has our own code and no package, and obeys", () => {
  expect(readFileSync(join(folder, BUNDLE), "utf8")).not.toContain("node_modules/");
  const said = execFileSync(process.execPath, ["--conditions=react-server", BUNDLE, "help"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(said).toContain("Usage: moot COMMAND");
});
