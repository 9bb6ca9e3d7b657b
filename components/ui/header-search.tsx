"use client";

import { useEffect, useRef } from "react";
import { isWriting, shortcutKey } from "@/client/shortcut-key";
import { shortcutsAreOn } from "@/client/shortcuts";
import styles from "./site-header.module.css";
import * as t from "#messages/search";

/** A field for a search wherever one is, where there is room; on a phone, the way to it. The key / leads there from anywhere but a field. */
export function HeaderSearch() {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (shortcutKey(event) !== "/" || !shortcutsAreOn() || isWriting(event)) return;
      event.preventDefault();
      leadTo(field.current);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <form action="/search" role="search" aria-label={t.searchHere} className={styles.search}>
        <input
          ref={field}
          type="search"
          name="q"
          aria-label={t.articlesCommentsMembers}
          aria-keyshortcuts="/"
          placeholder={t.searchHere}
          dir="auto"
          autoComplete="off"
        />
      </form>{" "}
      <a href="/search" className={styles.toSearch}>
        {t.searchHere}
      </a>
    </>
  );
}

/** To the page's own field (which may be folded away), else to this one, else to the page that has one. */
function leadTo(field: HTMLInputElement | null): void {
  const own = document.querySelector("[data-search]");
  if (own instanceof HTMLDetailsElement) own.open = true;
  const there = own?.querySelector<HTMLInputElement>("[name=q]") ?? field;
  if (!there?.checkVisibility()) location.assign("/search");
  else {
    there.focus();
    there.select();
  }
}
