import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effort } from "@/test/effort";
import { follow, foundAgain, saysTheSame } from "./follow";
import { quoteAt, type Stretch } from "./passage";

/* Where an article is edited, the words of a passage are known by who they are, not by how they look: each word has a number that it keeps. */

type Word = { word: string; id: number };
type Paragraph = Word[][];
type Draft = Paragraph[];

/** Few words, so that they are repeated everywhere, of scripts that are written either way and with no blanks between words. */
const COMMON = [
  "the",
  "cost",
  "of",
  "it",
  "rises",
  "מחיר",
  "עולה",
  "تكلفة",
  "價",
  "錢",
  "ราคา",
  "цена",
  "we",
];

let born = 0;
const wordOf = (word: string): Word => ({ word, id: born++ });

type Edit = { does: (typeof DEEDS)[number]; at: number; to: number; words: string[] };
const DEEDS = [
  "replace a word",
  "add a word",
  "take a word",
  "add a sentence",
  "take a sentence",
  "move a sentence",
  "repeat a sentence",
  "add a paragraph",
  "take a paragraph",
  "move a paragraph",
  "repeat a paragraph",
] as const;

/** `at` and `to` choose where, whatever is there. */
function edited(draft: Draft, { does, at, to, words }: Edit): Draft {
  const text = draft.map((paragraph) => paragraph.map((sentence) => [...sentence]));
  const paragraph = text[at % text.length];
  const sentence = paragraph?.[at % paragraph.length];
  const other = text[to % text.length];
  if (!paragraph || !sentence || !other) return draft;
  const fresh = () => words.map(wordOf);
  const [verb, , noun] = does.split(" ");
  const list: unknown[] = noun === "word" ? sentence : noun === "sentence" ? paragraph : text;
  const into: unknown[] = noun === "word" ? sentence : noun === "sentence" ? other : text;
  const made: unknown = noun === "word" ? fresh()[0] : noun === "sentence" ? fresh() : [fresh(), fresh()];
  const from = at % list.length;
  if (verb === "replace") list[from] = made;
  if (verb === "add") into.splice(to % (into.length + 1), 0, made);
  if (verb === "repeat") into.splice(to % (into.length + 1), 0, structuredClone(list[from]));
  if (verb === "take") list.splice(from, 1);
  if (verb === "move") into.splice(to % (into.length + 1), 0, ...list.splice(from, 1));
  return text.map((one) => one.filter(({ length }) => length > 0)).filter(({ length }) => length > 0);
}

/** As the article's text would have it, and which word is where. */
function printed(draft: Draft): { text: string; words: (Word & Stretch)[] } {
  let text = "";
  const words: (Word & Stretch)[] = [];
  for (const sentence of draft.flat()) {
    sentence.forEach((word, nth) => {
      if (text !== "") text += " ";
      words.push({ ...word, begins: text.length, ends: text.length + word.word.length });
      text += word.word + (nth === sentence.length - 1 ? "." : "");
    });
  }
  return { text, words };
}

