import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const page = readFileSync("docs/PRIVACY.md", "utf8");

/** The names in the first column of the tables below one heading. */
function listed(heading: string): string[] {
  const section = page.split(/^(?=#{2,3} )/m).find((part) => part.startsWith(heading)) ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("| `"));
  return rows.flatMap((row) =>
    [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
  );
}

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();
const named = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, name = ""]) => name);

test("every table of the database is listed once, and no other", () => {
  const tables = named(readFileSync("prisma/structure.sql", "utf8"), /^CREATE (?:UNLOGGED )?TABLE (\w+)/gm);
  expect(listed("## Everything that is kept").sort()).toEqual(sorted(tables));
});

test("every cookie is listed, and named so that only this host can set it", () => {
  const sources = readdirSync("web", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => readFileSync(join("web", file), "utf8"));
  const cookies = sources.flatMap((text) => named(text, /cookieName\("([^"]+)"\)/g));
  expect(sorted(listed("### Cookies"))).toEqual(sorted(cookies));
});

test("every kind of line about who may what is listed", () => {
  const source = readFileSync("web/protection/security-log.ts", "utf8");
  const events = named(source, /^ {2}\| "([^"]+)"/gm);
  expect(events.length).toBeGreaterThan(5);
  expect(sorted(listed("### What the log says"))).toEqual(sorted(events));
});
