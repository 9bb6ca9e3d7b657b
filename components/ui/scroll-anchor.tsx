"use client";

import { useEffect } from "react";

/** Where in the window's height one looks for words. */
const LOOKED_AT = [0.02, 0.08, 0.15, 0.3, 0.5, 0.75];
const WORDS = "p, pre, h1, h2, h3, h4, legend, label, summary, figcaption, td, th, img, svg";

/**
 * What is being read stays where it is when something above it is drawn late or becomes longer. Browsers see to that by themselves (scroll
 * anchoring), but for WebKit.
 */
export function ScrollAnchor() {
  useEffect(() => (CSS.supports("overflow-anchor", "auto") ? undefined : holdPlace()), []);
  return null;
}

function holdPlace(): () => void {
  let held: { words: Element; top: number }[] = [];
  let at = 0;
  const note = () => {
    at = scrollY;
    held = at === 0 ? [] : wordsInSight().map((words) => ({ words, top: words.getBoundingClientRect().top }));
  };
  const hold = () => {
    const still = held.find(({ words }) => words.getClientRects().length > 0);
    const moved = still ? still.words.getBoundingClientRect().top - still.top : 0;
    // Whoever has scrolled meanwhile has meant to.
    if (moved !== 0 && scrollY === at) scrollBy({ top: moved, behavior: "instant" });
    note();
  };
  // At once: until the next frame a word of an earlier scroll may come, and what is noted then has moved already.
  const changes = new MutationObserver(hold);
  changes.observe(document.body, { childList: true, characterData: true, subtree: true });
  // For pictures and styles. It is told between layout and paint, so that nobody sees it move.
  const sizes = new ResizeObserver(hold);
  sizes.observe(document.body);
  document.addEventListener("scroll", note, { passive: true });
  return () => {
    changes.disconnect();
    sizes.disconnect();
    document.removeEventListener("scroll", note);
  };
}

function wordsInSight(): Element[] {
  const main = document.querySelector("main")?.getBoundingClientRect();
  const middle = main ? main.left + main.width / 2 : innerWidth / 2;
  const found = LOOKED_AT.flatMap(
    (share) => document.elementFromPoint(middle, innerHeight * share)?.closest(WORDS) ?? [],
  );
  return [...new Set(found)];
}
