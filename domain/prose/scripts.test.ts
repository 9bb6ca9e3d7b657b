import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { beginning, firstPoints, lastPoints } from "./cut";
import { renderArticle } from "./article";
import { optionalText, writtenText } from "./schema";
import { INVISIBLE_TEXTS, WORDS_OF_SCRIPTS } from "./scripts.fixture";
import { isBlank, isWhole, normaliseText, readableLength } from "./text";
import { countWords } from "./words";
import { Bio, Name } from "@/domain/members/schema";

const SAY = { blank: "Write something.", tooLong: "Too long." };
const Written = writtenText(500, SAY);

describe("what a script needs stays", () => {
  test.each(Object.entries(WORDS_OF_SCRIPTS))("%s", (_script, words) => {
    const whole = words.normalize("NFC");
    expect(normaliseText(words)).toBe(whole);
    expect(Written.parse(words)).toBe(whole);
    expect(optionalText(500, SAY.tooLong).parse(words)).toBe(whole);
    expect(Bio.parse(words)).toBe(whole);
  });

  test.each(
    Object.entries(WORDS_OF_SCRIPTS).filter(
      ([script]) => !["emoji", "isolates", "Khmer", "Mongolian"].includes(script),
    ),
  )("a name in %s", (_script, words) => {
    const name = Array.from(words).slice(0, 20).join("").trim().normalize("NFC");
    expect(Name.safeParse(name).data ?? name).toBe(name);
  });
});

describe("what nobody sees is no text", () => {
  test.each(INVISIBLE_TEXTS)("%j", (text) => {
    expect(isBlank(text)).toBe(true);
    expect(Written.safeParse(text).error?.issues[0]?.message).toBe(SAY.blank);
    expect(optionalText(500, SAY.tooLong).parse(text)).toBe("");
    expect(Bio.parse(text)).toBe("");
    expect(Name.safeParse(text).success).toBe(false);
  });

  test.each(["bob\u200B", "bob\u200D", "bo\u200Db", "\u200Cbob"])("nor a part of a name: %j", (name) =>
    expect(Name.safeParse(name).success).toBe(false),
  );

  test("half a letter is refused, in words", () => {
    for (const schema of [Written, optionalText(500, SAY.tooLong), Bio, Name])
      expect(schema.safeParse("ab\ud83dcd").error?.issues[0]?.message).toMatch(/character we cannot store/);
  });
});

test.each([
  ["combining strokes", "e" + "\u0336".repeat(40), 5],
  ["marks of a living script", "ก" + "็้".repeat(30), 5],
  ["joined marks", "e" + "\u0336\u200D".repeat(40), 9],
  ["Tibetan stacks", "ཀ" + "ྵྶ".repeat(30), 5],
  ["Arabic marks", "ب" + "\u064E\u064F\u0650\u0651".repeat(20), 7],
  ["variation selectors that spell something", "a" + "\uFE01\uFE02\uFE03\uFE04".repeat(20), 5],
])("a tower of %s is cut", (_of, tower, most) =>
  expect(readableLength(normaliseText(`${tower}x`)) - 1).toBeLessThanOrEqual(most),
);

/** Texts made of what is cut wrongly most often. */
const pieces = fc.constantFrom(
  ...[
    "a",
    " ",
    "\n",
    "é",
    "𠮷",
    "😀",
    "👨‍👩‍👧‍👦",
    "🇩🇪",
    "🇫🇷",
    "1️⃣",
    "e\u0301\u0323",
    "क्षि",
    "ကျွန်ုပ်",
    "한",
    "が",
    "\u2067ב\u2069",
    "\u200D",
  ],
);
const texts = fc.array(pieces, { maxLength: 40 }).map((all) => all.join(""));
const graphemes = (text: string) =>
  Array.from(new Intl.Segmenter("und", { granularity: "grapheme" }).segment(text), ({ segment }) => segment);

