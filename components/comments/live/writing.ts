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

/** What is selected inside this comment, as a Markdown quote; "" when nothing is. */
export function quotedIn(item: HTMLElement): string {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.anchorNode || !item.contains(selection.anchorNode))
    return "";
  const words = selection.toString().trim().slice(0, QUOTED_AT_MOST);
  return words === "" ? "" : `${words.replace(/^/gm, "> ")}\n\n`;
}
