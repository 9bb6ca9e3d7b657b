import { beginning } from "./cut";
import { decoded } from "./nodes";
import { plainText } from "./plain";
import { rendered, type SafeHtml } from "./safe-html";

/** Where a block begins or ends; kept by a split, so that every second part is one. */
const BLOCK = /(<\/?(?:blockquote|p|li|ul|ol|pre|h[1-6]|hr|tr)\b[^>]*>)/;
const LINE_END = /<br>\s*/;
/** A link whose words do not say where it leads. */
const LINK = /<a href="((?:https?|mailto):[^"]*)"[^>]*>(.*?)<\/a>/gs;

/** A paragraph in words alone; `quoted` where the writer quotes. */
export type TextPiece = { text: string; quoted: boolean };

/**
 * The words of rendered text, paragraph by paragraph, for places that have nothing but text: with their lines, the marks of their lists,
 * and the addresses of their links in brackets. With a `limit` (in code points) it ends in "…".
 */
export function textPieces(html: SafeHtml, limit = Infinity): TextPiece[] {
  const pieces: TextPiece[] = [];
  const lists: (number | null)[] = [];
  let [depth, left, mark, isCode] = [0, limit, "", false];
  html.split(BLOCK).forEach((part, nth) => {
    if (nth % 2 === 0) {
      const { text, room } = isCode ? codeIn(part, left) : linesIn(part, left);
      left = room;
      if (text === "") return;
      pieces.push({ text: mark + text, quoted: depth > 0 });
      mark = "";
      return;
    }
    const isEnd = part.startsWith("</");
    const name = /[a-z]+/.exec(part)?.[0];
    if (name === "blockquote") depth += isEnd ? -1 : 1;
    else if (name === "pre") isCode = !isEnd;
    else if (isEnd && (name === "ul" || name === "ol")) lists.pop();
    else if (name === "ul") lists.push(null);
    else if (name === "ol") lists.push(Number(/\bstart="(\d+)"/.exec(part)?.[1] ?? 1));
    else if (name === "li" && !isEnd) {
      const number = lists.at(-1) ?? null;
      mark = number === null ? "– " : `${number}. `;
      if (number !== null) lists[lists.length - 1] = number + 1;
    }
  });
  return pieces;
}

/** What fits, and how much room it leaves: none where something was cut. */
type Fitting = { text: string; room: number };

function linesIn(html: string, limit: number): Fitting {
  const lines: string[] = [];
  let room = limit;
  for (const line of html.replace(LINK, withAddress).split(LINE_END)) {
    const whole = plainText(rendered(line));
    const shown = room > 0 ? plainText(rendered(line), room) : "";
    room = shown === whole ? room - lengthOf(shown) : 0;
    lines.push(shown);
  }
  return { text: lines.join("\n").trim(), room };
}

function codeIn(html: string, limit: number): Fitting {
  const whole = decoded(html.replace(/<[^>]*>/g, "")).replace(/^\n+|\s+$/g, "");
  const shown = beginning(whole, Math.max(0, limit));
  if (shown === whole) return { text: whole, room: limit - lengthOf(whole) };
  return { text: shown === "" ? "" : `${shown.trimEnd()}…`, room: 0 };
}

const withAddress = (link: string, address: string, words: string): string =>
  decoded(words.replace(/<[^>]*>/g, "")) === decoded(address).replace(/^mailto:/, "")
    ? link
    : `${link} (${address})`;

const lengthOf = (text: string): number => Array.from(text).length;
