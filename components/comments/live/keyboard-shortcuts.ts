import { isWriting, shortcutKey } from "@/client/shortcut-key";
import { shortcutsAreOn } from "@/client/shortcuts";
import { inDiscussion } from "@/components/comments/paths";
import { nextDiscussion } from "./next-discussion";
import { markAsRead } from "./unread";
import type { DiscussionContext } from "./discussion-context";
import { selectedItem } from "./quoting";
import {
  branchOf,
  idOf,
  itemAround,
  itemOf,
  itemsInSight,
  leadTo,
  moreOf,
  moreOfAll,
  partOf,
} from "./thread-dom";
import * as t from "#messages/comments";

/** j and k step, n goes to what is new, u to what this answers, m shows more, r replies, [ folds, ? tells. */
export function handleShortcuts(context: DiscussionContext): () => void {
  const steps: Record<string, () => unknown> = {
    j: () => step(context, 1),
    k: () => step(context, -1),
    n: () => void context.ready.then(() => nextUnread(context)),
    u: () => press(context, (item) => partOf(item, "up")) || upFrom(context),
    m: () => press(context, moreHere) || moreAtTheEnd(context),
    r: () => context.argueAboutSelection() || reply(context),
    "[": () => fold(context),
    "?": () => context.showKeys(),
  };
  const onKey = (event: KeyboardEvent) => {
    const key = shortcutKey(event);
    const run = key === null ? undefined : steps[key];
    if (!run || isWriting(event)) return;
    if (!shortcutsAreOn() && key !== "?") return;
    event.preventDefault();
    run();
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}

/** The comment one is at: where the focus is, else the one one came for, else the first that begins in the window. */
export function currentIndex(items: HTMLElement[]): number {
  const focused = itemAround(document.activeElement) ?? linkedInSight();
  if (focused) return items.indexOf(focused);
  const below = items.findIndex((item) => item.getBoundingClientRect().top >= 0);
  return below === -1 ? items.length : below - 1;
}

/** What the address points at, as long as it is looked at. */
function linkedInSight(): HTMLElement | null {
  const linked = itemAround(document.querySelector(":target"));
  const top = linked?.getBoundingClientRect().top ?? -1;
  return top >= 0 && top < innerHeight ? linked : null;
}

/** Past the last comment there is the way to more of them. */
function step(context: DiscussionContext, by: 1 | -1): void {
  const items = itemsInSight(context.root);
  const to = items[Math.max(0, currentIndex(items) + by)];
  if (to) goTo(context, to);
  else moreOfAll(context.root)?.focus();
}

function goTo(context: DiscussionContext, item: HTMLElement): void {
  leadTo(item);
  item.scrollIntoView({ block: "start" });
  markAsRead(context, idOf(item));
}

/** To the next comment that is new to the reader, here or on a page of its own. */
export function nextUnread(context: DiscussionContext): void {
  const items = itemsInSight(context.root);
  const at = currentIndex(items);
  const isNew = (item: HTMLElement) => context.reader.unread.has(idOf(item));
  const to = items.slice(at + 1).find(isNew) ?? items.find(isNew);
  if (to) {
    goTo(context, to);
    return;
  }
  if (!context.reader.viewer) {
    context.toast({ text: t.newCommentsNotLoaded });
    return;
  }
  const [elsewhere] = Array.from(context.reader.unread).filter((id) => itemOf(id) === null);
  if (elsewhere === undefined) {
    void nextDiscussion(context);
    return;
  }
  markAsRead(context, elsewhere);
  location.assign(inDiscussion(context.thread.slug, elsewhere));
}

/** Presses what belongs to the comment one is at. @returns false where there is nothing of the kind */
function press({ root }: DiscussionContext, part: (item: HTMLElement) => HTMLElement | null): boolean {
  const items = itemsInSight(root);
  const item = items[currentIndex(items)];
  const found = item ? part(item) : null;
  found?.click();
  return found !== null;
}

/** Answers the comment of which one has selected words, wherever one is, so that they are quoted. */
function reply(context: DiscussionContext): void {
  const selected = selectedItem();
  if (selected && context.root.contains(selected)) partOf(selected, "reply")?.click();
  else press(context, (item) => partOf(item, "reply"));
}

function upFrom(context: DiscussionContext): void {
  const items = itemsInSight(context.root);
  const parent = itemAround(items[currentIndex(items)]?.parentElement ?? null);
  if (parent) goTo(context, parent);
}

/** More replies to this comment, else to the one it hangs on, and so on. */
function moreHere(item: HTMLElement): HTMLElement | null {
  for (let one: HTMLElement | null = item; one; one = itemAround(one.parentElement)) {
    const more = moreOf(one);
    if (more) return more;
  }
  return null;
}

const moreAtTheEnd = ({ root }: DiscussionContext): void => moreOfAll(root)?.click();

/** Folds the branch one is in; on a comment with replies, its own. */
function fold({ root }: DiscussionContext): void {
  const items = itemsInSight(root);
  const item = itemAround(document.activeElement) ?? items[Math.max(0, currentIndex(items))];
  const branch = item && (branchOf(item) ?? item.closest("details"));
  if (!branch) return;
  branch.open = !branch.open;
  const owner = itemAround(branch);
  if (owner) leadTo(owner);
}
