import { describe, expect, test } from "vitest";
import { ARTICLE_LIMIT, renderArticle } from "./article";
import { ownWords, plainText, withoutSidenotes } from "./plain";

const html = (source: string) => renderArticle(source).html;
const reasons = (source: string) =>
  renderArticle(source).problems.map(({ line, reason }) => `${line}: ${reason}`);

describe("headings", () => {
  test("begin at h2, because the title is the h1, and can be pointed at", () => {
    expect(html("# One & *two*\n\n### Three\n\n# One & two")).toBe(
      '<h2 id="s-one-two">One &amp; <em>two</em></h2>\n<h4 id="s-three">Three</h4>\n<h2 id="s-one-two-again-1">One &amp; two</h2>\n',
    );
  });

  test("are listed", () => {
    expect(renderArticle("## Über uns\n\n### `x`").headings).toEqual([
      { id: "s-uber-uns", level: 2, text: "Über uns" },
      { id: "s-x", level: 3, text: "x" },
    ]);
  });
});

describe("figures", () => {
  test("have a picture of this site, its size and a caption", () => {
    expect(html('![A loop](/figures/loop.svg#640x320 "How it goes round.")')).toBe(
      '<figure><img src="/figures/loop.svg" alt="A loop" width="640" height="320" loading="lazy" decoding="async">' +
        "<figcaption>How it goes round.</figcaption></figure>\n",
    );
  });

  test.each([
    [
      "![a](https://example.org/a.png#1x1)",
      "1: A picture must come from this site: its address begins with one slash.",
    ],
    [
      "![a](//example.org/a.png#1x1)",
      "1: A picture must come from this site: its address begins with one slash.",
    ],
    ["![a](fig.png)", "1: A picture must come from this site: its address begins with one slash."],
    ["text\n\n![a](/a.png)", "3: A picture’s address must end with its size in pixels, such as #640x320."],
    [
      "![](/a.png#1x1)",
      "1: A picture needs a description between the brackets, for readers who cannot see it.",
    ],
    ["so ![a](/a.png#1x1) there", "1: A picture needs a paragraph of its own."],
    ["b[^a]\n\n[^a]: ![a](/a.png#1x1)", "3: A note can hold text, but no pictures."],
  ])("%s is refused in words and prints no picture", (source, reason) => {
    expect(reasons(source)).toEqual([reason]);
    expect(html(source)).not.toContain("<img");
  });
});

describe("tables", () => {
  test("are aligned by class and can be scrolled by keyboard", () => {
    const table = html("| a | b |\n|:--|--:|\n| 1 | 2 |");
    expect(table).toContain('<div class="table-scroll" role="group" aria-label="Table" tabindex="0"><table>');
    expect(table).toContain('<th class="align-left" scope="col">a</th>');
    expect(table).toContain('<td class="align-right">2</td>');
    expect(table).not.toContain("style");
  });

  test("have no heading without words", () => {
    expect(html("|   | b |\n|---|---|\n| 1 | 2 |")).toContain('<td></td>\n<th scope="col">b</th>');
  });

  test("have so many columns and no more", () => {
    expect(reasons(`${"|a".repeat(9)}|\n${"|-".repeat(9)}|\n`)).toEqual([
      "1: A table can have at most 8 columns.",
    ]);
    expect(reasons(`${"|a".repeat(8)}|\n${"|-".repeat(8)}|\n`)).toEqual([]);
  });
});

