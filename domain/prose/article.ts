import type { Env } from "markdown-it";
import type { Picture } from "@/domain/pictures/picture";
import { figures, picturesOf } from "./figures";
import { footnotes, printNotes } from "./footnotes";
import { headings, headingsOf, type Heading } from "./headings";
import { engine } from "./markdown";
import { plainText } from "./plain";
import { collectProblems, type TextProblem } from "./problems";
import { rendered, type SafeHtml } from "./safe-html";
import { deadEnds } from "./dead-ends";
import { tables } from "./tables";
import { readableLength } from "./text";
import { unsupportedMarkdown } from "./unsupported-markdown";
import { countWords } from "./words";

/** Some 16,000 words: longer than what one question needs. Unicode code points. */
export const ARTICLE_LIMIT = 100_000;

/** An article's body: its HTML, its words without the notes, its headings, the uploaded pictures it shows, and what its author must mend. */
export type Body = {
  html: SafeHtml;
  words: number;
  headings: Heading[];
  pictures: Picture[];
  problems: TextProblem[];
};

const md = engine("article");
for (const part of [figures, tables, headings, footnotes, unsupportedMarkdown, deadEnds]) md.use(part);

/**
 * An article's Markdown (without its front matter) as HTML. It renders even where it has problems; whoever
 * publishes refuses a body that has any.
 * @throws RangeError before anything is parsed, when the source is longer than `ARTICLE_LIMIT`.
 */
export function renderArticle(source: string): Body {
  if (readableLength(source) > ARTICLE_LIMIT)
    throw new RangeError("An article over the limit reached the renderer.");
  const env: Env = {};
  const problems = collectProblems(env);
  const body = md.render(source, env);
  const html = rendered(body + printNotes(md, env));
  return {
    html,
    words: countWords(plainText(html)),
    headings: headingsOf(env),
    pictures: picturesOf(env),
    problems,
  };
}
