import { tabStorage } from "@/client/storage";
import { inDiscussion } from "@/components/comments/paths";
import type { DiscussionContext } from "./discussion-context";
import { idOf, itemOf, itemsInSight } from "./thread-dom";
import { currentIndex } from "./keyboard-shortcuts";

/**
 * Whoever comes back by the browser's own way stands where they stood: a page that the browser has not kept has lost what
 * script had added to it, so the comment they were at is asked for.
 */
export function restoreScroll(context: DiscussionContext): () => void {
  const name = `place:${location.pathname}${location.search}`;
  const left = tabStorage.get(name);
  tabStorage.remove(name);
  if (left !== null && isComingBack()) {
    const item = itemOf(left);
    if (item) {
      item.tabIndex = -1;
      item.focus({ preventScroll: true });
    } else location.replace(inDiscussion(context.thread.slug, left));
  }
  const onLeave = () => {
    const items = itemsInSight(context.root);
    const item = items[currentIndex(items)];
    if (item && context.root.getBoundingClientRect().top < innerHeight) tabStorage.set(name, idOf(item));
  };
  window.addEventListener("pagehide", onLeave);
  return () => window.removeEventListener("pagehide", onLeave);
}

function isComingBack(): boolean {
  const [entry] = performance.getEntriesByType("navigation");
  return entry instanceof PerformanceNavigationTiming && entry.type === "back_forward";
}
