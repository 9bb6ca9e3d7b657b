import { expect, test } from "vitest";
import { renderArticle } from "./article";
import { withHeadingLinks } from "./heading-links";

const drawn = (source: string): string => withHeadingLinks(renderArticle(source).html);

test("a heading has a link to itself, behind its words", () => {
  expect(drawn("## Über *uns*\n\nText.")).toContain(
    '<h2 id="s-uber-uns">Über <em>uns</em> <a class="heading-link" href="#s-uber-uns" aria-label="Link to this section"></a></h2>',
  );
});

test("each has its own, and a text without headings is what it was", () => {
  expect(drawn("## One\n\n### Two\n\n## One").match(/href="#s-[^"]+"/g)).toEqual([
    'href="#s-one"',
    'href="#s-two"',
    'href="#s-one-again-1"',
  ]);
  const { html } = renderArticle("Only text, and `## not a heading`.");
  expect(withHeadingLinks(html)).toBe(html);
});
