import fc from "fast-check";
import { expect, test } from "vitest";
import { evenKey, lackOf } from "./one-length";

const inHtml = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#x27;");
const bytes = (text: string) => Buffer.byteLength(inHtml(text));
const label = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom("<b>", "Q&A", "“No”", "it's", "赞成", '"x"'),
);

test("an answer's name and what it lacks have one length in HTML, whichever it is", () => {
  fc.assert(
    fc.property(fc.array(label, { minLength: 2, maxLength: 8 }), (labels) => {
      const lengths = labels.map((one) => bytes(one) + bytes(lackOf(one, labels)));
      expect(new Set(lengths).size).toBe(1);
    }),
  );
  expect(new Set(["approach", "it's"].map(bytes)).size).toBe(2);
});

test("keys have one length, and are the same without the blanks", () => {
  const options = [{ key: "approach" }, { key: "complementary" }, { key: "a" }];
  for (const { key } of options) {
    expect(evenKey(key, options)).toHaveLength("complementary".length);
    expect(evenKey(key, options).trim()).toBe(key);
  }
});
