import { expect, test } from "vitest";
import { z } from "zod";
import { isRefusal, Unacceptable } from "@/platform/refusal";
import { parseInput } from "./parse-input";

const Schema = z.strictObject({
  law: z.enum(["", "hate", "threat"]).optional(),
  seconds: z.int().max(86_400).optional(),
  words: z.string().min(2).max(5).optional(),
  some: z.array(z.int()).max(2).optional(),
  at: z.iso.datetime().optional(),
  what: z
    .discriminatedUnion("kind", [z.object({ kind: z.literal("a") }), z.object({ kind: z.literal("b") })])
    .optional(),
  either: z.union([z.boolean(), z.literal("yes")]).optional(),
  more: z.looseObject({}).optional(),
});

function sentenceFor(input: unknown): string {
  try {
    parseInput(Schema, input, Unacceptable);
  } catch (problem) {
    if (isRefusal(problem)) return problem.message;
    throw problem;
  }
  throw new Error("It was taken.");
}

test("what is refused is said to people: no word of a parser's, and with its article", () => {
  const refused = [
    { law: "hats" },
    { seconds: 86_401 },
    { seconds: 1.5 },
    { words: "a" },
    { words: "abcdef" },
    { some: [1, 2, 3] },
    { some: {} },
    { some: ["x"] },
    { at: "yesterday" },
    { what: { kind: "c" } },
    { either: "no" },
    { more: [] },
    { law: null },
  ];
  for (const input of refused) {
    const sentence = sentenceFor(input);
    expect(sentence, JSON.stringify(input)).toMatch(/^[A-Z"].*\.$/);
    expect(sentence).not.toMatch(/invalid|expected|discriminator|option:|<=|>=|\ba (?:object|array|int)\b/i);
  }
});

test("a field nobody knows is named by whole characters, however it is cut", () => {
  const name = `${"a".repeat(29)}😀bc`;
  expect(sentenceFor({ [name]: 1 })).toBe(`There is no field called "${"a".repeat(29)}😀" here.`);
  expect(sentenceFor({ [`a${name}`]: 1 })).not.toMatch(/\p{Surrogate}/u);
});
