import type { DiscussionContext } from "./discussion-context";
import { branchOf, isAddressed, itemsIn, moreOf, partOf } from "./thread-dom";
import styles from "./live.module.css";
import * as t from "#messages/comments";
import { say } from "@/messages/say";

/** Comments by somebody the reader muted that they wanted to see all the same, as long as the page is there. */
const looked = new WeakSet<HTMLElement>();

/**
 * Folds away what is by somebody the reader muted: one line for those that stand behind each other, with what others answered below it.
 * Called again whenever comments come, or somebody is muted or heard again.
 */
export function foldMuted({ root, reader }: DiscussionContext): void {
  const handles = new Set(reader.viewer?.discussion.following.muted ?? []);
  unfoldAll(root);
  if (handles.size === 0) return;
  const isMuted = (item: Element | null): item is HTMLElement =>
    item instanceof HTMLElement && !looked.has(item) && !isAddressed(item) && handles.has(handleOf(item));
  const items = itemsIn(root).filter(isMuted);
  const seen = new Set<HTMLElement>();
  for (const first of items) {
    if (seen.has(first)) continue;
    const run = [first];
    // What others answered stands below one's own line, so it ends a row.
    for (let last = first; !hasBelow(last) && isMuted(last.nextElementSibling); last = run.at(-1) ?? last)
      run.push(last.nextElementSibling);
    for (const item of run) seen.add(item);
    fold(run);
  }
}

const handleOf = (item: HTMLElement): string =>
  partOf(item, "author")?.getAttribute("href")?.split("/").at(-1) ?? "";

const hasBelow = (item: HTMLElement): boolean => branchOf(item) !== null || moreOf(item) !== null;

function fold(run: HTMLElement[]): void {
  const last = run.at(-1);
  if (!last) return;
  for (const item of run) item.classList.add((item === last ? styles.muted : styles.mutedAway) ?? "");
  const look = document.createElement("button");
  look.type = "button";
  look.dataset.action = "look";
  look.textContent = say(t.commentsBySomebodyYouMuted, { count: run.length });
  // In the place of the comment's own heading, so that those below keep theirs.
  const line = document.createElement("div");
  line.role = "heading";
  line.ariaLevel = last.querySelector(":scope > p[role=heading]")?.ariaLevel ?? null;
  line.className = styles.mutedLine ?? "";
  line.append(look);
  last.prepend(line);
}

function unfoldAll(root: HTMLElement): void {
  const { muted = "", mutedAway = "" } = styles;
  for (const item of root.querySelectorAll(`.${muted}, .${mutedAway}`))
    item.classList.remove(muted, mutedAway);
  for (const look of root.querySelectorAll('[data-action="look"]')) look.parentElement?.remove();
}

/** One click shows them, as long as the page is there. */
export function lookAtMuted(context: DiscussionContext, look: HTMLElement): void {
  const last = look.closest<HTMLElement>("li");
  if (!last) return;
  const run = [last];
  const isAway = (item: Element | null): item is HTMLElement =>
    item instanceof HTMLElement && item.classList.contains(styles.mutedAway ?? "");
  for (let one = last.previousElementSibling; isAway(one); one = one.previousElementSibling) run.push(one);
  for (const item of run) looked.add(item);
  foldMuted(context);
  const first = run.at(-1);
  if (first) {
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
  }
}
