import { siteStorage } from "@/client/storage";
import { nameFold } from "./insert";
import type { DiscussionContext } from "./discussion-context";
import { branchOf, idOf, itemAround, itemOf, reveal } from "./thread-dom";

/** Folds of one discussion that are remembered; the oldest are forgotten. */
const REMEMBERED = 200;

const nameOf = (slug: string): string => `folds:${slug}`;

const foldedIn = ({ thread }: DiscussionContext): Set<string> =>
  new Set((siteStorage.get(nameOf(thread.slug)) ?? "").split(" ").filter(Boolean));

/** Folds what this reader has folded before; called again for comments that come later. What the address points at is always open. */
export function foldAgain(context: DiscussionContext): void {
  for (const id of foldedIn(context)) {
    const item = itemOf(id);
    const branch = item && branchOf(item);
    if (!branch?.open) continue;
    nameFold(branch);
    branch.open = false;
  }
  const target = document.getElementById(location.hash.slice(1));
  if (target) reveal(target);
}

/** Remembers what is folded, and folds it again. */
export function rememberFolds(context: DiscussionContext): () => void {
  foldAgain(context);
  const onToggle = ({ target: fold }: Event) => {
    const item = itemAround(fold);
    if (!(fold instanceof HTMLDetailsElement) || !item || branchOf(item) !== fold) return;
    const folded = foldedIn(context);
    folded.delete(idOf(item));
    if (!fold.open) {
      nameFold(fold);
      folded.add(idOf(item));
    }
    siteStorage.set(nameOf(context.thread.slug), Array.from(folded).slice(-REMEMBERED).join(" "));
  };
  // "toggle" does not bubble.
  context.root.addEventListener("toggle", onToggle, true);
  return () => context.root.removeEventListener("toggle", onToggle, true);
}
