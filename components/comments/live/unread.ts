import { noteVisit } from "@/client/comments";
import { rememberVisit } from "./overlay";
import type { Stage } from "./stage";
import { idOf, itemsIn } from "./thread-dom";

/** Somebody who stays with the discussion for so long has visited it. Milliseconds. */
const A_VISIT = 4_000;

export function markAsRead({ reader }: Stage, item: HTMLElement): void {
  reader.unread.delete(idOf(item));
}

/** What has been in the window is not new any more for `n`; its edge stays until the next visit. Notes the visit once. */
export function noteReading(stage: Stage): () => void {
  let noted = false;
  let staying: ReturnType<typeof setTimeout> | undefined;
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) clearTimeout(staying);
        else if (target === stage.root) staying = setTimeout(note, A_VISIT);
      }
    },
    { threshold: 0 },
  );
  const note = () => {
    const now = stage.reader.viewer?.discussion.now;
    if (noted || now === undefined) return;
    noted = true;
    if (stage.reader.viewer?.member) void noteVisit(stage.place.slug, now);
    rememberVisit(stage.place.slug, now);
  };
  watcher.observe(stage.root);
  return () => {
    clearTimeout(staying);
    watcher.disconnect();
  };
}

/** "4 new since your last visit", beside the orders; nothing on a first visit. */
export function tellUnread({ root, reader }: Stage): string | null {
  const here = itemsIn(root).length;
  const count = reader.unread.size;
  if (count === 0 || here === 0) return null;
  const more = reader.viewer?.discussion.unread.more ? "More than " : "";
  return `${more}${count} new since your last visit`;
}
