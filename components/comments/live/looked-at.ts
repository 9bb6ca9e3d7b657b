import { readComment } from "@/client/inbox";
import type { DiscussionContext } from "./discussion-context";
import { idOf, itemAround } from "./thread-dom";

/** A comment whose last line stays in the window so long has been read. Milliseconds. */
const LOOKED_AT = 2_000;

/** Tells the inbox of comments that are read where they stand, by their last lines. */
export function watchForInbox({ reader }: DiscussionContext): IntersectionObserver {
  const staying = new Map<Element, ReturnType<typeof setTimeout>>();
  const read = (line: Element) => {
    const item = itemAround(line);
    if (item && reader.viewer?.member) readComment(idOf(item));
  };
  return new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      clearTimeout(staying.get(target));
      if (isIntersecting)
        staying.set(
          target,
          setTimeout(() => read(target), LOOKED_AT),
        );
      else staying.delete(target);
    }
  });
}
