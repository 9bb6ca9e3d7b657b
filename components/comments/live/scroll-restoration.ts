import { tabStorage } from "@/client/storage";
import { inDiscussion } from "@/components/comments/paths";
import type { DiscussionContext } from "./discussion-context";
import { idOf, itemOf, itemsInSight } from "./thread-dom";
import { currentIndex } from "./keyboard-shortcuts";

/**
 * Whoever comes back by the browser's own way, or loads the page again, stands where they stood. The browser knows how far down that was, and
 * the page has not drawn yet what is the reader's own; it is counted from the comment they were at. A page that the browser has not kept has
 * lost what script had added to it, so that comment is asked for.
 */
export function restoreScroll(context: DiscussionContext): () => void {
  const name = `place:${location.pathname}${location.search}`;
  const left = readPlace(tabStorage.get(name));
  tabStorage.remove(name);
  const item = left && itemOf(left.id);
  const way = wayHere();
  if (left && item && (way === "back_forward" || way === "reload")) {
    if (way === "back_forward") {
      item.tabIndex = -1;
      item.focus({ preventScroll: true });
    }
    afterLoading(() => scrollBy({ top: item.getBoundingClientRect().top - left.top, behavior: "instant" }));
  } else if (left && way === "back_forward") location.replace(inDiscussion(context.thread.slug, left.id));
  const onLeave = () => {
    const items = itemsInSight(context.root);
    const item = items[currentIndex(items)];
    if (!item || context.root.getBoundingClientRect().top >= innerHeight) return;
    tabStorage.set(name, `${idOf(item)} ${item.getBoundingClientRect().top}`);
  };
  window.addEventListener("pagehide", onLeave);
  return () => window.removeEventListener("pagehide", onLeave);
}

function readPlace(kept: string | null): { id: string; top: number } | null {
  const [id = "", top = ""] = kept?.split(" ") ?? [];
  return id === "" || top === "" ? null : { id, top: Number(top) };
}

/** By then the browser has scrolled to where it thinks one was. */
function afterLoading(run: () => void): void {
  if (document.readyState === "complete") run();
  else window.addEventListener("load", () => requestAnimationFrame(run), { once: true });
}

function wayHere(): NavigationTimingType | null {
  const [entry] = performance.getEntriesByType("navigation");
  return entry instanceof PerformanceNavigationTiming ? entry.type : null;
}
