import { passagesPath } from "@/components/comments/paths";
import { blockId } from "@/domain/passages/passage";
import { nameOfMark, NONE, signOfMark } from "@/components/passages/mark";

/** The words of the article on this page, with the marks beside them; null where the page has none. */
export const articleProse = (): HTMLElement | null =>
  document.querySelector<HTMLElement>("article > div:has(.passage-mark)");

export const markOf = (block: number): HTMLAnchorElement | null =>
  document.querySelector<HTMLAnchorElement>(`.passage-mark[data-passage="${block}"]`);

/** The mark of the block behind which something has been put. */
export const markBeside = (host: HTMLElement): HTMLElement | null =>
  host.dataset.beside === undefined ? null : markOf(Number(host.dataset.block));

/** Behind these a block can stand; behind an item of a list, or a caption, only in it. */
export const APART = "p, pre, .table-scroll, h2, h3, h4, h5, h6";

/** A place behind a block, for what only this reader sees; null where the block is not on the page. Headings and captions have no mark before somebody argues about them. */
export function hostBeside(block: number, what: "panel" | "form"): HTMLElement | null {
  const inside = markOf(block) ?? document.getElementById(blockId(block));
  if (!inside) return null;
  document.querySelector(`[data-beside="${what}"]`)?.remove();
  const host = document.createElement("div");
  host.dataset.beside = what;
  host.dataset.block = String(block);
  (inside.closest(APART) ?? inside).after(host);
  return host;
}

/** One more is about this block: its mark says so, and leads there. */
export function countAbout(block: number): void {
  const mark = markOf(block);
  if (!mark) return;
  const many = mark.dataset.sign === NONE ? 1 : Number(mark.dataset.sign) + 1;
  // "99+" stays what it is.
  if (!Number.isFinite(many)) return;
  mark.dataset.sign = signOfMark(many);
  mark.ariaLabel = nameOfMark(many, mark.dataset.moved !== undefined);
  mark.href = passagesPath(slugOf(mark), block);
  mark.focus({ preventScroll: true });
}

const slugOf = (mark: HTMLAnchorElement): string => decodeURIComponent(mark.pathname.split("/")[2] ?? "");
