import fc from "fast-check";
import { expect, test } from "vitest";
import { textDiff, wordDiff, type DiffPart } from "./word-diff";

const without = (change: "added" | "removed", parts: DiffPart[]): string =>
  parts.flatMap((part) => (part.change === change ? [] : part.text)).join("");
const only = (change: DiffPart["change"], parts: DiffPart[]): string[] =>
  parts.flatMap((part) => (part.change === change ? part.text : []));

const text = fc
  .array(fc.constantFrom("tea", "coffee", " ", "\n\n", "\n", "é", "👩‍🚀", "สวัสดี", "論点", ".", "# "), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join(""));

test("from what is told of a change either text can be put together again", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      for (const diff of [wordDiff, textDiff]) {
        const parts = diff(before, after);
        expect(without("added", parts)).toBe(before);
        expect(without("removed", parts)).toBe(after);
        expect(parts.every((part) => part.text !== "")).toBe(true);
      }
    }),
  );
});

test("a word that changed is one word, in every script", () => {
  const cases: [before: string, after: string, removed: string, added: string][] = [
    ["The kettle whistles.", "The kettle sings.", "whistles", "sings"],
    ["Чайник свистит.", "Чайник поёт.", "свистит", "поёт"],
    ["ฉันดื่มชา", "ฉันดื่มกาแฟ", "ชา", "กาแฟ"],
  ];
  for (const [before, after, removed, added] of cases) {
    const parts = wordDiff(before, after);
    expect(only("removed", parts)).toEqual([removed]);
    expect(only("added", parts)).toEqual([added]);
  }
});

test("of paragraphs only those that changed are compared, and one that is new is added whole", () => {
  const parts = textDiff("One.\n\nTwo is two.\n\nThree.", "One.\n\nTwo is three.\n\nNew.\n\nThree.");
  expect(only("removed", parts)).toEqual(["two"]);
  expect(only("added", parts)).toEqual(["three", "New.\n\n"]);
});

test("texts that have nothing in common are told apart without comparing them at length", () => {
  const long = (word: string) => Array.from({ length: 20_000 }, (_, nth) => `${word}${nth}`).join(" ");
  expect(wordDiff(long("a"), long("b"))).toEqual([
    { text: long("a"), change: "removed" },
    { text: long("b"), change: "added" },
  ]);
});
