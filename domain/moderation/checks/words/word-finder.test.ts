import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { fold } from "./fold";
import { wordFinder } from "./word-finder";

const holding = (...hold: string[]) => wordFinder({ block: [], hold, mark: [] });

describe("a watched phrase is found", () => {
  const find = holding("viagra", "free money", "трус", "ß");
  test.each([
    ["in any case and with accents", "VIÁGRA"],
    ["in full width and mathematical letters", "ｖｉａｇｒａ 𝐯𝐢𝐚𝐠𝐫𝐚"],
    ["with look-alikes from other alphabets", "vіаgrа"],
    ["with invisible characters inside", "vi\u200ba\u00adg\u2060ra"],
    ["across any white space", "free \n\t money"],
    ["in another script", "Ты ТРУС!"],
    ["beside punctuation and Markdown", "**viagra**, (viagra)"],
  ])("%s", (_, text) => expect(find(text)?.effect).toBe("hold"));

  test("but only as whole words", () => {
    expect(holding("ass")("a classic assessment")).toBeNull();
    expect(holding("ass")("such an ass.")).not.toBeNull();
    expect(holding("a")("b c a")).not.toBeNull();
    expect(holding("a")("bab")).toBeNull();
  });

  test("anywhere in a script that is written without blanks", () =>
    expect(holding("垃圾")("这是垃圾广告")).not.toBeNull());

  test("literally: an entry that looks like an expression is only that text", () => {
    const find = holding(".*(a+)+$");
    expect(find("a".repeat(5_000))).toBeNull();
    expect(find("so: .*(a+)+$ it is")).not.toBeNull();
  });
});

test("the strictest list speaks", () => {
  const find = wordFinder({ block: ["bad word"], hold: ["word"], mark: ["bad"] });
  expect(find("a bad word")).toEqual({ effect: "block", entry: "bad word" });
  expect(find("a word")).toEqual({ effect: "hold", entry: "word" });
  expect(find("bad.")).toEqual({ effect: "mark", entry: "bad" });
});

test("it finds exactly what a plain search finds", () => {
  const letter = fc.constantFrom("a", "b", " ");
  const phrase = fc.array(letter, { minLength: 1, maxLength: 5 }).map((letters) => letters.join(""));
  const text = fc.array(letter, { maxLength: 40 }).map((letters) => letters.join(""));
  fc.assert(
    fc.property(fc.array(phrase, { maxLength: 8 }), text, (phrases, where) => {
      const plainly = phrases.map(fold).some((one) => one !== "" && ` ${fold(where)} `.includes(` ${one} `));
      expect(holding(...phrases)(where) !== null).toBe(plainly);
    }),
    { numRuns: 500 },
  );
});

/** The work that a text makes: how often a word is looked up. */
function lookupsOf(work: () => unknown): number {
  const get = vi.spyOn(Map.prototype, "get");
  work();
  const count = get.mock.calls.length;
  get.mockRestore();
  return count;
}

test("a list of 20,000 entries, one of a single character, costs a text no more than a list of two", () => {
  const many = Array.from({ length: 20_000 }, (_, i) => `entry ${i.toString(36)} of a long list`);
  const long = holding(...many, "x");
  const short = holding("entry a", "x");
  const text = "no such thing entry here of ".repeat(350);
  expect(long(text)).toBeNull();
  expect(lookupsOf(() => long(text))).toBe(lookupsOf(() => short(text)));
  expect(long(`${text} entry 255 of a long list`)?.entry).toBe("entry 255 of a long list");
});

test("entries made to be begun at every word cost no more than their own length at each", () => {
  const towers = Array.from({ length: 50 }, (_, i) => `${"a ".repeat(i)}b`);
  const find = holding(...towers.slice(1));
  for (const text of ["a ".repeat(500), "a ".repeat(1_000), `${"a ".repeat(99)}c `.repeat(50)]) {
    expect(find(text)).toBeNull();
    expect(lookupsOf(() => find(text))).toBeLessThanOrEqual(100 * text.length);
  }
});
