"use client";

import { useEffect } from "react";
import { CLOCK_SET, now } from "@/client/clock";
import { howLongAgo } from "./time-format";

/** "12 min ago" is true for a minute. */
const EVERY = 60_000;

/**
 * Counts every `<time data-relative>` of the page from now, those that arrive later too. One island for all of them:
 * a time is then one element of plain HTML wherever it stands.
 */
export function RelativeTimes() {
  useEffect(() => {
    const tell = () => {
      const present = now();
      for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-relative]")) {
        const text = howLongAgo(time.dateTime, present);
        if (time.textContent !== text) time.textContent = text;
      }
    };
    // Not among all that begins with the page: a phone takes a while for sixty of them.
    const first = setTimeout(tell);
    const clock = setInterval(tell, EVERY);
    const arrivals = new MutationObserver(tell);
    arrivals.observe(document.body, { childList: true, subtree: true });
    document.addEventListener(CLOCK_SET, tell);
    return () => {
      clearTimeout(first);
      clearInterval(clock);
      arrivals.disconnect();
      document.removeEventListener(CLOCK_SET, tell);
    };
  }, []);
  return null;
}