test("a cut is as many whole characters as fit, for every text and length", () =>
  fc.assert(
    fc.property(fc.oneof(texts, fc.string({ unit: "grapheme" })), fc.nat(60), (text, limit) => {
      const cut = beginning(text, limit);
      const all = graphemes(text);
      const kept = graphemes(cut).length;
      expect(isWhole(cut)).toBe(isWhole(text) || isWhole(cut));
      expect(readableLength(cut)).toBeLessThanOrEqual(limit);
      expect(all.slice(0, kept).join("")).toBe(cut);
      const next = all[kept];
      if (next !== undefined) expect(readableLength(cut + next)).toBeGreaterThan(limit);
      expect(Array.from(firstPoints(text, limit))).toEqual(Array.from(text).slice(0, limit));
      expect(Array.from(lastPoints(text, limit))).toEqual(limit === 0 ? [] : Array.from(text).slice(-limit));
    }),
  ));

test("normalising twice changes nothing, and leaves no half letter, no override and no open isolate", () =>
  fc.assert(
    fc.property(fc.oneof(texts, fc.string({ unit: "binary" })), (text) => {
      const once = normaliseText(text);
      expect(normaliseText(once)).toBe(once);
      expect(isWhole(once)).toBe(true);
      expect(once).not.toMatch(/[\u202A-\u202E]/);
      for (const line of once.split("\n"))
        expect(line.match(/[\u2066-\u2068]/g)?.length ?? 0).toBe(line.match(/\u2069/g)?.length ?? 0);
    }),
  ));

test.each([
  ["English", "It’s a well-known 3.5 per cent.", 6],
  ["Hindi", "हिंदी में जानकारी उपलब्ध है", 5],
  ["vocalised Arabic", "بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ", 3],
  ["pointed Hebrew", "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים", 3],
  ["Persian", "می‌خواهم کتاب‌های خوب", 3],
  ["Korean", "한국어 제목 입니다", 3],
])("words of %s are counted at their blanks", (_language, text, words) =>
  expect(countWords(text)).toBe(words),
);

test.each([
  ["Chinese", "我们今天讨论这个重要的问题。", 300, 550],
  ["Japanese", "これはとても大切な問題だと思います。", 300, 700],
  ["Thai", "เราต้องการพูดคุยเรื่องสำคัญวันนี้", 150, 350],
  ["Burmese", "ကျွန်တော်တို့ဒီနေ့အရေးကြီးတဲ့ပြဿနာကိုဆွေးနွေးမယ်", 120, 500],
])(
  "a thousand characters of %s are neither three words nor a thousand",
  (_language, sentence, least, most) => {
    const text = sentence.repeat(Math.ceil(1000 / sentence.length)).slice(0, 1000);
    const words = countWords(text);
    expect(words).toBeGreaterThan(least);
    expect(words).toBeLessThan(most);
  },
);

test.each([
  ["हिंदी में जानकारी", "s-हिंदी-में-जानकारी"],
  ["がっこう", "s-がっこう"],
  ["한국어 제목", "s-한국어-제목"],
  ["Über das Café", "s-uber-das-cafe"],
  ["Ελλάδα ά", "s-ελλαδα-α"],
  ["می‌خواهم", "s-میخواهم"],
  ["ภาษาไทยที่ดี", "s-ภาษาไทยที่ดี"],
  ["!?", "s-section"],
])("the heading %j has the id %j", (heading, id) =>
  expect(renderArticle(`## ${heading}\n`).headings[0]?.id).toBe(id),
);

test("the id of every heading is whole, in NFC and the only one of its name", () =>
  fc.assert(
    fc.property(
      fc.array(fc.oneof(texts, fc.constant("Notes"), fc.constant("a again 1")), { maxLength: 8 }),
      (titles) => {
        const { headings } = renderArticle(
          titles.map((title) => `## ${title.replace(/\s+/g, " ")}\n`).join("\n"),
        );
        const ids = headings.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect([isWhole(id), id.normalize("NFC")]).toEqual([true, id]);
      },
    ),
    { numRuns: 60 },
  ));
