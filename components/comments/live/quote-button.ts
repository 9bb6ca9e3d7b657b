import type { DiscussionContext } from "./discussion-context";
import { selectedItem } from "./quoting";
import { partOf, proseOf } from "./thread-dom";
import styles from "./live.module.css";
import * as t from "#messages/writing";

/** Where words of a comment are selected, a button below them that answers with them as a quotation. @returns the end of it */
export function offerQuotes({ root }: DiscussionContext): () => void {
  const bar = document.createElement("div");
  bar.className = styles.quoteBar ?? "";
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = t.quoteThis;
  bar.append(button);
  let item: HTMLElement | null = null;

  const look = () => {
    const selected = selectedItem();
    item = selected && root.contains(selected) ? selected : null;
    const prose = item && partOf(item, "reply") && proseOf(item);
    if (!prose) bar.remove();
    else if (prose.nextElementSibling !== bar) prose.after(bar);
  };
  const quote = () => {
    const reply = item && partOf(item, "reply");
    reply?.click();
    getSelection()?.removeAllRanges();
  };
  button.addEventListener("click", quote);
  document.addEventListener("selectionchange", look);
  return () => {
    document.removeEventListener("selectionchange", look);
    bar.remove();
  };
}
