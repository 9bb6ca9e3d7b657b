import { describe, expect, test } from "vitest";
import { renderArticle } from "./article";
import { renderComment } from "./comment";

const html = (source: string) => renderArticle(source).html;
const lines = (source: string) => renderArticle(source).problems.map(({ line }) => line);
const reason = (source: string) => renderArticle(source).problems[0]?.reason ?? "";

describe("what an article's Markdown means elsewhere and not here is refused with its line", () => {
  test.each([
    ["a comment", "<!-- draft note -->", /Remove it/],
    ["HTML", "a<br>b", /<br> is not supported/],
    ["a frame", '<iframe src="https://example.org"></iframe>', /between backticks/],
    ["a file beside it", "[the notes](notes.pdf)", /leads to https/],
    ["a page above it", "[the other](../plain)", /\.\/its-slug/],
    ["a host without its scheme", "[a](example.com)", /leads to https/],
    ["a script", "[a](javascript:x)", /leads to https/],
    ["a link by reference", "[by reference][1]", /right at the link/],
    ["a reference", "[1]: https://example.com/", /right at the link/],
    ["a picture by reference", "![a][1]", /right at the link/],
    ["a picture beside it", "![a](fig.png)", /picture must come from this site/],
    ["double brackets", "[[wiki]]", /\.\/its-slug/],
    ["an inline note", "so^[inline]", /\[\^word\]/],
    ["a note of two words", "so[^my note]", /\[\^word\]/],
    ["a note inside a link", "so [link[^a]](https://example.com)\n\n[^a]: b", /contains no note/],
    ["an id", "## Heading {#id}", /braces/],
    ["an abbreviation", "*[HTML]: abbr", /long form/],
    ["a list of terms", "Term\n: what it means", /\*\*Term\*\*/],
    ["bold that is none", "**Bold.**Next", /backslash/],
    ["struck words that are none", "~~(x)~~y", /backslash/],
    ["underscores beside letters", "__你好__吗", /backslash/],
    ["highlights", "==so==", /not supported here/],
    ["formulas", "$$x^2$$", /not supported here/],
    ["formulas in a line", "so $x^2$ is", /not supported here/],
    // requarks/wiki#1444, open-telemetry/opentelemetry.io#7464
    ["small signs below the line", "H~2~O", /not supported here/],
    ["small signs above the line", "x^2^", /not supported here/],
    ["coloured quotations", "> [!NOTE]\n> x", /not supported here/],
    ["a link without an address", "[a]()", /leads to https/],
    ["containers", "::: note\n\nx\n\n:::", /not supported here/],
    ["templates", "{{ page.title }}", /not supported here/],
    ["a table of contents", "[TOC]", /not supported here/],
    ["a heading without its blank", "##Heading", /space/],
    ["a picture by its name", "so :smile: it is", /not supported here/],
    ["a sign that turns words, by its number", "a&#x202E;b", /is invisible/],
    ["a heading that is not there", "## One\n\n[a](#s-two)", /Its headings: #s-one/],
    ["a heading where there is none", "[a](#s-two)", /It has no headings/],
  ])("%s", (_what, source, says) => {
    expect(reason(`Words.\n\n${source}\n`)).toMatch(says);
    expect(lines(`Words.\n\n${source}\n`)[0]).toBeGreaterThanOrEqual(3);
  });

  test("by the line itself and not its paragraph's first", () =>
    expect(lines("One\ntwo\nthree <br> here")).toEqual([3]));
  test.each([
    "`<br>` `[a](b)` `**x**`",
    "\\<br> \\[a](b) \\**x**",
    "```\n<!-- x -->\n[[x]]\n```",
    "a < b > c, 2 * 3 ** 4",
    "x[1] and a(b)",
    "5:30:10",
    "from $5 to $6, or ~5 to ~6, or $a",
    "^_^ and x^2 and y^3",
    "#tag",
  ])("but shown where it is meant to be shown: %s", (source) => expect(lines(source)).toEqual([]));
});

describe("and what means one thing everywhere is done", () => {
  test.each([
    ["**注意：**请先阅读。", "<p><strong>注意：</strong>请先阅读。</p>"],
    ["**真的吗？**她问。", "<p><strong>真的吗？</strong>她问。</p>"],
    ["~~「x」~~です", "<p><s>「x」</s>です</p>"],
    ["**“引用”**后面", "<p><strong>“引用”</strong>后面</p>"],
    ["这是**重点**内容", "<p>这是<strong>重点</strong>内容</p>"],
  ])("emphasis beside Chinese and Japanese signs: %s", (source, shown) => {
    expect(renderComment(source).trim()).toBe(shown);
    expect(html(source).trim()).toBe(shown);
    expect(lines(source)).toEqual([]);
  });

  test.each([
    ["[a](./two)", '<a href="/articles/two">'],
    ["[a](two)", '<a href="/articles/two">'],
    ["[a](two.md#s-x)", '<a href="/articles/two#s-x">'],
    ["[a](tel:+49-30-1234)", '<a href="tel:+49-30-1234">'],
    ["[a](mailto:x@example.org?subject=Hi)", '<a href="mailto:x@example.org?subject=Hi">'],
    ["see https://example.org/a", '<a href="https://example.org/a">https://example.org/a</a>'],
    ["## 한국어 제목\n\n[a](#s-한국어-제목)", '<a href="#s-'],
    ["[a](#discussion)", '<a href="#discussion">'],
    ["a&nbsp;b&mdash;c", "a\u00A0b—c"],
    ["Title\n=====\n\nx", '<h2 id="s-title">Title</h2>'],
    ["Sub\n---\n\nx", '<h2 id="s-sub">Sub</h2>'],
    ["- [ ] to do\n- [x] done", "<li>☐ to do</li>\n<li>☑ done</li>"],
    ["[x]()", "<p>[x]()</p>"],
  ])("%s", (source, shown) => {
    expect(html(source)).toContain(shown);
    if (!source.includes("[x]()")) expect(lines(source)).toEqual([]);
  });

  test.each([
    ["The '90s, rock 'n' roll, and 'tis said", "The ’90s, rock ’n’ roll, and ’tis said"],
    ['"[Moot](/about)\'s way" works', '“<a href="/about">Moot</a>’s way” works'],
    ['"\'Twas so"', "“’Twas so”"],
    ["get 'em all", "get ’em all"],
    ["the '99's best", "the ’99’s best"],
    ['"**Bold**"s', "“<strong>Bold</strong>”s"],
    ["5'10\" tall", "5′10″ tall"],
    ["O'Neill d'accord", "O’Neill d’accord"],
    ["\"'nested'\"", "“‘nested’”"],
  ])("apostrophes and quotation marks: %s", (source, shown) => expect(html(source)).toContain(shown));
});

describe("a note holds any block", () => {
  const noted = (note: string) => html(`Text[^a].\n\n${note}\n\nAfter.`);
  test.each([
    ["two paragraphs", "[^a]: One.\n\n    Second paragraph.", "<p>One.</p>\n<p>Second paragraph. <a class"],
    [
      "a list directly below",
      "[^a]: The reasons:\n    - one\n    - two",
      "<ul>\n<li>one</li>\n<li>two</li>\n</ul>",
    ],
    ["a list behind a blank line", "[^a]: The reasons:\n\n    - one\n    - two", "<li>one</li>"],
    ["a quotation", "[^a]: He said:\n\n    > quoted", "<blockquote>\n<p>quoted</p>"],
    ["code", "[^a]: So:\n\n    ```\n    x = 1\n    ```", "<pre><code>x = 1\n</code></pre>"],
    ["lines that stand in by two", "[^a]: One.\n\n  Second.", "<p>Second. <a class"],
  ])("%s", (_what, note, shown) => {
    const [body = "", notes = ""] = noted(note).split('<section class="notes"');
    expect(notes).toContain(shown);
    expect(body).not.toMatch(/<pre>|<ul>|<blockquote>/);
    expect(body).toContain("<p>After.</p>");
    expect(lines(`Text[^a].\n\n${note}\n`)).toEqual([]);
  });

  test("and may stand in a list or a quotation", () =>
    expect(lines("- Text[^a].\n\n  [^a]: In the item.\n\n> So[^b].\n>\n> [^b]: In the quotation.")).toEqual(
      [],
    ));
  test("but no heading and no other note", () =>
    expect(lines("a[^a] b[^b]\n\n[^a]: One[^b].\n\n[^b]: # Two")).toEqual([3, 5]));
});

test("lists, quotations, tables and notes find their own direction, and say nothing where all is from the left", () => {
  const arabic = "First.\n\n- نعم\n\n> لا\n\n| أ | ب |\n|---|---|\n| ج | د |\n\nx[^a]\n\n[^a]: ملاحظة";
  const shown = html(arabic);
  for (const tag of [
    "<ul",
    "<blockquote",
    "<table",
    '<li id="note-1"',
    '<span class="sidenote" aria-hidden="true"',
  ])
    expect(shown).toContain(`${tag} dir="auto">`);
  expect(renderComment("1. نعم")).toContain('<ol dir="auto">');
  expect(html("- yes\n\n> no")).not.toContain("dir=");
});

test("where a table's corner says nothing, its rows have names", () =>
  expect(html("|   | b |\n|---|---|\n| 1 | 2 |")).toContain('<th scope="row">1</th>\n<td>2</td>'));
