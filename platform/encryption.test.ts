import fc from "fast-check";
import { expect, test } from "vitest";
import { encrypt, decrypt } from "./encryption";

test("sealed words open for their purpose, and for no other", () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), (purpose, words) => {
      expect(decrypt(purpose, encrypt(purpose, words))).toBe(words);
      expect(decrypt(`${purpose}!`, encrypt(purpose, words))).toBeNull();
    }),
  );
});

test("a seal that was touched, cut or made up opens nothing", () => {
  const sealed = encrypt("here", "rank 0.25");
  expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain("0.25");
  for (let at = 0; at < sealed.length; at++) {
    const other = sealed[at] === "A" ? "B" : "A";
    expect(decrypt("here", sealed.slice(0, at) + other + sealed.slice(at + 1))).toBeNull();
    expect(decrypt("here", sealed.slice(0, at))).toBeNull();
  }
  expect(decrypt("here", "not a seal at all, but long enough to be one")).toBeNull();
});
