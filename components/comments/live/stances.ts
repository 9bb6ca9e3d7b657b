import type { CommentView } from "@/domain/comments/comment";
import comment from "@/components/comments/comment.module.css";
import type { ThreadContext } from "@/components/comments/thread-context";
import { partOf } from "./thread-dom";
import * as t from "#messages/comments";

/**
 * The answer its author chose to show with a comment, beside their name. The public page leaves it out while results are
 * blind; the overlay brings it to whoever may see it, and takes it away again.
 */
export function markStance(
  item: HTMLElement,
  stance: CommentView["stance"],
  { answers }: ThreadContext,
): void {
  const when = partOf(item, "when");
  const there = item.querySelector(":scope > p > [data-side]");
  if (!when) return;
  if (!stance) {
    there?.remove();
    return;
  }
  const shown = document.createElement("span");
  shown.className = comment.stance ?? "";
  shown.dataset.side = answers[stance.option]?.tone ?? "none";
  shown.textContent = stance.label;
  if (stance.outdated) {
    const changed = document.createElement("i");
    changed.textContent = t.hasSinceChanged;
    shown.append(changed);
  }
  if (there) there.replaceWith(shown);
  else when.before(shown);
}
