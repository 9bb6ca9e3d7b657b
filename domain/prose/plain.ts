import { beginning } from "./cut";
import { balanceIsolates } from "./isolates";
import { rendered, type SafeHtml } from "./safe-html";

/** The notes: our own output, so their form is known, and no text of a writer can look like it unescaped. */
const NOTE_NUMBERS = /<sup class="note-ref">.*?<\/sup>/gs;
const SIDENOTES = /<input class="note-toggle"[^>]*><span class="sidenote".*?<\/span>/gs;
const TOGGLES = /<label class="note-label"[^>]*><\/label>/g;
const NOTES = /<section class="notes".*?<\/section>/gs;
const BLOCKS = /<\/?(?:p|li|ul|ol|blockquote|pre|h[1-6]|br|hr|tr|t[hd]|figure|figcaption|div)\b[^>]*>/g;

/** Where a quotation begins or ends; kept by a split. */
const QUOTATIONS = /(<\/?blockquote\b[^>]*>)/;

/**
 * Rendered text on one line, for descriptions and previews, with the numbers of its lists; notes are left out.
 * With a `limit` (in code points) it is cut between words and ends in "…".
 */
export const plainText = (html: SafeHtml, limit = Infinity): string => cut(bareText(numbered(html)), limit);

/** The words alone, for counts and comparisons: the numbers of lists are drawn by the browser. */
export const bareText = (html: SafeHtml): string =>
  (html.includes('class="note') ? withoutNotes(html) : html)
    .replace(BLOCKS, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|quot|amp);/g, (entity) => SIGNS[entity] ?? entity)
    .replace(/\s+/g, " ")
    .trim();

const LISTS = /<(\/?)(ol|ul|li)\b([^>]*)>/g;

/** “24. December” is a list to Markdown, and its number is what it says. */
function numbered(html: SafeHtml): SafeHtml {
  if (!html.includes("<ol")) return html;
  const open: (number | null)[] = [];
  return rendered(
    html.replace(LISTS, (tag: string, end: string, name: string, attributes: string) => {
      if (name !== "li") {
        if (end) open.pop();
        else open.push(name === "ol" ? Number(/\bstart="(\d+)"/.exec(attributes)?.[1] ?? 1) : null);
        return tag;
      }
      const number = open.at(-1) ?? null;
      if (end || number === null) return tag;
      open[open.length - 1] = number + 1;
      return `${tag}${number}. `;
    }),
  );
}

/** The beginning of what somebody wrote themselves: what they quote is left out, unless there is nothing else. */
export function ownWords(html: SafeHtml, limit = Infinity): string {
  let depth = 0;
  const own = html.split(QUOTATIONS).filter((part) => {
    if (part.startsWith("<blockquote")) depth++;
    else if (part.startsWith("</blockquote")) depth--;
    else return depth === 0;
    return false;
  });
  return plainText(rendered(own.join(" ")), limit) || plainText(html, limit);
}

/** Comments have none, and pages of them ask for many beginnings. */
const withoutNotes = (html: string): string =>
  html.replace(NOTES, " ").replace(SIDENOTES, "").replace(NOTE_NUMBERS, "");

/** An article for places without our styles (a feed): the notes stand at the end, and only there. */
export const withoutSidenotes = (html: SafeHtml): SafeHtml =>
  rendered(html.replace(SIDENOTES, "").replace(TOGGLES, ""));

const SIGNS: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };

function cut(text: string, limit: number): string {
  const room = beginning(text, limit);
  if (room === text) return text;
  const gap = room.lastIndexOf(" ");
  // A single word longer than half the room is cut where it is.
  const head = gap > room.length / 2 ? room.slice(0, gap) : beginning(text, limit - 1);
  return balanceIsolates(head.replace(/[\s,;:.–—-]+$/, "")) + "…";
}
