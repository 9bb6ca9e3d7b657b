import { expect, test } from "vitest";
import type { Edit, Selected } from "@/components/comments/writing/markdown-edit";
import { renderArticle } from "@/domain/prose/article";
import { footnote, table } from "./article-actions";

const done = ({ text }: Selected, { from, to, insert }: Edit): string =>
  text.slice(0, from) + insert + text.slice(to);
const at = (marked: string): Selected => {
  const from = marked.indexOf("¦");
  return { text: marked.replace("¦", ""), from, to: from };
};

test("a note takes the next free number, and its text goes to the end, below the other notes", () => {
  const first = at("Tea¦ is warm.\n");
  expect(done(first, footnote(first))).toBe("Tea[^1] is warm.\n\n[^1]: ");
  const next = at("Tea[^1] is¦ warm.\n\n[^1]: So they say.\n");
  const text = done(next, footnote(next));
  expect(text).toBe("Tea[^1] is[^2] warm.\n\n[^1]: So they say.\n[^2]: ");
  expect(footnote(next).selectTo).toBe(text.length);
  expect(renderArticle(`${text}Me.`).problems).toEqual([]);
});

test("a table stands apart, and is one", () => {
  const below = at("Tea.¦\nMore.");
  const text = done(below, table(below));
  expect(text.startsWith("Tea.\n\n| ")).toBe(true);
  const { html, problems } = renderArticle(text);
  expect(problems).toEqual([]);
  expect(html).toContain("<table");
  expect(html).toContain("<p>More.</p>");
});
