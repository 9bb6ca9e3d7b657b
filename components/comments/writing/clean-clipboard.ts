/*
 * What Word and Google Docs put on a clipboard is HTML in name only: lists are paragraphs with a bullet typed before them, bold is a
 * style, and the whole stands in one <b> that is not bold. This makes it what it means.
 */

/**
 * The same HTML without anything that a browser would act on. A parsed document has the page's own policy, by which each `style` is
 * a breach to be reported, so styles are kept beside, as data.
 */
export const inert = (html: string): string =>
  html
    .replace(/(<[^>]*?\s)style(\s*=)/gi, "$1data-style$2")
    .replace(/(<[^>]*?\s)on(\w+\s*=)/gi, "$1data-on$2");

const LINKED = new Set(["http:", "https:", "mailto:"]);

export function clean(body: HTMLElement): void {
  unwrapAll(body, 'b[id^="docs-internal-guid"], b[data-style*="font-weight:normal" i]');
  for (const comment of commentsIn(body)) comment.remove();
  wordLists(body);
  emphasise(body);
  for (const link of body.querySelectorAll("a")) {
    const address = URL.parse(link.getAttribute("href") ?? "");
    if (!address || !LINKED.has(address.protocol)) link.replaceWith(...link.childNodes);
    else linkInside(link);
  }
  for (const picture of body.querySelectorAll("img"))
    if (isSign(picture.alt)) picture.replaceWith(picture.alt);
  for (const box of body.querySelectorAll("input[type=checkbox i], li[role=checkbox i]")) {
    const tick = box.matches("[checked], [aria-checked=true]") ? "☑ " : "☐ ";
    if (box.localName === "li") (box.querySelector("p") ?? box).prepend(tick);
    else box.replaceWith(tick);
  }
  for (const table of body.querySelectorAll("table")) rowsAsLines(table);
}

const BLOCKS = "h1, h2, h3, h4, h5, h6, p, div, li, section, article, header, figure";

/** A link round whole blocks, as of a card, is the link of the first words in it: Markdown has none round a block. */
function linkInside(link: HTMLAnchorElement): void {
  const block = Array.from(link.querySelectorAll(BLOCKS)).find(
    (one) => one.textContent.trim() !== "" && !one.querySelector(BLOCKS),
  );
  if (!block) return;
  const inside = document.createElement("a");
  inside.href = link.getAttribute("href") ?? "";
  inside.append(...block.childNodes);
  block.append(inside);
  link.replaceWith(...link.childNodes);
}

/** An emoji that was drawn as a picture, or its name between colons: words, and not pictures. */
const isSign = (alt: string): boolean =>
  /^(?=.*[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3])[\p{Extended_Pictographic}\p{Emoji_Component}\ufe0f]{1,20}$/u.test(
    alt,
  ) || /^:[\w+-]{1,60}:$/.test(alt);

/** A comment has no tables: each row of one that holds words is a line. */
function rowsAsLines(table: HTMLTableElement): void {
  const rows = Array.from(table.rows, ({ cells }) => Array.from(cells));
  const isLayout =
    rows.every(({ length }) => length < 2) ||
    table.querySelector("table, ul, ol, pre, blockquote, p + p, div + div");
  if (isLayout) return;
  const lines = document.createElement("p");
  rows.forEach((cells, nth) => {
    if (nth > 0) lines.append(document.createElement("br"));
    cells.forEach((cell, at) => {
      if (at > 0) lines.append(" | ");
      const only = cell.querySelector("p, div");
      lines.append(...(only ?? cell).childNodes);
    });
  });
  table.replaceWith(lines);
}

function unwrapAll(body: HTMLElement, selector: string): void {
  for (const element of body.querySelectorAll(selector)) element.replaceWith(...element.childNodes);
}

/** Word hides its bullets for other programs in them. */
function commentsIn(body: HTMLElement): Comment[] {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const found: Comment[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Comment) found.push(walker.currentNode);
  return found;
}

const styleOf = (element: Element): string => (element.getAttribute("data-style") ?? "").toLowerCase();

/** A bullet or a number as Word types it, with the blanks behind it. */
const TYPED_MARK = /^[\s\u00a0]*(?:([·•o§▪\-–])|(?:\d+|[a-z])[.)])[\s\u00a0]+/i;

/** Neighbouring paragraphs of a Word list become one list, and deeper ones lists inside. */
function wordLists(body: HTMLElement): void {
  const paragraphs = Array.from(body.querySelectorAll("p")).filter((one) =>
    /mso-list:\s*l\d/.test(styleOf(one)),
  );
  let open: { list: HTMLElement; level: number }[] = [];
  let last: Element | null = null;
  for (const paragraph of paragraphs) {
    if (last === null || paragraph.previousElementSibling !== last) open = [];
    const level = Number(/level(\d+)/.exec(styleOf(paragraph))?.[1] ?? 1);
    const mark = TYPED_MARK.exec(paragraph.textContent);
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    if ((open.at(-1)?.level ?? 0) < level) {
      const list = document.createElement(mark && mark[1] === undefined ? "ol" : "ul");
      const parent = open.at(-1)?.list.lastElementChild;
      if (parent) parent.append(list);
      else paragraph.before(list);
      open.push({ list, level });
    }
    const item = document.createElement("li");
    removeMark(paragraph, mark?.[0].length ?? 0);
    item.append(...paragraph.childNodes);
    open.at(-1)?.list.append(item);
    last = open[0]?.list ?? null;
    paragraph.remove();
  }
}

/** Takes so many letters from the beginning, wherever their spans end. */
function removeMark(paragraph: Element, length: number): void {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let left = length; left > 0 && walker.nextNode();) {
    const text = walker.currentNode;
    const words = text.nodeValue ?? "";
    text.nodeValue = words.slice(left);
    left -= Math.min(left, words.length);
  }
}

/** Bold and italic that are only a style become elements. */
function emphasise(body: HTMLElement): void {
  for (const span of body.querySelectorAll("span[data-style]")) {
    if (span.textContent.trim() === "" || span.closest("h1, h2, h3, h4, h5, h6")) continue;
    const style = styleOf(span);
    if (/font-weight:\s*(bold|[6-9]00)/.test(style) && !span.closest("b, strong")) wrapInside(span, "strong");
    if (/font-style:\s*italic/.test(style) && !span.closest("i, em")) wrapInside(span, "em");
    if (/text-decoration[^;]*line-through/.test(style) && !span.closest("s, del, strike"))
      wrapInside(span, "s");
    const raised = /vertical-align:\s*(super|sub)/.exec(style)?.[1];
    if (raised) wrapInside(span, raised === "super" ? "sup" : "sub");
  }
}

function wrapInside(element: Element, name: "strong" | "em" | "s" | "sup" | "sub"): void {
  const wrap = document.createElement(name);
  wrap.append(...element.childNodes);
  element.append(wrap);
}
