import type { Env, MarkdownIt } from "markdown-it";
import type { Picture } from "@/domain/pictures/picture";
import { figures, picturesOf } from "./figures";
import { footnotes, printNotes } from "./footnotes";
import { headings, headingsOf, type Heading } from "./headings";
import { engine } from "./markdown";
import { bareText } from "./plain";
import { collectProblems, type TextProblem } from "./problems";
import { quotesOf, type Quotes } from "./quotes";
import { rendered, type SafeHtml } from "./safe-html";
import { deadEnds } from "./dead-ends";
import { tables } from "./tables";
import { readableLength } from "./text";
import { unsupportedMarkdown } from "./unsupported-markdown";
import { countWords } from "./words";
import { LANGUAGE } from "#messages/locale";

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

const PARTS = [figures, tables, headings, footnotes, unsupportedMarkdown, deadEnds];
const engines = new Map<Quotes, MarkdownIt>();

/** One for all languages of the same quotation marks. */
function engineOf(language: string): MarkdownIt {
  const quotes = quotesOf(language);
  const known = engines.get(quotes);
  if (known) return known;
  const md = engine("article");
  md.set({ quotes });
  for (const part of PARTS) md.use(part);
  engines.set(quotes, md);
  return md;
}

/**
 * An article's Markdown (without its front matter) as HTML. It renders even where it has problems; whoever
 * publishes refuses a body that has any.
 * @param language what it is written in, a tag of BCP 47: its straight quotation marks become those of that language
 * @throws RangeError before anything is parsed, when the source is longer than `ARTICLE_LIMIT`.
 */
export function renderArticle(source: string, language = LANGUAGE): Body {
  if (readableLength(source) > ARTICLE_LIMIT)
    throw new RangeError("An article over the limit reached the renderer.");
  const md = engineOf(language);
  const env: Env = {};
  const problems = collectProblems(env);
  const body = md.render(source, env);
  const html = rendered(body + printNotes(md, env));
  return {
    html,
    words: countWords(bareText(html)),
    headings: headingsOf(env),
    pictures: picturesOf(env),
    problems,
  };
}
