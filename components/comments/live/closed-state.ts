import type { DiscussionContext } from "./discussion-context";
import styles from "./live.module.css";
import * as t from "#messages/comments";

/**
 * Where this reader may not write, the ways to write are gone; they keep their room, so that nothing moves.
 * Whoever is suspended is led to why, and to an appeal.
 * @returns a sentence when that has changed, for whoever is reading
 */
export function showClosedState({ root, reader }: DiscussionContext): string | null {
  const closed = reader.viewer?.discussion.closed ?? null;
  const changed = root.hasAttribute("data-closed") !== (closed !== null);
  root.toggleAttribute("data-closed", closed !== null);
  const entry = root.querySelector<HTMLElement>('[data-action="compose"]');
  if (entry) {
    entry.dataset.open ??= entry.textContent;
    entry.textContent = closed ?? entry.dataset.open;
    if (isSuspended(reader) && closed !== null && entry instanceof HTMLAnchorElement) {
      entry.href = "/account/decisions";
      const way = document.createElement("span");
      way.className = styles.way ?? "";
      way.textContent = t.readTheDecision;
      entry.replaceChildren(`${closed} `, way);
    }
  }
  return changed ? (closed ?? t.thisDiscussionIsOpenAgain) : null;
}

export const isSuspended = (reader: DiscussionContext["reader"]): boolean =>
  reader.viewer?.member?.suspended === true;

/** Nobody, or not this reader, can write here now; they are told why. */
export function isClosed({ reader, toast }: DiscussionContext): boolean {
  const closed = reader.viewer?.discussion.closed ?? null;
  if (closed !== null) toast({ text: closed });
  return closed !== null;
}
