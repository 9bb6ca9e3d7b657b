import fc from "fast-check";
import { expect, test } from "vitest";
import { isSigned, sign } from "./signature";

test("signed words are known again for their purpose, and for no other", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string({ minLength: 1 }), (purpose, words, more) => {
      const signature = sign(purpose, words);
      expect(isSigned(purpose, words, signature)).toBe(true);
      expect(isSigned(purpose + more, words, signature)).toBe(false);
      expect(isSigned(purpose, words + more, signature)).toBe(false);
      // What ends the one does not begin the other.
      expect(isSigned(purpose + more, words, sign(purpose, more + words))).toBe(false);
    }),
  );
});

test("a signature that was touched, cut or made up is none", () => {
  const signature = sign("here", "words");
  for (let at = 0; at < signature.length; at++) {
    const other = signature[at] === "A" ? "B" : "A";
    expect(isSigned("here", "words", signature.slice(0, at) + other + signature.slice(at + 1))).toBe(false);
    expect(isSigned("here", "words", signature.slice(0, at))).toBe(false);
  }
  expect(isSigned("here", "words", "not a signature at all")).toBe(false);
});
