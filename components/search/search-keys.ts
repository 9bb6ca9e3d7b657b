import type { KeyboardEvent } from "react";

/** Arrows lead from the field through what was found and back, Escape back to the field at once. */
export function walkHits(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.nativeEvent.isComposing)
    return;
  const { currentTarget: all, key } = event;
  const field = all.querySelector<HTMLElement>("[data-search] [name='q']");
  const stops = [field, ...all.querySelectorAll<HTMLElement>("[data-hit] a")].filter((stop) => stop !== null);
  const at = stops.findIndex((stop) => stop === document.activeElement);
  const to = at < 0 ? undefined : nextOf(stops, at, key);
  if (!to) return;
  event.preventDefault();
  to.focus();
}

function nextOf(stops: HTMLElement[], at: number, key: string): HTMLElement | undefined {
  if (key === "ArrowDown") return stops[at + 1];
  if (key === "ArrowUp") return stops[at - 1];
  // In the field it empties it, as everywhere.
  return key === "Escape" && at > 0 ? stops[0] : undefined;
}
