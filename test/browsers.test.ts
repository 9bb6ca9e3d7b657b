import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import browserslist from "browserslist";
import doiuse from "doiuse";
import postcss from "postcss";
import { expect, test } from "vitest";

/** What some supported browser has not, and what a reader of that one gets instead. By the names of caniuse.com. */
const WITH_A_FALLBACK: Readonly<Record<string, string>> = {
  "css-clip-path": "only what hides words from the eye and a dot beyond an edge; all know `inset()`",
  "css-hanging-punctuation": "punctuation stands in the line",
  "css-marker-pseudo": "a number of a list in its usual colour",
  "css-media-scripting":
    "caniuse does not know what MDN does: from 120, 113 and 17.0 on; before, a button does nothing",
  "css-paged-media": "the browser's own margins",
  "css-resize": "the box cannot be drawn larger; it grows by itself or scrolls",
  "css-selection": "a selection in the system's colours",
  "css-text-indent": "`hanging` and `each-line` are missing, which we do not use",
  "css-unicode-bidi": "`plaintext` is known to all",
  "css-widows-orphans": "a single line may stand on a page of its own",
  multicolumn: "of it only `break-inside` and its like, which all know",
  "text-decoration": "an underline of the usual thickness",
  "text-size-adjust": "for phones that enlarge text by themselves",
};

const sheets = ["styles", "components", "app", "public"].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".css"))
    .map((file) => join(room, file)),
);

/** Each feature that a sheet uses and some supported browser has not, with the sheets. */
async function unsupported(): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  const plugin = doiuse({
    browsers: browserslist(),
    onFeatureUsage: ({ feature, usage }) => {
      const file = usage.source?.input.from ?? "";
      found.set(feature, (found.get(feature) ?? new Set()).add(file));
    },
  });
  for (const file of sheets) await postcss([plugin]).process(readFileSync(file, "utf8"), { from: file });
  return found;
}

test("every style is understood by every browser we support, or does without by design", async () => {
  expect(sheets.length).toBeGreaterThan(20);
  const found = await unsupported();
  const unexplained = Array.from(found).filter(([feature]) => !(feature in WITH_A_FALLBACK));
  expect(unexplained).toEqual([]);
  // What nobody needs any more goes.
  expect(Object.keys(WITH_A_FALLBACK).filter((feature) => !found.has(feature))).toEqual([]);
});
