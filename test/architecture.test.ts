import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const ROOMS = ["app", "components", "client", "messages", "web", "domain", "platform"];

const sources = ROOMS.filter((room) => existsSync(room))
  .flatMap((room) => readdirSync(room, { recursive: true, encoding: "utf8" }).map((file) => join(room, file)))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));

const offenders = (is: (source: { file: string; text: string }) => boolean) =>
  sources.filter(is).map(({ file }) => file);

test("every route of the door is made by `makeDoor`, so none can forget who asks and how fast", () => {
  const strays = offenders(
    ({ file, text }) =>
      file.startsWith("web/door/") &&
      (/from "(hono|@hono\/)/.test(text) || /\bapp\s*\.\s*(get|post|put|patch|delete|use)\b/.test(text)),
  );
  expect(strays).toEqual([]);
});

test("every file that reads or writes the database says that it belongs to the server", () => {
  const silent = offenders(
    ({ text }) =>
      /from "@\/(platform\/database|generated\/)/.test(text) &&
      !text.includes('import "server-only"') &&
      !isTypeOnly(text),
  );
  expect(silent).toEqual([]);
});

test("nobody but the settings reads the environment", () => {
  const readers = offenders(
    ({ file, text }) => text.includes("process.env") && !ALLOWED_READERS.includes(file),
  );
  expect(readers).toEqual([]);
});

test("there are no drawers and no barrels", () => {
  expect(
    offenders(({ file }) => /(^|\/)(lib|utils?|helpers?|shared|common|misc)(\/|\.tsx?$)/.test(file)),
  ).toEqual([]);
  expect(offenders(({ file }) => /(^|\/)index\.tsx?$/.test(file))).toEqual([]);
});

test("a form knows no length by itself: it is said once, where the schema reads it too", () => {
  expect(offenders(({ text }) => /\b(max|min)Length=(\{|")[\d_]{3,}/.test(text))).toEqual([]);
});

test("what lies beside or below a file is imported by ./", () => {
  expect(offenders(({ file, text }) => text.includes(` "@/${dirname(file)}/`))).toEqual([]);
});

test("every file that the documents name is there", () => {
  const documents = [
    "README.md",
    "CONTRIBUTING.md",
    "docs/ARCHITECTURE.md",
    "docs/STYLE.md",
    "docs/MODERATING.md",
    "docs/OPERATING.md",
  ];
  const named = documents.flatMap((document) =>
    [
      ...readFileSync(document, "utf8").matchAll(
        /`((?:app|components|client|web|domain|platform|prisma|scripts|test|e2e|bench)\/[\w./[\]-]*\w)`/g,
      ),
    ].map(([, file = ""]) => `${document}: ${file}`),
  );
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((line) => !existsSync(line.split(": ")[1] ?? ""))).toEqual([]);
});

test("no rule of the house is switched off in passing", () => {
  expect(
    offenders(({ text }) =>
      /(es|ox)lint-disable|@ts-(ignore|expect-error|nocheck)|prettier-ignore/.test(text),
    ),
  ).toEqual([]);
});

test("nothing carries a style or a script inside its markup, which the content policy would refuse", () => {
  expect(offenders(({ file, text }) => file.endsWith(".tsx") && /\sstyle=\{/.test(text))).toEqual([]);
});

/**
 * NODE_ENV is Next's own, and next-auth wants its address there; the pool asks before the settings of a build exist;
 * the outside check may be set up while the site runs.
 */
const ALLOWED_READERS = [
  "platform/env.ts",
  "platform/database.ts",
  "web/server/server.ts",
  "web/sessions/auth-options.ts",
  "domain/moderation/checks/external/external.ts",
];

function isTypeOnly(text: string): boolean {
  const imports = text.match(/import[^;]*from "@\/(platform\/database|generated\/)[^"]*"/g) ?? [];
  return imports.every((line) => line.startsWith("import type"));
}
