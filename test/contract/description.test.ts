import { compileErrors, validate } from "@readme/openapi-parser";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { expect, test } from "vitest";
import { openDoor } from "@/web/door";
import { describeRoutes } from "@/web/route/openapi";

const { made } = openDoor();
/** As of a site that the world can reach, for a linter has its doubts about localhost. */
const text = JSON.stringify(describeRoutes(made, "https://moot.test"));

test("the description is valid OpenAPI 3.1", async () => {
  const result = await validate(JSON.parse(text));
  expect(result.valid ? "" : compileErrors(result)).toBe("");
});

test("a linter's recommended rules find nothing in it", async () => {
  const config = await createConfig({ extends: ["recommended"] });
  const problems = await lintFromString({ source: text, absoluteRef: "openapi.json", config });
  const sentences = problems.map(
    ({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer ?? ""}`,
  );
  expect([...new Set(sentences)]).toEqual([]);
});

test("no pattern of it needs more than every language's regular expressions can", () => {
  const patterns = [...text.matchAll(/"pattern":"((?:[^"\\]|\\.)*)"/g)].map(([, pattern = ""]) => pattern);
  expect(patterns.length).toBeGreaterThan(5);
  // No flags, no looking around, no properties of letters, no names, no references back: RE2's subset.
  const odd = patterns.filter((pattern) => /\/[a-z]*$|\(\?[^:]|\\p\{|\\\\p|\\\\k|\\\\[1-9]/.test(pattern));
  expect(odd).toEqual([]);
});

test("every route says who it is for, what it answers and how that can fail", () => {
  expect(made.length).toBeGreaterThan(70);
  for (const { method, path, tag, summary, output } of made) {
    const statuses = Object.keys(output).map(Number);
    expect(summary, `${method} ${path}`).not.toBe("");
    expect(tag, `${method} ${path}`).not.toBe("");
    expect(
      statuses.some((status) => status < 300),
      `${method} ${path}`,
    ).toBe(true);
  }
});

test("every body has an example, which its own schema takes", () => {
  const wrong = made.flatMap(({ method, path, input, example }) => {
    if (input === undefined) return [];
    const result = input.safeParse(example);
    return result.success ? [] : [`${method} ${path}: ${result.error.message}`];
  });
  expect(wrong).toEqual([]);
});
