import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FACES, RANGE, subset, subsetPath, WEIGHTS, type Face } from "@/scripts/subset-fonts";

/** What a page asks for before its first paragraph is in its own face. Bytes. */
const FACE_BYTES = 34_000;

test.each(Object.keys(FACES) as Face[])(
  "the %s that readers are sent is cut from the package's, and light",
  async (face) => {
    const sent = readFileSync(subsetPath(face));
    expect(sent.equals(await subset(face)), "run npx tsx scripts/subset-fonts.ts").toBe(true);
    expect(sent.length).toBeLessThan(FACE_BYTES);
  },
);

test("style sheets are told of the letters that are in them, and of the same weights in every file of the family", () => {
  const told = readFileSync("app/fonts.ts", "utf8");
  expect(told.split(RANGE)).toHaveLength(3);
  const weights = Array.from(told.matchAll(/weight: "([^"]*)"/g), ([, range]) => range);
  expect(weights).toEqual(Array.from({ length: 4 }, () => `${WEIGHTS.min} ${WEIGHTS.max}`));
});
