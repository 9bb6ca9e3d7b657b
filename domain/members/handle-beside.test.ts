import fc from "fast-check";
import { expect, test } from "vitest";
import { HANDLE_PATTERN } from "./member";
import { handleBeside } from "./handle-beside";

test.each([
  ["Bo", "bo", null],
  ["Bo (sample)", "bo-sample", null],
  ["Jean-Luc Özdemir", "jean-luc-ozdemir", null],
  ["Anna Müller", "anna-muller", null],
  ["Anna Müller", "anna_muller", "@anna_muller"],
  ["Bo", "bo2", "@bo2"],
  // Cyrillic letters that look like Latin ones.
  ["Во", "bo", "@bo"],
  ["山田太郎", "yamada", "@yamada"],
])("%s, who is @%s", (name, handle, beside) => expect(handleBeside({ name, handle })).toBe(beside));

test("no two members are shown alike, whatever one of them calls themselves: element-hq/element-x-android#2215", () => {
  const handles = fc.tuple(fc.stringMatching(HANDLE_PATTERN), fc.stringMatching(HANDLE_PATTERN));
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), handles, (name, [one, other]) => {
      fc.pre(one !== other);
      for (const called of [name, one, other])
        expect(handleBeside({ name: called, handle: one })).not.toBe(
          handleBeside({ name: called, handle: other }),
        );
    }),
  );
});
