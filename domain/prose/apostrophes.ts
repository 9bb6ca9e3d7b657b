import type { MarkdownIt, StateCore, Token } from "markdown-it";

/** Feet and inches. */
const MEASURE = /(\d)'(\d+)"/g;
/** What a word has lost at its beginning: ’90s, ’tis, rock ’n’ roll. A quotation that begins so is rarer. */
const LOST =
  /(?<![\p{L}\p{N}])'(?=\d\ds?(?!\p{L})|(?:tis|twas|twere|twill|til|em)(?![\p{L}\p{N}]|[- ](?:dash|space)))/giu;
const AND = /(?<![\p{L}\p{N}])'n'(?![\p{L}\p{N}])/giu;
const STRAIGHT = /['"]/g;
const OPENS = /(?:^|[\s([{“‘„‚«‹「—–-])$/u;

/**
 * Marks of Hebrew words, typed by the keys of quotation marks: צה"ל, ג'ורג'. They are no pair, and each has its own sign. The one of an
 * abbreviation stands before its last letters; before a quotation there may be a prefix, ב"טלפון".
 */
const GERSHAYIM = /(?<=\p{sc=Hebrew})"(?=\p{sc=Hebrew}(?!\p{L})|\p{sc=Hebrew}{2,4}(?![\p{L}"]))/gu;
const GERESH = /(?<=[גדזחטעצרת])'(?=\p{sc=Hebrew})/gu;
/** Pairs beside a sign of a script without blanks, where nothing says which of the two begins. */
const WIDE = "[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\u3000-\u303f\uff01-\uff60]";
const QUOTED = new RegExp(`(?<=${WIDE})(["'])([^"'\\n]+)\\1|(["'])([^"'\\n]+)\\3(?=${WIDE})`, "gu");

/** Typographic apostrophes and quotation marks where markdown-it's pairs leave straight ones. */
export function apostrophes(md: MarkdownIt) {
  md.core.ruler.after("inline", "addresses_as_typed", addressesAsTyped);
  md.core.ruler.before("smartquotes", "lost_letters", (state) =>
    eachText(state, (text) => loseLetters(text, state.md.options.quotes)),
  );
  md.core.ruler.after("smartquotes", "left_straight", (state) =>
    eachText(state, (text, before) => curl(text, before, state.md.options.quotes)),
  );
}

type Marks = string | readonly string[];

const loseLetters = (text: string, [from, to, within, without]: Marks): string =>
  text
    .replace(QUOTED, (_all, one?: string, words = "", other = "", inside = "") =>
      (one ?? other) === "'" ? `${within}${words || inside}${without}` : `${from}${words || inside}${to}`,
    )
    .replace(GERSHAYIM, "״")
    .replace(GERESH, "׳")
    .replace(MEASURE, "$1′$2″")
    .replace(LOST, "’")
    .replace(AND, "’n’");

/** An address that stands for itself is no prose: what is copied from the page still leads there. */
function addressesAsTyped({ tokens }: StateCore) {
  for (const { children } of tokens)
    children?.forEach((token, at) => {
      const link = children[at - 1];
      if (token.type !== "text" || link?.type !== "link_open" || link.info !== "auto") return;
      token.type = "text_special";
      token.markup = token.content;
    });
}

/** `before` is the end of what stands in front of the text: a mark or a link ends like a letter. */
const curl = (text: string, before: string, [from = "", to = ""]: Marks): string =>
  text.replace(STRAIGHT, (sign, at: number) => {
    const front = at > 0 ? text.slice(0, at) : before;
    if (/\d$/.test(front)) return sign;
    if (sign === "'") return "’";
    return OPENS.test(front) ? from : to;
  });

function eachText(state: StateCore, change: (text: string, before: string) => string) {
  for (const { children } of state.tokens) {
    let before = "";
    for (const child of children ?? []) {
      if (child.type === "text") child.content = change(child.content, before);
      before = endOf(child, before);
    }
  }
}

function endOf({ type, nesting, content }: Token, before: string): string {
  if (type === "text") return content === "" ? before : content;
  if (type === "softbreak" || type === "hardbreak") return " ";
  return nesting === 1 ? before : "a";
}
