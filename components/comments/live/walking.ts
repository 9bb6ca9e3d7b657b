import { siteStorage } from "@/client/storage";
import { inDiscussion } from "../addresses";
import { markAsRead } from "./unread";
import type { Stage } from "./stage";
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

const NAME = "keys";

/** Single keys can be in the way of other tools, so they can be switched off. */
export const keysAreOn = (): boolean => siteStorage.get(NAME) !== "off";
export const switchKeys = (on: boolean): void => siteStorage.set(NAME, on ? "on" : "off");

/** j and k step, n goes to what is new, u to what this answers, m shows more, r replies, [ folds, ? tells. */
export function walkByKeys(stage: Stage): () => void {
  const steps: Record<string, () => unknown> = {
    j: () => step(stage, 1),
    k: () => step(stage, -1),
    n: () => void stage.awake.then(() => nextUnread(stage)),
    u: () => press(stage, (item) => partOf(item, "up")) || upFrom(stage),
    m: () => press(stage, moreHere) || moreAtTheEnd(stage),
    r: () => press(stage, (item) => partOf(item, "reply")),
    "[": () => fold(stage),
    "?": () => stage.showKeys(),
  };
  const onKey = (event: KeyboardEvent) => {
    const run = steps[event.key];
    if (!run || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    if (!keysAreOn() && event.key !== "?") return;
    event.preventDefault();
    run();
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable], dialog") !== null;

/** The comment one is at: where the focus is, else the one one came for, else the first that begins in the window. */
export function present(items: HTMLElement[]): number {
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
function step(stage: Stage, by: 1 | -1): void {
  const items = itemsInSight(stage.root);
  const to = items[Math.max(0, present(items) + by)];
  if (to) goTo(stage, to);
  else moreOfAll(stage.root)?.focus();
}

function goTo(stage: Stage, item: HTMLElement): void {
  leadTo(item);
  item.scrollIntoView({ block: "start" });
  markAsRead(stage, idOf(item));
}

function nextUnread(stage: Stage): void {
  const items = itemsInSight(stage.root);
  const at = present(items);
  const isNew = (item: HTMLElement) => stage.reader.unread.has(idOf(item));
  const to = items.slice(at + 1).find(isNew) ?? items.find(isNew);
  if (to) {
    goTo(stage, to);
    return;
  }
  if (!stage.reader.viewer) {
    stage.say({ words: "What is new here cannot be told just now." });
    return;
  }
  const [elsewhere] = Array.from(stage.reader.unread).filter((id) => itemOf(id) === null);
  if (elsewhere === undefined) {
    stage.say({ words: "You are up to date." });
    return;
  }
  markAsRead(stage, elsewhere);
  location.assign(inDiscussion(stage.place.slug, elsewhere));
}

/** Presses what belongs to the comment one is at. @returns false where there is nothing of the kind */
function press({ root }: Stage, part: (item: HTMLElement) => HTMLElement | null): boolean {
  const items = itemsInSight(root);
  const item = items[present(items)];
  const found = item ? part(item) : null;
  found?.click();
  return found !== null;
}

function upFrom(stage: Stage): void {
  const items = itemsInSight(stage.root);
  const parent = itemAround(items[present(items)]?.parentElement ?? null);
  if (parent) goTo(stage, parent);
}

/** More replies to this comment, else to the one it hangs on, and so on. */
function moreHere(item: HTMLElement): HTMLElement | null {
  for (let one: HTMLElement | null = item; one; one = itemAround(one.parentElement)) {
    const more = moreOf(one);
    if (more) return more;
  }
  return null;
}

const moreAtTheEnd = ({ root }: Stage): void => moreOfAll(root)?.click();

/** Folds the branch one is in; on a comment with replies, its own. */
function fold({ root }: Stage): void {
  const items = itemsInSight(root);
  const item = itemAround(document.activeElement) ?? items[Math.max(0, present(items))];
  const branch = item && (branchOf(item) ?? item.closest("details"));
  if (!branch) return;
  branch.open = !branch.open;
  const owner = itemAround(branch);
  if (owner) leadTo(owner);
}
