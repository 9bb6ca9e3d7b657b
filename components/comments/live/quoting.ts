import { beginning } from "@/domain/prose/cut";
import { asQuotation, markdownOf } from "@/domain/prose/markdown-of";
import { itemAround, proseOf } from "./thread-dom";

/** A place for what only this reader sees, right behind the line they pressed. One that is there already is used again. */
export function hostAfter(line: HTMLElement): HTMLElement {
  const next = line.nextElementSibling;
  if (next instanceof HTMLElement && next.dataset.host !== undefined) return next;
  const host = document.createElement("div");
  host.dataset.host = "";
  line.after(host);
  return host;
}

/** A quotation longer than this is the comment again. Code points. */
const QUOTED_AT_MOST = 600;

let noted: Range | null = null;

export function noteSelection(): void {
  const selection = getSelection();
  noted = selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
}

/** The comment of whose words some are selected, and of no other's; null where there is none. */
export function selectedItem(): HTMLElement | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const { commonAncestorContainer: node } = selection.getRangeAt(0);
  const item = itemAround(node instanceof Element ? node : node.parentElement);
  return item && proseOf(item)?.contains(node) ? item : null;
}

/** What was selected of this comment's words, as a quotation in the Markdown that makes them; "" when nothing was. What the site says around them is no quote. */
export function quoteFrom(item: HTMLElement): string {
  if (!noted) noteSelection();
  const prose = proseOf(item);
  const quoted = noted && prose ? beginning(withinOf(noted, prose).trim(), QUOTED_AT_MOST) : "";
  noted = null;
  return asQuotation(quoted);
}

/** The part of a selection that lies in an element, as Markdown. */
function withinOf(selected: Range, element: HTMLElement): string {
  if (!selected.intersectsNode(element)) return "";
  const part = document.createRange();
  part.selectNodeContents(element);
  if (selected.compareBoundaryPoints(Range.START_TO_START, part) > 0)
    part.setStart(selected.startContainer, selected.startOffset);
  if (selected.compareBoundaryPoints(Range.END_TO_END, part) < 0)
    part.setEnd(selected.endContainer, selected.endOffset);
  return markdownOf(aroundIt(part, element).childNodes);
}

/** What its words are part of, however few of them were selected. A part of an item is no list. */
const CARRIED = "em, strong, s, a, code, pre, blockquote";

/** What a range holds, in the elements around it that say what it is. */
function aroundIt(part: Range, element: HTMLElement): DocumentFragment {
  const held = part.cloneContents();
  const { commonAncestorContainer: common } = part;
  const nearest = common instanceof Element ? common : common.parentElement;
  for (let one = nearest; one && one !== element; one = one.parentElement) {
    if (!one.matches(one === nearest ? `${CARRIED}, ul, ol` : CARRIED)) continue;
    const around = one.cloneNode(false);
    around.appendChild(held);
    held.appendChild(around);
  }
  return held;
}
