import type { Env, Token } from "markdown-it";
import { eachInline, engine } from "./markdown";
import { mentions } from "./mentions";
import { bareText } from "./plain";
import { escapeHtml, rendered, type SafeHtml } from "./safe-html";
import { isBlank, readableLength } from "./text";
import { COMMENT_LIMIT } from "@/domain/comments/comment";

/** No honest text grows twentyfold; past this the text is printed as it was typed. Characters of HTML. */
const OUTPUT_CAP = 20 * COMMENT_LIMIT;

const md = engine("comment");
md.use(mentions);
// A comment has no headings of its own: they would break the page's outline. Their words stay, in bold.
md.renderer.rules["heading_open"] = () => "<p><strong>";
md.renderer.rules["heading_close"] = () => "</strong></p>\n";

/**
 * A comment's Markdown as HTML. The source must be normalised and within `COMMENT_LIMIT`; its schema says so to
 * the writer in words, so a longer one here is a bug.
 * @throws RangeError before anything is parsed, when the source is too long.
 */
export function renderComment(source: string): SafeHtml {
  const html = md.renderer.render(parse(source, {}), md.options, {});
  return rendered(html.length > OUTPUT_CAP ? asTyped(source) : html);
}

/** The handles a comment calls by name, each once, in order, in lower case; who is only quoted is not called. Nobody is looked up. */
export function mentioned(source: string): string[] {
  const handles = new Set<string>();
  eachInline(withoutQuotations(parse(source, {})), ({ meta }) => {
    if (typeof meta?.["mention"] === "string") handles.add(meta["mention"]);
  });
  return [...handles];
}

/** Shorter quotations are words that anybody may have used. Letters and digits. */
const QUOTED_AT_LEAST = 16;
/** So many quotations of a comment are looked for, and of each so much. */
const QUOTATIONS = 8;
const LOOKED_FOR = 200;

/** What a comment quotes, as `bare_words` of the database has it: no marks, no blanks, none of the signs of ASCII. */
export function quotedWords(source: string): string[] {
  if (!/^\s*>/m.test(source)) return [];
  const quotations = [...renderComment(source).matchAll(/<blockquote>(?:(?!<\/?blockquote>).)*/gs)];
  return quotations
    .map(([html]) => bareWords(html).slice(0, LOOKED_FOR))
    .filter((words) => words.length >= QUOTED_AT_LEAST)
    .slice(0, QUOTATIONS);
}

const bareWords = (html: string): string =>
  html.replace(/<[^>]*>|&(?:lt|gt|quot|amp);|[\t\n\r\f\v !-/:-@[-`{-~]/g, "");

function withoutQuotations(tokens: Token[]): Token[] {
  let depth = 0;
  return tokens.filter(({ type, nesting }) => {
    if (type.startsWith("blockquote")) depth += nesting;
    return depth === 0;
  });
}

/** True for a comment that shows no words once it is rendered: `**`, `> `, a link without a text. */
export const saysNothing = (source: string): boolean => isBlank(bareText(renderComment(source)));

function parse(source: string, env: Env): Token[] {
  if (readableLength(source) > COMMENT_LIMIT)
    throw new RangeError("A comment over the limit reached the renderer.");
  return md.parse(source, env);
}

const asTyped = (source: string): string =>
  source
    .split(/\n{2,}/)
    .map((part) => `<p>${escapeHtml(part.trim()).replaceAll("\n", "<br>\n")}</p>\n`)
    .join("");
