import { describe, expect, test } from "vitest";
import { parseQuery, parseDeskQuery } from "./parse-query";

describe("a search is taken apart", () => {
  test("into words, phrases, what is left out, and either of two", () => {
    expect(parseQuery('kettle "brass band" -drum tea or coffee')).toMatchObject({
      words: '"kettle" "brass band" -"drum" "tea" or "coffee"',
      terms: ["kettle", "brass band", "tea", "coffee"],
    });
  });

  test("into who wrote it, under which article, and before which day", () => {
    expect(parseQuery("author:@Bo in:/articles/a-question before:2026-11-28 kettle")).toEqual({
      words: '"kettle"',
      terms: ["kettle"],
      author: "bo",
      article: "a-question",
      before: "2026-11-28",
      side: null,
      state: null,
      rule: null,
    });
  });

  test.each([
    ["a quote without an end", '"brass band', '"brass band"'],
    ["quotes of a printer", "“brass band”", '"brass band"'],
    ["a colon that is none of ours", "re: kettles", '"re:" "kettles"'],
    ["an operator without a value", "author: kettle", '"author:" "kettle"'],
    ["syntax of PostgreSQL", "!(a & b) <-> c:*", '"!(a" "&" "b)" "<->" "c:*"'.replaceAll("<->", "< >")],
    ["an operator that is left out", "-author:bo kettle", '-"author bo" "kettle"'],
  ])("%s is no mistake", (_, typed, words) => {
    expect(parseQuery(typed).words).toBe(words);
  });

  // BibleBot/BibleBot#257, cucumber-attic/gherkin#220, santa112358/detectable_text_field#21.
  test("in the wide signs that Chinese and Japanese keyboards type", () => {
    expect(parseQuery("author：＠bo　before：2026-11-28　＂brass band＂　－drum")).toMatchObject({
      author: "bo",
      before: "2026-11-28",
      words: '"brass band" -"drum"',
    });
    expect(parseQuery("注意：看 a－b").words).toBe('"注意：看" "a－b"');
  });

  // urieli/jochre#70, urieli/jochre#88
  test("with the quotation marks of Hebrew keyboards, and abbreviations that have one inside", () => {
    expect(parseQuery('״בית ספר״ צה"ל').words).toBe('"בית ספר" "צה״ל"');
  });

  test("a day that is none is told how days are written", () => {
    expect(() => parseQuery("before:yesterday kettle")).toThrow(/before:2026-11-28/);
    expect(() => parseQuery("before:2026-02-31 kettle")).toThrow(/before:2026-11-28/);
  });

  test("by side for readers, and by state and rule for moderators; to the others these are words", () => {
    expect(parseQuery('side:"One of approach" in:tea')).toMatchObject({ side: "One of approach", words: "" });
    expect(parseQuery("state:held rule:person")).toMatchObject({
      state: null,
      words: '"state:held" "rule:person"',
    });
    expect(parseDeskQuery("state:pending rule:person kettle")).toMatchObject({
      state: "held",
      rule: "person",
      words: '"kettle"',
    });
    expect(parseDeskQuery("side:approach")).toMatchObject({ side: null, words: '"side:approach"' });
    expect(() => parseDeskQuery("state:gone")).toThrow(/state:approved/);
  });

  test("a hundred words are too many", () => {
    expect(() => parseQuery("word ".repeat(100))).toThrow("at most 30 words");
  });
});
