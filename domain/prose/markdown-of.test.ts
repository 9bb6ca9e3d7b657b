import fc from "fast-check";
import { expect, test } from "vitest";
import { renderComment } from "./comment";
import { markdownOf } from "./markdown-of";
import { nodesOf } from "./nodes";
import { WORDS_OF_SCRIPTS } from "./scripts.fixture";
import { normaliseText } from "./text";

const again = (source: string): string => markdownOf(nodesOf(renderComment(source)));
/** A list that is written with blank lines is loose everywhere; that is all that may differ. */
const shown = (source: string): string => renderComment(source).replace(/\n/g, "");

test.each([
  ["- one\n- two\n\n```\nif a:\n    b()\n```", "- one\n- two\n\n```\nif a:\n    b()\n```"],
  ["\\# not a heading\n\n1\\. x", "\\# not a heading\n\n1\\. x"],
  ["**bold** and *soft*, `code`, ~~gone~~", "**bold** and *soft*, `code`, ~~gone~~"],
  ["[words](https://example.org/a_b) by @bob", "[words](https://example.org/a_b) by @bob"],
  ["3. three\n4. four\n   - deeper", "3. three\n4. four\n   - deeper"],
  ["> said\n> > before", "> said\n> \n> > before"],
  ["one\ntwo", "one\ntwo"],
  ["snake_case and _soft_", "snake_case and *soft*"],
  ["````\na ``` b\n````", "````\na ``` b\n````"],
])("%j is quoted as it can be typed", (source, markdown) => {
  expect(again(source)).toBe(markdown);
});

test.each([
  "# head\n\ntext",
  "***both***",
  "- a\n\n- loose",
  "- a\n- b\n\n* c",
  "1. a\n\n   b\n2. c",
  "a\\*b\\*c \\_d\\_ \\`e\\` \\~\\~f\\~\\~ \\[g\\](h)",
  "``a ` b`` and `` `c` ``",
  "\\- no list\n\\+ none\n\\> no quote\n\\---",
  "[a](<https://example.org/(b)>) [ ] [x]",
  "**注意：**请先阅读。",
  "> - in a quotation\n>\n>       code",
  "---",
  "`   ` and ` `` ` and ` a `",
  ...Object.values(WORDS_OF_SCRIPTS),
])("%j quoted is shown as it was", (source) => {
  expect(shown(again(source))).toBe(shown(source));
});

test("any text, quoted, is shown as it was", () => {
  const signs = fc.constantFrom(
    ...Array.from("*_`~[](){}<>#+-.!\\|@:/ \n12ab漢é"),
    "\n\n",
    "> ",
    "- ",
    "1. ",
    "    ",
  );
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 30 }), (parts) => {
      const source = normaliseText(parts.join("")).trim();
      const once = again(source);
      // Twice, for the first time may leave out what shows nothing.
      expect(shown(again(once))).toBe(shown(once));
    }),
    { numRuns: 300 },
  );
});
