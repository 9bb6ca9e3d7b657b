import { tabStorage } from "@/client/storage";
import { inDiscussion } from "../addresses";
import type { Stage } from "./stage";
import { idOf, itemOf, itemsInSight } from "./thread-dom";
import { present } from "./walking";

/**
 * Whoever comes back by the browser's own way stands where they stood: a page that the browser has not kept has lost what
 * script had added to it, so the comment they were at is asked for.
 */
export function returnToPlace(stage: Stage): () => void {
  const name = `place:${location.pathname}${location.search}`;
  const left = tabStorage.get(name);
  tabStorage.remove(name);
  if (left !== null && isComingBack()) {
    const item = itemOf(left);
    if (item) {
      item.tabIndex = -1;
      item.focus({ preventScroll: true });
    } else location.replace(inDiscussion(stage.place.slug, left));
  }
  const onLeave = () => {
    const items = itemsInSight(stage.root);
    const item = items[present(items)];
    if (item && stage.root.getBoundingClientRect().top < innerHeight) tabStorage.set(name, idOf(item));
  };
  window.addEventListener("pagehide", onLeave);
  return () => window.removeEventListener("pagehide", onLeave);
}

function isComingBack(): boolean {
  const [entry] = performance.getEntriesByType("navigation");
  return entry instanceof PerformanceNavigationTiming && entry.type === "back_forward";
}
