import { describe, expect, test } from "vitest";
import { writtenText } from "./schema";
import { isBlank, normaliseText, readableLength } from "./text";

describe("normalising", () => {
  test.each([
    ["line ends become one kind", "a\r\nb\rc\u2028d", "a\nb\nc\nd"],
    ["controls go, tab and newline stay", "a\u0000\u0007b\tc\nd\u009F", "ab\tc\nd"],
    ["letters are composed", "cafe\u0301", "café"],
    ["a lone surrogate becomes the sign for a broken letter", "a\uD800b", "a\uFFFDb"],
    ["overrides go", "a\u202Egpj.exeb", "agpj.exeb"],
    ["an isolate ends with its line", "a\u2066b\nc\u2069d", "a\u2066b\u2069\ncd"],
    ["line ends of Word, PowerPoint and PDF are line ends", "a\u000Bb\u000Cc\u0085d", "a\nb\nc\nd"],
    ["tags hide nothing behind a flag", `\u{1F3F4}${String.fromCodePoint(0xe0068, 0xe0069)}x`, "\u{1F3F4}x"],
    ["direction marks stay", "אב\u200Fג", "אב\u200Fג"],
    ["hidden text goes", `a${String.fromCodePoint(0xe0041, 0xe0042)}\uFEFFb`, "ab"],
    ["a run of invisible joiners is one", "a\u200B\u200B\u200C\u200Bb", "a\u200Bb"],
    ["a tower keeps four marks", `e${"\u0336".repeat(30)}x`, `e${"\u0336".repeat(4)}x`],
    [
      "a tower with joiners between its marks is one too",
      `e${"\u0336\u200D".repeat(30)}x`,
      `e${"\u0336\u200D".repeat(4)}x`,
    ],
    ["blank lines before and blanks after go, an indent stays", "\n  \n    code\n \n", "    code"],
  ])("%s", (_says, typed, kept) => expect(normaliseText(typed)).toBe(kept));

  test.each(["👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "❤️‍🔥", "नमस्ते", "می‌خواهم", "ཀླུང་", "ถึงเมื่อไหร่"])("leaves %s alone", (word) =>
    expect(normaliseText(word)).toBe(word.normalize("NFC")),
  );
});

test("blank is what nobody can see", () => {
  for (const text of ["", " \n\t", "\u00A0\u3000", "\u200B\u200D", "\u0301", "\u3164\u2800", "\u202E"]) {
    expect(isBlank(text)).toBe(true);
  }
  for (const text of [".", "0", "😀", "ا", "a\u0301"]) expect(isBlank(text)).toBe(false);
});

test("length is counted in code points", () => {
  expect(readableLength("")).toBe(0);
  expect(readableLength("aé😀")).toBe(3);
  expect(readableLength("👨‍👩‍👧‍👦")).toBe(7);
});

describe("written text", () => {
  const schema = writtenText(10, { blank: "Write something.", tooLong: "Ten letters at most." });
  const said = (value: unknown) => schema.safeParse(value).error?.issues.map(({ message }) => message);

  test("arrives normalised", () => expect(schema.parse("a\r\nb ")).toBe("a\nb"));
  test("is refused blank, in words", () => expect(said("\u200B")).toEqual(["Write something."]));
  test("is refused long, in words", () => expect(said("a".repeat(11))).toEqual(["Ten letters at most."]));
  test("is refused unread when it is far too long", () =>
    expect(said("a".repeat(1e6))).toEqual(["Ten letters at most."]));
  test("is text and nothing else", () => expect(said({})).toHaveLength(1));
});
