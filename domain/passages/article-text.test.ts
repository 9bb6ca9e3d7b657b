import { describe, expect, test } from "vitest";
import { articleText, blockOf, withMarks } from "./article-text";
import { renderArticle } from "@/domain/prose/article";

const SOURCE = `
A paragraph with *stress* &c.[^1] And a second
sentence.

## A heading

- One
- Two
  - Two and a half

1. Loose

2. Looser

> Quoted.

| a | b |
|---|---|
| 1 | 2 |

\`\`\`
let code = 1 < 2;
\`\`\`

עברית פה.

[^1]: The note, *also*.

    Its second paragraph.
`;

const { html, problems } = renderArticle(SOURCE);
const { text, blocks } = articleText(html);
const words = blocks.map(({ begins, ends }) => text.slice(begins, ends));

describe("the words of an article", () => {
  test("are its blocks, each once, without the numbers of notes and the notes beside the text", () => {
    expect(problems).toEqual([]);
    expect(words).toEqual([
      "A paragraph with stress &c. And a second sentence.",
      "A heading",
      "One",
      "Two",
      "Two and a half",
      "Loose",
      "Looser",
      "Quoted.",
      "a b 1 2",
      "let code = 1 < 2;",
      "עברית פה.",
      "The note, also.",
      "Its second paragraph.",
    ]);
    expect(text).toBe(words.join(" "));
  });

  test("stand in blocks that are counted from 1", () => {
    expect(blockOf({ text, blocks }, { begins: 0, ends: 5 })).toBe(1);
    const begins = text.indexOf("Quoted");
    expect(blockOf({ text, blocks }, { begins, ends: begins + 3 })).toBe(8);
    expect(blockOf({ text, blocks }, { begins: text.length - 2, ends: text.length })).toBe(blocks.length);
  });

  test("stay the same where blocks have ids and marks", () => {
    const marked = withMarks(html, (block) => `<a class="note-back" href="#">${block}</a>`);
    expect(articleText(marked)).toEqual({ text, blocks });
    expect(marked).toContain('<p id="p-1">A paragraph');
    expect(marked).toContain('<a class="note-back" href="#">13</a>');
    expect(marked.match(/id="p-\d+"/g)).toHaveLength(blocks.length);
    expect(
      marked.replace(/<span id="p-\d+"><\/span>| id="p-\d+"|<a class="note-back" href="#">\d+<\/a>/g, ""),
    ).toBe(html);
  });
});
