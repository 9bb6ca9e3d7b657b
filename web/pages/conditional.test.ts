import fc from "fast-check";
import { expect, test } from "vitest";
import { isUnmodified, refuseUnmatched } from "./conditional";

const TAG = 'W/"abc-_1"';

test.each([
  ...['W/"abc-_1"', '"abc-_1"', "*", " * ", '"x", W/"abc-_1"', 'W/"x",W/"abc-_1" , "y"', '"a,b", "abc-_1"'],
  // Apache's mod_deflate and mod_brotli, Jetty, nginx.
  ...['"abc-_1-gzip"', 'W/"abc-_1-br"', '"abc-_1;gzip"', 'W/"abc-_1--gzip"', '"abc-_1-zstd"'],
])("%s is what the reader has", (condition) => {
  expect(isUnmodified(condition, TAG)).toBe(true);
  expect(isUnmodified(condition, '"abc-_1"')).toBe(true);
});

test.each([
  ...[undefined, "", '"abc"', '"abc-_1x"', '"ABC-_1"', "abc-_1", '"x", "y"', '"*"', 'w/"ab', '"abc-_1', "W/"],
])("%s is another", (condition) => {
  expect(isUnmodified(condition, TAG)).toBe(false);
});

test("a tag is found wherever it stands in a list", () => {
  const tag = fc.stringMatching(/^[\w,;=+/-]{1,22}$/);
  fc.assert(
    fc.property(fc.array(tag), tag, fc.array(tag), (before, own, after) => {
      const list = [...before, own, ...after].map((one) => `W/"${one}"`).join(", ");
      expect(isUnmodified(list, `"${own}"`)).toBe(true);
    }),
    { examples: [...["a", "wm3-br", "x;gzip"].map((own): [string[], string, string[]] => [[], own, ["b"]])] },
  );
});

test("If-Match is compared strongly: nginx/nginx#1570", () => {
  for (const met of [undefined, "*", " * "]) expect(() => refuseUnmatched(met, TAG)).not.toThrow();
  for (const same of ['"abc"', '"x", "abc"']) expect(() => refuseUnmatched(same, '"abc"')).not.toThrow();
  for (const other of ['"nope"', TAG, '"abc-_1"', "junk", ""])
    expect(() => refuseUnmatched(other, TAG), other).toThrow(expect.objectContaining({ status: 412 }));
});
