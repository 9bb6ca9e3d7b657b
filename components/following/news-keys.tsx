"use client";

import { useEffect } from "react";
import { isWriting, shortcutKey } from "@/client/shortcut-key";
import { shortcutsAreOn } from "@/client/shortcuts";

/** The key n goes to the first of what is new; in the discussion it goes on, and from there to the next one. */
export function NewsKeys() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (shortcutKey(event) !== "n" || !shortcutsAreOn() || isWriting(event)) return;
      const first = document.querySelector<HTMLAnchorElement>("a[data-news], a[rel=next]");
      if (!first) return;
      event.preventDefault();
      location.assign(first.href);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return null;
}
