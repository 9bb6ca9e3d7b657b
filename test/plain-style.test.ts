import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Of a name that print or a theme sets again, the first value. */
const tokensIn = (file: string): Map<string, string> =>
  new Map(
    Array.from(
      readFileSync(file, "utf8").matchAll(/^\s*(--[\w-]+):\s*([^;]+);/gm),
      ([, name = "", value = ""]): [string, string] => [name, value.replace(/\s+/g, " ")],
    ).reverse(),
  );

test("the pages that stand in for others have the site's own colours", () => {
  const site = tokensIn("styles/tokens.css");
  const plain = tokensIn("public/plain.css");
  expect(plain.size).toBeGreaterThan(4);
  for (const [name, value] of plain) expect([name, site.get(name)]).toEqual([name, value]);
});

const filesOf = (...rooms: string[]): string[] =>
  rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".tsx"))
      .map((name) => `${room}/${name}`),
  );

// whatwg/html#1467, jointakahe/takahe#340: it counts an emoji as two, and a letter of Adlam, and cuts a paste without a word.
test("no field of words has a length that a browser counts", () => {
  const limits = filesOf("app", "components").flatMap((file) =>
    Array.from(readFileSync(file, "utf8").matchAll(/maxLength=\{([^}]+)\}/g), ([, limit = ""]) => limit),
  );
  expect(limits.length).toBeGreaterThan(2);
  for (const limit of limits) expect(limit).toMatch(/^(?:\d+|RULE_LIMITS\.key|LIMITS\.link)$/);
});