const someWord = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...COMMON) },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z]{3,9}$/) },
);
const someWords = fc.array(someWord, { minLength: 4, maxLength: 12 });
const someDraft = fc.array(fc.array(someWords, { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 6,
});
const someEdit = fc.record({
  does: fc.constantFrom(...DEEDS),
  at: fc.nat(999),
  to: fc.nat(999),
  words: someWords,
});
const somePassages = fc.array(fc.record({ begins: fc.nat(999), length: fc.integer({ min: 1, max: 25 }) }), {
  minLength: 1,
  maxLength: 8,
});

/** On average a dozen; a million in the long tests. */
const EDITS = 24;

describe("a passage", () => {
  test("is never said to stand at words that it was not about, whatever is edited", () => {
    let [asked, found] = [0, 0];
    fc.assert(
      fc.property(
        someDraft,
        fc.array(someEdit, { minLength: 1, maxLength: EDITS }),
        somePassages,
        (raw, changes, passages) => {
          const draft = raw.map((paragraph) => paragraph.map((sentence) => sentence.map(wordOf)));
          const before = printed(draft);
          const after = printed(changes.reduce(edited, draft));
          const place = follow(before.text, after.text);
          for (const { begins, length } of passages) {
            const first = begins % before.words.length;
            const own = before.words.slice(first, first + length);
            const [begin, end] = [own[0], own.at(-1)];
            if (!begin || !end) continue;
            const there = place({ begins: begin.begins, ends: end.ends });
            asked++;
            if (!there) continue;
            found++;
            const ids = new Set(own.map(({ id }) => id));
            const words = after.words.filter((word) => word.ends > there.begins && word.begins < there.ends);
            const right = words.filter(({ id }) => ids.has(id));
            expect(
              right.length * 2,
              `${before.text}\n${after.text}\n${own.map(({ word }) => word).join(" ")}`,
            ).toBeGreaterThanOrEqual(words.length);
          }
        },
      ),
      { numRuns: effort(300, 80_000), seed: 20_261_129 },
    );
    // It would be as true of a search that finds nothing.
    expect(found).toBeGreaterThan(asked / 8);
  });

  const BEFORE =
    "A tram costs less than a road. The road costs more than it earns. Nobody asked the people who walk. What would a tram change for them?";
  const passageIn = (text: string, words: string) => {
    const begins = text.indexOf(words);
    return { begins, ends: begins + words.length };
  };
  const foundAfter = (words: string, after: string): string | null => {
    const there = follow(BEFORE, after)(passageIn(BEFORE, words));
    return there && after.slice(there.begins, there.ends);
  };

  test.each([
    ["nothing", BEFORE, "The road costs more than it earns."],
    [
      "a sentence before it",
      BEFORE.replace("The road", "We counted. The road"),
      "The road costs more than it earns.",
    ],
    ["a word in it", BEFORE.replace("more than", "far more than"), "The road costs far more than it earns"],
    [
      "its place",
      "Nobody asked. The road costs more than it earns. A tram costs less than a road.",
      "The road costs more than it earns.",
    ],
    [
      "all around it",
      "Why? The road costs more than it earns. So what?",
      "The road costs more than it earns.",
    ],
    [
      "its words",
      BEFORE.replace("The road costs more than it earns.", "Bridges are dear and last for long."),
      null,
    ],
    ["that it is there", BEFORE.replace("The road costs more than it earns. ", ""), null],
  ])("whose article changes in %s stands where its words are", (_, after, words) => {
    expect(foundAfter("The road costs more than it earns.", after)).toBe(words);
  });

  test("of words that are there five times is the one that was meant, or none", () => {
    const before =
      "The cost of steel rose. The cost of wood fell. The cost of work rose. The cost of land fell. The cost of it all rose.";
    const third = passageIn(before, "The cost of work");
    const cost = { begins: third.begins, ends: third.begins + "The cost".length };
    const added = `We counted all of it. ${before}`;
    const further = added.length - before.length;
    expect(follow(before, added)(cost)).toEqual({ begins: cost.begins + further, ends: cost.ends + further });
    expect(follow(before, before.replace("The cost of work rose. ", ""))(cost)).toBeNull();
  });

  test("that was lost is found when its wording is back", () => {
    const quote = quoteAt(BEFORE, passageIn(BEFORE, "Nobody asked the people who walk."));
    const there = foundAgain(`First of all. ${BEFORE}`, quote);
    expect(there).toEqual(passageIn(`First of all. ${BEFORE}`, quote.exact));
    expect(foundAgain("Nobody asked the people who walk.", quote)).toBeNull();
  });

  test("that has changed word by word until it says something else is an earlier wording", () => {
    expect(saysTheSame("The road costs more than it earns", "The road costs far more than it earns")).toBe(
      true,
    );
    expect(saysTheSame("The road costs more than it earns", "A bridge costs less than you think")).toBe(
      false,
    );
  });
});
