import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effort } from "@/test/effort";
import { follow, followAgain, foundAgain, saysTheSame } from "./follow";
import { quoteAt, type Quote, type Stretch } from "./passage";

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
  // Nobody can tell a word from itself.
  if (verb === "replace" && sentence[from]?.word === words[0]) return draft;
  if (verb === "replace") list[from] = made;
  if (verb === "add") into.splice(to % (into.length + 1), 0, made);
  if (verb === "repeat") into.splice(to % (into.length + 1), 0, structuredClone(list[from]));
  if (verb === "take") list.splice(from, 1);
  if (verb === "move") into.splice(to % (into.length + 1), 0, ...list.splice(from, 1));
  return text.map((one) => one.filter(({ length }) => length > 0)).filter(({ length }) => length > 0);
}

/** A word that was replaced and put back is the word that it was: of a sentence that reads as it did nobody can tell that it was touched. */
function putBack(draft: Draft, before: Draft): Draft {
  const known = before.flat().filter(({ length }) => length > 1);
  return draft.map((paragraph) =>
    paragraph.map((sentence) => {
      const same = known.find(
        (one) =>
          one.length === sentence.length &&
          one.every(({ word }, nth) => word === sentence[nth]?.word) &&
          one.some(({ id }, nth) => id === sentence[nth]?.id),
      );
      return same ?? sentence;
    }),
  );
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
const someWords = fc.array(someWord, { minLength: 4, maxLength: 9 });
const someDraft = fc.array(fc.array(someWords, { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 4,
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

const lettersIn = (words: readonly Word[]): number => words.reduce((sum, { word }) => sum + word.length, 0);

/** A passage: its words by number, as it was quoted, and where it is said to stand. */
type Kept = { own: Set<number>; quote: Quote; at: Stretch | null };

/** At most; as many as few, for `size` is "max". */
const EDITS = 24;
const someRevisions = fc.array(fc.array(someEdit, { minLength: 1, maxLength: EDITS, size: "max" }), {
  minLength: 1,
  maxLength: 3,
});
/** The edits that are tried. */
const TRIED = effort(5_000, 1_000_000);
/** A million take two and a half minutes of one core, and more of one that is shared; milliseconds. */
const LONGEST = 1_800_000;

describe("a passage", () => {
  test(
    `is never said to stand at words that it was not about, whatever ${TRIED} edits do`,
    { timeout: LONGEST },
    () => {
      let [edits, asked, found] = [0, 0, 0];
      fc.assert(
        fc.property(someDraft, someRevisions, somePassages, (raw, revisions, passages) => {
          const draft = raw.map((paragraph) => paragraph.map((sentence) => sentence.map(wordOf)));
          const read = printed(draft);
          const kept = passages.flatMap(({ begins, length }): Kept[] => {
            const first = begins % read.words.length;
            const own = read.words.slice(first, first + length);
            const [begin, end] = [own[0], own.at(-1)];
            if (!begin || !end) return [];
            const at = { begins: begin.begins, ends: end.ends };
            return [{ own: new Set(own.map(({ id }) => id)), quote: quoteAt(read.text, at), at }];
          });
          let [now, before] = [draft, read];
          for (const changes of revisions) {
            edits += changes.length;
            now = putBack(changes.reduce(edited, now), now);
            const after = printed(now);
            const place = follow(before.text, after.text);
            for (const one of kept) {
              one.at = followAgain(place, after.text, one.quote, one.at);
              asked++;
              if (!one.at) continue;
              found++;
              const { begins, ends } = one.at;
              const words = after.words.filter((word) => word.ends > begins && word.begins < ends);
              const right = words.filter(({ id }) => one.own.has(id));
              if (lettersIn(right) * 2 < lettersIn(words))
                throw new Error(`${read.text}\n${before.text}\n${after.text}\n${one.quote.exact}`);
            }
            before = after;
          }
        }),
        { numRuns: Math.ceil(TRIED / 20), seed: 20_261_129 },
      );
      // It would be as true of a search that finds nothing.
      expect(found).toBeGreaterThan(asked / 8);
      expect(edits).toBeGreaterThanOrEqual(TRIED);
    },
  );

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
