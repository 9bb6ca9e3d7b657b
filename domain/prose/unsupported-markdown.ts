import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { complain } from "./problems";
import { normaliseText } from "./text";
import * as t from "#messages/articles";
import { say } from "@/messages/say";

/** Stands for what was understood: links, marks, code, and whatever has a backslash in front. */
const UNDERSTOOD = "\uFFFC";

/** What other systems make of their Markdown and Moot prints as it is: a pattern of what is left over, and what to say. */
const UNSUPPORTED: [RegExp, (found: string) => string][] = [
  [/<!--/g, () => t.aCommentInTheText],
  [/<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/gi, (found) => say(t.htmlIsNotRead, { found })],
  [/!\[[^[\]]*\]\([^()]*\)?/g, () => t.aPictureComesFromThisSite],
  [/!?\[[^[\]]*\]\[[^[\]]*\]|^\[[^[\]^]+\]: *\S+/gm, (found) => say(t.referencesAreNotRead, { found })],
  [/(?<!!)\[[^[\]]*\]\([^)\n]*\)?/g, (found) => say(t.thatLinkLeadsNowhere, { found })],
  [/\[\[[^[\]\n]+\]\]/g, (found) => say(t.doubleBracketsAreNotRead, { found })],
  [/\^\[[^[\]]+\]|\[\^[^[\]\s]*[ \t][^[\]\n]*\]/g, (found) => say(t.aNoteIsCalledByOneWord, { found })],
  [/\{[#.:][^{}\n]*\}/g, (found) => say(t.idsAndClassesAreNotRead, { found })],
  [
    /(\*\*|__|~~)(?:(?=[^\s*_~])[^\n]*?|[^\n*_~]*[^\s*_~])\1/g,
    (found) => say(t.marksThatMarkNothing, { found }),
  ],
  [
    /(?<=[\p{L}\p{M}\p{N}])(?:\*{4}|~{4})(?=[\p{L}\p{N}])/gu,
    (found) => say(t.marksThatMarkNothing, { found }),
  ],
  [/^\|.*\|[ \t]*$|^:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?$/gm, () => t.theseBarsAreNoTable],
  [/^#{2,6}[^#\s]+/gm, (found) => say(t.aHeadingNeedsABlank, { found })],
  [/^\*\[[^[\]]+\]:/gm, (found) => say(t.abbreviationsAreNotRead, { found })],
  [/^: +\S/gm, () => t.listsOfTermsAreNotRead],
  [
    /==[^=\s][^=\n]*==|\$\$[^$]+\$\$|^:::.*|\{\{[^{}]*\}\}|\{%[^%]*%\}|^\[TOC\]$/gim,
    (found) => say(t.isNotReadHere, { found }),
  ],
  [/^\[!(?:note|tip|important|warning|caution)\]/gim, (found) => say(t.isNotReadHere, { found })],
  // Remarks, insertions and spoilers of note-taking programs; boxes of documentation.
  [
    /%%[^%\n]+%%|(?<![\p{L}\p{N}+])\+\+[^\s+][^+\n]*\+\+|\|\|[^\s|][^|\n]*\|\|/gu,
    (found) => say(t.isNotReadHere, { found }),
  ],
  [
    /^[!?]{3} (?:note|tip|info|hint|warning|danger|caution|important|example|question|success|failure|bug|quote|abstract)\b.*/gim,
    (found) => say(t.isNotReadHere, { found }),
  ],
  // Small signs above and below the line, and formulas, as pandoc reads them.
  [/(?<=\S)~[^\s~]+~(?!~)|(?<=\S)\^[^\s^[\]]+\^/g, (found) => say(t.isNotReadHere, { found })],
  [/\$(?=\S)[^$\n]*[\\^_{][^$\n]*(?<=\S)\$(?!\d)/g, (found) => say(t.isNotReadHere, { found })],
  [/(?<![^\s])[:][a-z][a-z0-9_+-]+[:](?![^\s])/g, (found) => say(t.isNotReadHere, { found })],
];

/** Finds in an article what would be shown as it was typed and not as it was meant, and dead ends within the page. */
export function unsupportedMarkdown(md: MarkdownIt) {
  md.core.ruler.after("empty_links", "unsupported_markdown", (state) => {
    let line = 0;
    for (const token of state.tokens) {
      // A cell of a table stands where its row does.
      line = token.map?.[0] ?? line;
      if (token.type === "inline" && token.meta?.["told"] !== true) lookAt(token, state, line);
    }
  });
  md.core.ruler.after("block", "fences_without_end", fencesWithoutEnd);
  md.core.ruler.push("tasks", (state) =>
    state.tokens.forEach((token, at) => tick(token, state.tokens[at - 2])),
  );
}

/** Where nothing ends it, all that follows would be code. */
function fencesWithoutEnd({ src, tokens, env }: StateCore) {
  const lines = src.split("\n");
  for (const { type, map, markup } of tokens) {
    if (type !== "fence" || !map) continue;
    const last = (lines[map[1] - 1] ?? "").replace(/^[\s>]+|\s+$/g, "");
    const isEnd = last.startsWith(markup) && last.replaceAll(markup.charAt(0), "") === "";
    if (!isEnd || map[1] - 1 === map[0]) complain(env, map[0], say(t.thisCodeHasNoEnd, { fence: markup }));
  }
}

function lookAt(token: Token, state: StateCore, first: number) {
  const text = (token.children ?? []).map((child, at, all) => leftOver(child, all[at - 1])).join("");
  const told = new Set<string>();
  for (const [pattern, reason] of UNSUPPORTED) {
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const line = first + text.slice(0, index).split("\n").length - 1;
      if (told.has(`${line}`)) continue;
      told.add(`${line}`);
      complain(state.env, line, reason(found.trim().replaceAll(UNDERSTOOD, "…")));
    }
  }
  const typed = (token.children ?? []).map(asTyped).join("");
  for (const { 0: found, index } of typed.matchAll(TYPESETTING))
    complain(
      state.env,
      first + typed.slice(0, index).split("\n").length - 1,
      say(t.isNotReadHere, { found }),
    );
  for (const { type, info, content, markup } of token.children ?? [])
    if (type === "text_special" && info === "entity" && !isClean(content))
      complain(state.env, first, say(t.invisibleCharacter, { found: markup }));
}

/** What TeX reads; Markdown takes the backslash for its own and drops it. */
const TYPESETTING =
  /\\\((?=[^\n]*[\\^_=])(?:(?!\\\))[^\n])+\\\)|\\\[(?=\n|(?:(?!\\\])[^\ufffc])*(?:\\[a-z]|[\^{]))(?:(?!\\\])[^\ufffc])*\\\]|\\(?:begin|end)\{[^{}\n]*\}|^\\(?:newpage|pagebreak)$/gm;

const asTyped = ({ type, content, markup }: Token): string => {
  if (type === "text_special") return markup;
  return type === "text" ? content : type === "softbreak" ? "\n" : UNDERSTOOD;
};

/** A sign that cleaning takes out cannot come back by its number. */
const isClean = (sign: string): boolean => normaliseText(`a${sign}a`) === `a${sign}a`;

function leftOver({ type, content }: Token, before: Token | undefined): string {
  // In an autolinked address nothing is Markdown, whatever characters are in it.
  if (type === "text") return before?.type === "link_open" && before.info === "auto" ? UNDERSTOOD : content;
  return type === "softbreak" || type === "hardbreak" ? "\n" : UNDERSTOOD;
}

const BOX = /^\[([ xX])\] /;

/** `- [ ] to do` and `- [x] done`. */
function tick(token: Token, item: Token | undefined) {
  const [text] = token.children ?? [];
  if (token.type !== "inline" || item?.type !== "list_item_open" || text?.type !== "text") return;
  text.content = text.content.replace(BOX, (_box, sign) => (sign === " " ? "☐ " : "☑ "));
}
