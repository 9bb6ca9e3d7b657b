import { anchorOf } from "@/components/comments/paths";
import type { Speaker } from "@/components/comments/layout";

/*
 * The thread as the page holds it. What the server drew is the truth; nothing about it is kept a second time.
 */

const ITEM = `li[id^="${anchorOf("")}"]`;

export const itemAround = (node: EventTarget | null): HTMLElement | null =>
  node instanceof Element ? node.closest<HTMLElement>(ITEM) : null;

export const itemOf = (id: string): HTMLElement | null => document.getElementById(anchorOf(id));

export const idOf = (item: HTMLElement): string => item.id.slice(anchorOf("").length);

/** What somebody came for by its own address. */
export const isAddressed = (item: HTMLElement): boolean =>
  item.matches(":target") || location.pathname === `/comments/${idOf(item)}`;

export const itemsIn = (root: ParentNode): HTMLElement[] =>
  Array.from(root.querySelectorAll<HTMLElement>(ITEM));

/** Items that no fold hides. */
export const itemsInSight = (root: ParentNode): HTMLElement[] =>
  itemsIn(root).filter((item) => item.getClientRects().length > 0);

export const levelOf = (item: HTMLElement): number => Number(item.parentElement?.dataset.level ?? 0);

/** A part of this very comment, not of one below it. */
export const partOf = (item: HTMLElement, part: keyof typeof PARTS): HTMLElement | null =>
  item.querySelector<HTMLElement>(PARTS[part]);

const PARTS = {
  reply: ':scope > p > [data-action="reply"]',
  menu: ':scope > p > [data-action="menu"]',
  respect: ':scope > p > [data-action="respect"]',
  up: ':scope > [data-action="up"]',
  author: ':scope > p > a[href^="/members/"]',
  when: ":scope > p > a:has(> time)",
};

export const nameIn = (item: HTMLElement): string | null => partOf(item, "author")?.textContent ?? null;

/** The line of its actions, and for a tombstone its only line. */
export const lastLineOf = (item: HTMLElement): HTMLElement | null =>
  item.querySelector<HTMLElement>(":scope > p:last-of-type");

export const branchOf = (item: HTMLElement): HTMLDetailsElement | null =>
  item.querySelector<HTMLDetailsElement>(":scope > details");

export const listOf = (item: HTMLElement): HTMLOListElement | null =>
  item.querySelector<HTMLOListElement>(":scope > details > ol");

/** The way to more of its replies, wherever it stands. */
export const moreOf = (item: HTMLElement): HTMLElement | null =>
  item.querySelector<HTMLElement>(':scope > [data-action="more"], :scope > details > [data-action="more"]');

/** The way to more of the first level. */
export const moreOfAll = (root: ParentNode): HTMLElement | null =>
  root.querySelector<HTMLElement>(':scope > [data-action="more"]');

/** The list of the first level; the server draws it empty where there is none. */
export const rootList = (root: ParentNode): HTMLOListElement | null =>
  root.querySelector<HTMLOListElement>(':scope > ol[data-level="0"]');

/** The words of this comment, apart from what the site says around them. */
export const proseOf = (item: HTMLElement): HTMLElement | null =>
  item.querySelector<HTMLElement>(":scope > div[dir]");

/** Whom it answers, if that is on the page. */
export function answeredBy(item: HTMLElement): HTMLElement | null {
  const named = partOf(item, "up")?.getAttribute("href");
  return named ? document.getElementById(named.slice(1)) : itemAround(item.parentElement);
}

/** Who speaks, from this comment upwards, as far as the rules of the thread ask. */
export function voicesFrom(item: HTMLElement): Speaker[] {
  const voices: Speaker[] = [];
  for (let one: HTMLElement | null = item; one && voices.length < 3; one = answeredBy(one)) {
    const handle = partOf(one, "author")?.getAttribute("href")?.split("/").at(-1);
    voices.push({ author: handle === undefined ? null : { handle } });
  }
  return voices;
}

/** Opens every fold around it, so that it can be seen. */
export function reveal(item: HTMLElement): void {
  for (let fold = item.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
}

/** The reader is led there: the keyboard goes on from it, and a screen reader reads it. */
export function leadTo(item: HTMLElement): void {
  reveal(item);
  item.tabIndex = -1;
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
}
