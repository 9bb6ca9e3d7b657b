import { beginning } from "@/domain/prose/cut";
import { decoded } from "@/domain/prose/nodes";
import { rendered, type SafeHtml } from "@/domain/prose/safe-html";
import { blockId, inOneLine, type Stretch } from "./passage";

/**
 * The words of an article on one line, and which stretch of them is which block: a paragraph, an item, a heading, a caption, a table,
 * a piece of code, a note. Blocks are counted from 1; between two of them stands one blank.
 */
export type ArticleText = { text: string; blocks: Stretch[] };

/** Where a block's tag can take an attribute, and where something can be added to its words. Offsets in the HTML. */
type Edges = { attributes: number; end: number };
type Read = Edges & { words: string; begun: number };

const PARTS = /<(\/?)([a-z0-9]+)([^>]*)>|[^<]+/g;
const BLOCKS = new Set(["p", "li", "h2", "h3", "h4", "h5", "h6", "pre", "table", "figcaption"]);
/** What stands apart from the words of the item it is in. */
const APART = new Set(["ul", "ol", "blockquote", "div", "table", "pre", "figure"]);
const VOID = new Set(["br", "hr", "img", "input"]);
/**
 * Numbers of notes, the notes once more beside the text, the way back from one and what all of them are called: none are words of the article.
 * Nor is what a browser has put beside a block (`data-beside`).
 */
const NO_WORDS = / (?:class="(?:note-ref|note-label|note-toggle|sidenote|note-back)"|id="notes"|data-beside)/;

/** The words of an article's HTML, which is our own renderer's: well-formed, its blocks with or without attributes. */
export function articleText(html: SafeHtml): ArticleText {
  const blocks: Stretch[] = [];
  let text = "";
  for (const { words } of blocksIn(html)) {
    if (text !== "") text += " ";
    blocks.push({ begins: text.length, ends: text.length + words.length });
    text += words;
  }
  return { text, blocks };
}

/** The beginning of a block's words, to know it by; cut between two of them. `most`: code points. */
export function headOfBlock({ text, blocks }: ArticleText, block: number, most: number): string {
  const { begins, ends } = blocks[block - 1] ?? { begins: 0, ends: 0 };
  const words = text.slice(begins, ends);
  const head = beginning(words, most);
  return head === words ? words : `${head.replace(/\s\S*$/, "")} …`;
}

/** The same HTML, each block with its id and with what `markOf` says at the end of its words. */
export function withMarks(html: SafeHtml, markOf: (block: number, begun: string) => string): SafeHtml {
  const pieces: { at: number; piece: string }[] = [];
  blocksIn(html).forEach(({ attributes, end, begun }, nth) => {
    const tag = html.slice(begun, html.indexOf(">", begun));
    const named = / id="/.test(tag);
    const mark = markOf(nth + 1, tag.slice(1).split(" ", 1)[0] ?? "");
    if (!named) pieces.push({ at: attributes, piece: ` id="${blockId(nth + 1)}"` });
    // What has a name of its own holds ours inside.
    const id = named ? `<span id="${blockId(nth + 1)}"></span>` : "";
    if (id + mark !== "") pieces.push({ at: end, piece: id + mark });
  });
  let done = 0;
  let marked = "";
  for (const { at, piece } of pieces.sort((one, other) => one.at - other.at)) {
    marked += html.slice(done, at) + piece;
    done = at;
  }
  return rendered(marked + html.slice(done));
}

/** The number of the block in which a stretch begins, from 1. */
export function blockOf({ blocks }: ArticleText, { begins }: Stretch): number {
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle]?.begins ?? 0) <= begins) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** Those that have words, in the order in which they begin. */
function blocksIn(html: string): Read[] {
  const found: Read[] = [];
  const open: Read[] = [];
  let unread = 0;
  for (const part of html.matchAll(PARTS)) {
    const [all, slash, name, attributes = ""] = part;
    const current = open.at(-1);
    if (name === undefined) {
      if (unread === 0 && current) current.words += decoded(all);
    } else if (unread > 0) {
      if (!VOID.has(name)) unread += slash ? -1 : 1;
    } else if (slash) {
      if (BLOCKS.has(name) && current) close(current, part.index + (name === "table" ? all.length : 0));
      if (BLOCKS.has(name)) open.pop();
    } else if (NO_WORDS.test(attributes)) {
      if (!VOID.has(name)) unread = 1;
    } else {
      if (current && APART.has(name)) current.end ||= part.index;
      if (current && !INLINE.has(name)) current.words += " ";
      if (!BLOCKS.has(name)) continue;
      const block = { words: "", begun: part.index, attributes: part.index + 1 + name.length, end: 0 };
      found.push(block);
      open.push(block);
    }
  }
  for (const block of found) block.words = inOneLine(block.words);
  return found.filter(({ words }) => words !== "");
}

const close = (block: Read, at: number): void => void (block.end ||= at);

const INLINE = new Set(["a", "em", "strong", "s", "code", "sup", "sub", "span"]);
