/** A place for what only this reader sees, right behind the line they pressed. One that is there already is used again. */
export function hostAfter(line: HTMLElement): HTMLElement {
  const next = line.nextElementSibling;
  if (next instanceof HTMLElement && next.dataset.host !== undefined) return next;
  const host = document.createElement("div");
  host.dataset.host = "";
  line.after(host);
  return host;
}

/** A quotation longer than this is the comment again. Characters. */
const QUOTED_AT_MOST = 600;

let noted: { words: string; at: Node } | null = null;

export function noteSelection(): void {
  const selection = getSelection();
  const at = selection?.anchorNode;
  noted = selection && at && !selection.isCollapsed ? { words: selection.toString(), at } : null;
}

/** What was selected inside this comment, as a Markdown quote; "" when nothing was. */
export function quotedIn(item: HTMLElement): string {
  if (!noted) noteSelection();
  const quoted = noted !== null && item.contains(noted.at) ? noted.words.trim().slice(0, QUOTED_AT_MOST) : "";
  noted = null;
  return quoted === "" ? "" : `${quoted.replace(/^/gm, "> ")}\n\n`;
}
