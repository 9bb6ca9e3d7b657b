"use client";

import { useEffect } from "react";
import { howLongAgo } from "./time-words";

/** "12 min" is true for a minute. */
const EVERY = 60_000;

/**
 * Counts every `<time data-relative>` of the page from now, those that arrive later too. One island for all of them:
 * a time is then one element of plain HTML wherever it stands.
 */
export function RelativeTimes() {
  useEffect(() => {
    const tell = () => {
      const now = new Date();
      for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-relative]")) {
        const words = howLongAgo(time.dateTime, now);
        if (time.textContent !== words) time.textContent = words;
      }
    };
    tell();
    const clock = setInterval(tell, EVERY);
    const arrivals = new MutationObserver(tell);
    arrivals.observe(document.body, { childList: true, subtree: true });
    return () => {
      clearInterval(clock);
      arrivals.disconnect();
    };
  }, []);
  return null;
}
