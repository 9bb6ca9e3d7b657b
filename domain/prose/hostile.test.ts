import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderArticle } from "./article";
import { renderComment } from "./comment";
import { COMMENT_LIMIT } from "@/domain/comments/comment";
import { normaliseText, readableLength } from "./text";

const COMMENT_TAGS = [
  "p",
  "br",
  "em",
  "strong",
  "s",
  "a",
  "ul",
  "ol",
  "li",
  "blockquote",
  "code",
  "pre",
  "hr",
];
const ARTICLE_TAGS = [
  ...COMMENT_TAGS,
  ...[
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "figure",
    "figcaption",
    "img",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
  ],
  ...["div", "section", "sup", "label", "input", "span"],
];
const COMMENT_ATTRIBUTES = ["href", "rel", "class", "start", "dir"];
const ARTICLE_ATTRIBUTES = [
  ...[
    "href",
    "class",
    "start",
    "dir",
    "id",
    "role",
    "for",
    "type",
    "hidden",
    "src",
    "alt",
    "width",
    "height",
  ],
  ...["loading", "decoding", "scope", "tabindex", "aria-label", "aria-labelledby", "aria-hidden"],
];
const VOID = new Set(["br", "hr", "img", "input"]);
const TAG = /<(\/?)([a-z0-9]+)((?: [a-z-]+(?:="[^"<>]*")?)*)>/g;

/** Reads our output as strictly as it can be read, and says what is wrong with it. */
function faults(html: string, tags: string[], attributes: string[]): string[] {
  const wrong: string[] = [];
  const open: string[] = [];
  for (const [, closing, tag = "", rest = ""] of html.matchAll(TAG)) {
    if (!tags.includes(tag)) wrong.push(`<${tag}>`);
    for (const [, name = "", value = ""] of rest.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)) {
      if (!attributes.includes(name)) wrong.push(`${tag}[${name}]`);
      if (name === "href" && !/^(?:https?:\/\/|mailto:|\/(?!\/)|#)/i.test(value)) wrong.push(`href=${value}`);
      if (name === "src" && !/^\/(?!\/)/.test(value)) wrong.push(`src=${value}`);
    }
    if (closing && open.pop() !== tag) wrong.push(`</${tag}>`);
    if (!closing && !VOID.has(tag)) open.push(tag);
  }
  if (open.length > 0) wrong.push(`open: ${open.join(" ")}`);
  if (/[<>]/.test(html.replace(TAG, ""))) wrong.push("a loose bracket");
  return wrong;
}

/** Pieces that mean something to Markdown or to HTML, glued together at random. */
const PIECES = [
  ..."*_~`[]()<>!#|-+:&\"'\\@^=/\n ".split(""),
  ...'**|~~|```|> |- |1. |\n\n|\n    |# |[^1]|[^1]: |![|](|](javascript:|](data:text/html,|](https://a.b/|](/a.svg#9x9 "'.split(
    "|",
  ),
  ..."<script>|<img src=x onerror=y>|<!--|-->|&lt;|&#x3c;|&Tab;|javascript:|data:|https://|mailto:a@b|@bo|\\".split(
    "|",
  ),
  ..."\u202E|\u200D|\u0301|אבג|😀|\uD800|\u0000|a|word|style=|\n|-|\n|a|b|\n|-|-|\n".split("|"),
];
const source = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
    ),
    {
      maxLength: 120,
    },
  )
  .map((pieces) => pieces.join(""));

const HOSTILE: Record<string, string> = {
  "nested brackets": "[".repeat(COMMENT_LIMIT),
  "nested links": "[a](".repeat(2500),
  "bracket pairs": "[]".repeat(5000),
  "nested pictures": "![".repeat(5000),
  "nested quotes": ">".repeat(COMMENT_LIMIT),
  "quotes and lists": "> - ".repeat(2500),
  "nested lists": Array.from({ length: 120 }, (_, depth) => `${" ".repeat(depth)}- a`).join("\n"),
  "a huge list": "- a\n".repeat(2500),
  "empty items": "-\n".repeat(5000),
  "emphasis without an end": "*a _b ".repeat(1666),
  "emphasis in both ways": "*a **b ".repeat(1400),
  "stars only": "*".repeat(COMMENT_LIMIT),
  "back-ticks of every length": Array.from({ length: 138 }, (_, n) => "`".repeat(n)).join("a"),
  "opened angle brackets": "<".repeat(COMMENT_LIMIT),
  "angle brackets and addresses": "<a:".repeat(3333),
  "half addresses": "http://".repeat(1428),
  "addresses of dots": `http://a${".a".repeat(4990)}`,
  "addresses of brackets": `http://a/${"(".repeat(4900)}${")".repeat(4900)}`,
  "mentions only": "@aa ".repeat(2500),
  "at signs": "@".repeat(COMMENT_LIMIT),
  "an unbroken word": "a".repeat(COMMENT_LIMIT),
  "a wide table": `${"|a".repeat(2400)}|\n${"|-".repeat(2400)}|\n`,
  "a long table": `|a|b|\n|-|-|\n${"|\n".repeat(4900)}`,
  definitions: "[a]: /x\n".repeat(1250),
  "a definition and its uses": `[a]: ${"x".repeat(5000)}\n\n${"[a]".repeat(1600)}`,
  backslashes: "\\".repeat(COMMENT_LIMIT),
  entities: "&#x202e;".repeat(1250),
  "right to left": "שלום עולם ".repeat(1000),
};

/** What one renders may not grow more than this over what was typed. */
const GROWTH = 21;

describe("whatever is typed", () => {
  test("a link that leads nowhere stays as it was typed", () => {
    for (const text of ["[]()", "[a]()", "x [a](  ) y", "[a](<>)", "[**a**]() [b](https://c.example)"]) {
      expect(faults(renderComment(text), COMMENT_TAGS, COMMENT_ATTRIBUTES), text).toEqual([]);
      expect(faults(renderArticle(text).html, ARTICLE_TAGS, ARTICLE_ATTRIBUTES), text).toEqual([]);
    }
    expect(renderComment("[a]()")).toBe("<p>[a]()</p>\n");
  });

  test("a comment has only the elements, attributes and addresses of the allow-list, and they are balanced", () => {
    fc.assert(
      fc.property(source, (text) => {
        expect(faults(renderComment(text), COMMENT_TAGS, COMMENT_ATTRIBUTES)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test("so has an article", () => {
    fc.assert(
      fc.property(source, (text) => {
        expect(faults(renderArticle(text).html, ARTICLE_TAGS, ARTICLE_ATTRIBUTES)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test("normalising twice is normalising once, and leaves nothing that hides or turns text", () => {
    fc.assert(
      fc.property(fc.oneof(source, fc.string({ unit: "binary" })), (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
        expect(once).not.toMatch(/[\u0000-\u0008\u202A-\u202E\uFEFF]|\p{Surrogate}|\p{sc=Inherited}{5}/u);
        expect(readableLength(once)).toBe(Array.from(once).length);
      }),
      { numRuns: 3000 },
    );
  });

  test("no words are lost, however deep they stand", () => {
    for (const prefix of [">", "> - ", "- ", "1. ", "> > "]) {
      expect(renderComment(`${prefix.repeat(60)}the last word`)).toContain("the last word");
    }
  });

  test.each(Object.entries(HOSTILE))("%s stay well-formed and bounded", (_name, text) => {
    const comment = renderComment(text);
    expect(faults(comment, COMMENT_TAGS, COMMENT_ATTRIBUTES)).toEqual([]);
    expect(comment.length).toBeLessThan(GROWTH * COMMENT_LIMIT);
    const { html } = renderArticle(text);
    expect(faults(html, ARTICLE_TAGS, ARTICLE_ATTRIBUTES)).toEqual([]);
    expect(html.length).toBeLessThan(GROWTH * COMMENT_LIMIT);
  });

  test("elements are nested only so deep", () => {
    for (const text of Object.values(HOSTILE)) expect(depth(renderComment(text))).toBeLessThanOrEqual(28);
  });
});

function depth(html: string): number {
  let now = 0;
  let most = 0;
  for (const [, closing, tag = ""] of html.matchAll(TAG)) {
    if (VOID.has(tag)) continue;
    now += closing ? -1 : 1;
    most = Math.max(most, now);
  }
  return most;
}
