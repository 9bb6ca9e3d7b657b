import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { latinLookalikes, skeleton } from "./confusables";
import { confusablesFile } from "@/scripts/confusables";

const anyText = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.string({ unit: "grapheme" }));

test("the table is what the script makes of Unicode's data", () => {
  expect(readFileSync("domain/prose/confusables.json", "utf8")).toBe(confusablesFile());
});

describe("a skeleton", () => {
  test("is the same for texts that look alike", () => {
    for (const [one, other] of [
      ["paypal", "\u0440\u0430\u0443\u0440\u0430l"],
      ["modern", "modem"],
      ["Ill", "1||"],
      ["scope", "\u0455\u0441\u043e\u0440\u0435"],
      ["ad\u200bmin", "admin"],
    ] as const)
      expect([other, skeleton(other)]).toEqual([other, skeleton(one)]);
    expect(skeleton("Ada")).not.toBe(skeleton("Ida"));
  });

  test("is its own skeleton, and the same however the text was put together", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = skeleton(text);
        expect(skeleton(once)).toBe(once);
        expect(skeleton(text.normalize("NFC"))).toBe(once);
        expect(skeleton(text.normalize("NFD"))).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("letters of other alphabets that look like Latin ones", () => {
  /** What keyboards and pickers offer, each beside the letter it is written for. */
  const OFFERED = [
    ["a", "а ɑ α ⍺"],
    ["b", "ь ƅ в β"],
    ["c", "с ᴄ"],
    ["d", "ԁ ɗ"],
    ["e", "е є ҽ ε"],
    ["f", "ƒ ϝ"],
    ["g", "ɡ ց"],
    ["h", "һ հ н"],
    ["i", "і ı ɩ ι ӏ"],
    ["j", "ј ϳ"],
    ["k", "к κ"],
    ["m", "м"],
    ["n", "ո п η"],
    ["o", "о ο օ σ ø"],
    ["p", "р ρ"],
    ["q", "ԛ գ"],
    ["r", "г ᴦ"],
    ["s", "ѕ ꜱ"],
    ["t", "т τ"],
    ["u", "υ ս"],
    ["v", "ѵ ν"],
    ["w", "ԝ ѡ ω"],
    ["x", "х χ"],
    ["y", "у γ ү"],
    ["z", "ᴢ"],
  ] as const;

  test.each(OFFERED)("%s", (latin, others) => {
    for (const other of others.split(" "))
      expect([other, latinLookalikes(other.normalize("NFKD"))]).toEqual([other, latin]);
  });

  test("stand for themselves where they look like none, and plain ones always do", () => {
    expect(latinLookalikes("жд 垃圾 0123 modern |")).toBe(`${latinLookalikes("жд 垃圾")} 0123 modern |`);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
        expect(latinLookalikes(text)).toBe(text);
      }),
    );
  });
});
