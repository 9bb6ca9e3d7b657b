import { plainText } from "./plain";
import { rendered, type SafeHtml } from "./safe-html";

const QUOTATION = /(<\/?blockquote\b[^>]*>)/;
const BLOCK = /<\/?(?:p|li|ul|ol|pre|h[1-6]|hr|tr)\b[^>]*>/;

/** A paragraph in words alone; `quoted` where the writer quotes. */
export type TextPiece = { text: string; quoted: boolean };

/** The words of rendered text, paragraph by paragraph, for places that have nothing but text. With a `limit` (in code points) it ends in "…". */
export function textPieces(html: SafeHtml, limit = Infinity): TextPiece[] {
  const pieces: TextPiece[] = [];
  let depth = 0;
  let left = limit;
  for (const part of html.split(QUOTATION)) {
    if (part.startsWith("<blockquote")) depth++;
    else if (part.startsWith("</blockquote")) depth--;
    else
      for (const block of part.split(BLOCK)) {
        const text = left > 0 ? plainText(rendered(block), left) : "";
        if (text === "") continue;
        left -= Array.from(text).length;
        pieces.push({ text, quoted: depth > 0 });
      }
  }
  return pieces;
}
