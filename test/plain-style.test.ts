import { readFileSync } from "node:fs";
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
