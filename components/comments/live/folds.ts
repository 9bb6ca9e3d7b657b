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
  // A fold that the page closes by itself moves nothing; one that is pressed leaves its one line where one can see it.
  let pressed: Element | null = null;
  const onPress = ({ target }: MouseEvent) => {
    pressed = target instanceof Element ? target.closest("summary") : null;
  };
  const onToggle = ({ target: fold }: Event) => {
    const item = itemAround(fold);
    if (!(fold instanceof HTMLDetailsElement) || !item || branchOf(item) !== fold) return;
    const folded = foldedIn(context);
    folded.delete(idOf(item));
    if (!fold.open) {
      nameFold(fold);
      folded.add(idOf(item));
    }
    if (!fold.open && pressed?.parentElement === fold) pressed.scrollIntoView({ block: "nearest" });
    pressed = null;
    siteStorage.set(nameOf(context.thread.slug), Array.from(folded).slice(-REMEMBERED).join(" "));
  };
  // "toggle" does not bubble.
  context.root.addEventListener("toggle", onToggle, true);
  context.root.addEventListener("click", onPress);
  return () => {
    context.root.removeEventListener("toggle", onToggle, true);
    context.root.removeEventListener("click", onPress);
  };
}
