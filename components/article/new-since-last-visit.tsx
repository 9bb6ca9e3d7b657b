"use client";

import { useEffect } from "react";
import { commentsSince, newestBefore } from "@/client/visits";
import styles from "./article-listed.module.css";
import * as t from "#messages/articles";
import { say } from "@/messages/say";

/**
 * Says of every listed article what is new to this browser: the article itself, or some of its replies. One island for the
 * whole list, which is the same bytes for everyone.
 */
export function NewSinceLastVisit() {
  useEffect(() => {
    tell();
    // Back from an article, the page may be the one that was left.
    addEventListener("pageshow", tell);
    return () => removeEventListener("pageshow", tell);
  }, []);
  return null;
}

function tell(): void {
  const listed = Array.from(document.querySelectorAll<HTMLElement>("[data-new-since]"));
  const newest = listed
    .map(({ dataset }) => dataset.newSince ?? "")
    .sort()
    .at(-1);
  if (newest === undefined) return;
  const before = newestBefore(newest);
  for (const place of listed) {
    const { newSince: id = "", slug = "", comments } = place.dataset;
    const count = commentsSince(slug, Number(comments));
    const words = isNew(count, id, before)
      ? t.newArticle
      : count
        ? say(t.newSinceYourLastVisit, { count })
        : "";
    place.textContent = words;
    place.className = words === "" ? "" : (styles.news ?? "");
  }
}

/** Published since the last visit, and not opened yet. */
const isNew = (count: number | null, id: string, before: string | null): boolean =>
  count === null && before !== null && id > before;
