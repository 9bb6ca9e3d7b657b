import { describe, expect, test } from "vitest";
import { mentioned, renderComment, saysNothing } from "./comment";
import { MENTIONS_LINKED } from "./mentions";
import { COMMENT_LIMIT } from "@/domain/comments/comment";

describe("a comment", () => {
  test("knows emphasis, links, lists, quotes, code and deletion", () => {
    expect(renderComment("*a* **b** ~~c~~ `d`\n\n> e\n\n1. f\n\n```js\ng < h\n```")).toBe(
      "<p><em>a</em> <strong>b</strong> <s>c</s> <code>d</code></p>\n<blockquote>\n<p>e</p>\n</blockquote>\n" +
        "<ol>\n<li>f</li>\n</ol>\n<pre><code>g &lt; h\n</code></pre>\n",
    );
  });

  test("vouches for no link and keeps only its address", () => {
    expect(renderComment('[a](https://example.org/x?y=1&z "title") http://example.org')).toBe(
      '<p><a href="https://example.org/x?y=1&amp;z" rel="nofollow ugc noopener">a</a> ' +
        '<a href="http://example.org" rel="nofollow ugc noopener">http://example.org</a></p>\n',
    );
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "data:image/png;base64,x",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example",
    "/members/bo",
    "https:/evil.example",
    "https://bank.example@evil.example",
    "mailto:bo@example.org?bcc=all@example.org",
    "&#106;avascript:alert(1)",
    "\u0001javascript:alert(1)",
  ])("does not link to %s", (address) => {
    const addresses = [...renderComment(`[here](${address}) <${address}>`).matchAll(/href="([^"]*)"/g)];
    // What is left of the letter as a bare address shows where it leads.
    for (const [, href] of addresses) expect(href).toMatch(/^mailto:bo@example\.org$/);
  });

  // gregjacobs/Autolinker.js#294, deltachat/message-parser#76: a link to the user's name as if it were a host.
  test.each([
    "http://ann:secret@example.org/",
    "https://ann@example.org",
    "https://bank.example@evil.example/login",
    `https://bank.example${"x".repeat(80)}@evil.example/`,
    "https://@example.org",
  ])("leaves %s as it was typed, for up to the @ it would look like a host", (address) => {
    expect(renderComment(`See ${address} there.`)).toBe(`<p>See ${address} there.</p>\n`);
  });

  test("an @ behind the host is part of an address", () => {
    const address = "https://example.org/c/moot@example.net?sort=@new";
    expect(renderComment(address)).toContain(`href="${address}"`);
  });

  test("prints raw HTML, entities, tables and reference definitions as they were typed", () => {
    const html = renderComment(
      "<b onclick=x>a</b> &#x202E;\n\n|a|b|\n|-|-|\n\n[c]: https://example.org\n\n[c]",
    );
    expect(html).toContain("&lt;b onclick=x&gt;a&lt;/b&gt; &amp;#x202E;");
    expect(html).toContain("|a|b|");
    expect(html).toContain("[c]: <a href=");
  });

  test("shows no picture; its address stays a link", () => {
    expect(renderComment("![a](https://example.org/a.png)")).toMatch(/^<p>!<a href=/);
  });

  test("has no headings of its own", () => {
    expect(renderComment("# Listen\n\ntitle\n---\n")).toBe(
      "<p><strong>Listen</strong></p>\n<p>title</p>\n<hr>\n",
    );
  });

  test("does not pass on what an info string says", () => {
    expect(renderComment('```"><script>\nx\n```')).toBe("<pre><code>x\n</code></pre>\n");
  });

  test("is refused before it is parsed when it is over the limit, counted in code points", () => {
    expect(() => renderComment("a".repeat(COMMENT_LIMIT + 1))).toThrow(RangeError);
    expect(renderComment("😀".repeat(COMMENT_LIMIT))).toContain("😀");
  });

  test("says nothing when nothing of it is seen", () => {
    for (const source of ["> ", "---", "```\n```"]) expect(saysNothing(source)).toBe(true);
    for (const source of ["ok", "[](https://example.org)"]) expect(saysNothing(source)).toBe(false);
  });
});

describe("a mention", () => {
  test("links to the member's page, in lower case, without asking who it is", () => {
    expect(renderComment("Thanks @Bo, and (@cy_2).")).toBe(
      '<p>Thanks <a href="/members/bo" class="mention">@Bo</a>, and (<a href="/members/cy_2" class="mention">@cy_2</a>).</p>\n',
    );
  });

  test.each([
    "bo@example.org",
    "@bo@example.org",
    "@bo.com",
    "@b",
    `@${"b".repeat(31)}`,
    "`@bo`",
    "é@bo",
    "https://x.org/@bo",
  ])("is not found in %s", (source) => expect(renderComment(source)).not.toContain("/members/"));

  test("is no link inside a link", () => {
    expect(renderComment("[@bo](https://example.org)").match(/<a /g)).toHaveLength(1);
  });

  test("can be listed, each handle once, without those who are only quoted or shown in code", () => {
    expect(mentioned("@bo @cy @BO `@dee`\n\n> @ada\n\n@eve")).toEqual(["bo", "cy", "eve"]);
  });

  test(`links ${MENTIONS_LINKED} at most`, () => {
    expect(renderComment("@bo ".repeat(50)).match(/<a /g)).toHaveLength(MENTIONS_LINKED);
  });
});