describe("footnotes", () => {
  const noted =
    "One[^a] and two[^b], and one again[^a].\n\n[^b]: The *second*.\n[^a]: The [first](https://example.org),\nin two lines.";

  test("lead from the text to the note and back, numbered as they are called", () => {
    const text = html(noted);
    expect(text).toContain('<a id="noteref-1" href="#note-1" role="doc-noteref" aria-label="Note 1">1</a>');
    expect(text).toContain('<a id="noteref-1-2" href="#note-1" role="doc-noteref" aria-label="Note 1">1</a>');
    expect(text).toMatch(
      /<li id="note-1">The <a href="https:\/\/example.org">first<\/a>,\nin two lines. <a class="note-back" href="#noteref-1"/,
    );
    expect(text).toContain('<li id="note-2">The <em>second</em>. <a class="note-back" href="#noteref-2"');
    expect(text.match(/href="#noteref-1/g)).toHaveLength(2);
  });

  test("stand beside the text once each, for the eye alone, with nothing in them that takes the focus", () => {
    const sides = html(noted).match(/<span class="sidenote".*?<\/span>/gs) ?? [];
    expect(sides).toHaveLength(2);
    expect(sides[0]).toBe(
      '<span class="sidenote" aria-hidden="true"><sup>1</sup> The <a tabindex="-1" href="https://example.org">first</a>,\nin two lines.</span>',
    );
  });

  test("unfold without script: each label has its checkbox", () => {
    const text = html(noted);
    const labels = [...text.matchAll(/<label class="note-label" for="([^"]+)"/g)].map(([, id]) => id);
    const boxes = [...text.matchAll(/<input class="note-toggle" type="checkbox" id="([^"]+)" hidden>/g)].map(
      ([, id]) => id,
    );
    expect(labels).toEqual(["note-1-here", "note-2-here"]);
    expect(boxes).toEqual(labels);
  });

  test("have ids that are there once", () => {
    const ids = [...html(noted).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("are refused when either half is missing or there twice, with the line", () => {
    expect(reasons("a[^x]\n\nb\n\n[^y]: never called")).toEqual([
      "1: There is no note for [^x].",
      "5: Nothing refers to the note [^y].",
    ]);
    expect(reasons("a[^x]\n\n[^x]: one\n[^x]: two")).toEqual(["4: The note [^x] is defined twice."]);
    expect(html("a[^x]")).toBe("<p>a[^x]</p>\n");
  });

  test("call no notes themselves", () => {
    expect(html("a[^x]\n\n[^x]: see [^x]").match(/doc-noteref/g)).toHaveLength(1);
  });

  test("are left out of the words and the count, and stand only at the end in a feed", () => {
    const body = renderArticle(noted);
    expect(plainText(body.html)).toBe("One and two, and one again.");
    expect(body.words).toBe(6);
    const feed = withoutSidenotes(body.html);
    expect(feed).not.toMatch(/sidenote|<input|<label/);
    expect(feed).toContain('<li id="note-1">');
  });
});

describe("an article's links", () => {
  test("may lead through this site and through the page", () => {
    expect(html("[a](/about) [b](#s-one) [c](https://example.org)")).toBe(
      '<p><a href="/about">a</a> <a href="#s-one">b</a> <a href="https://example.org">c</a></p>\n',
    );
    expect(html("[a](//evil.example) [c](javascript:x)")).not.toContain("<a ");
  });
});

test("an article over the limit is refused before it is parsed", () => {
  expect(() => renderArticle("a".repeat(ARTICLE_LIMIT + 1))).toThrow(RangeError);
});

describe("plain text", () => {
  test("is cut between words", () => {
    const text = html("> The *quick* brown fox, said `a < b`");
    expect(plainText(text)).toBe("The quick brown fox, said a < b");
    expect(plainText(text, 21)).toBe("The quick brown fox…");
    expect(plainText(text, 3)).toBe("Th…");
    expect(plainText(html("😀".repeat(10)), 4)).toBe("😀😀😀…");
  });
});

test("the beginning of a comment is its writer's own words, and a quotation only where there is nothing else", () => {
  expect(ownWords(html("> A document when\n>\n> > older\n\nIn my office."))).toBe("In my office.");
  expect(ownWords(html("Yes, perhaps.\n\n> No.\n\nBut."), 5)).toBe("Yes…");
  expect(ownWords(html("> Only this."))).toBe("Only this.");
});
