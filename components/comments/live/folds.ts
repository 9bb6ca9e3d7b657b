import { siteStorage } from "@/client/storage";
import { nameFold } from "./insert";
import type { Stage } from "./stage";
import { branchOf, idOf, itemAround, itemOf, reveal } from "./thread-dom";

/** Folds of one discussion that are remembered; the oldest are forgotten. */
const REMEMBERED = 200;

const nameOf = (slug: string): string => `folds:${slug}`;

const foldedIn = ({ place }: Stage): Set<string> =>
  new Set((siteStorage.get(nameOf(place.slug)) ?? "").split(" ").filter(Boolean));

/** Folds what this reader has folded before; called again for comments that come later. What the address points at is always open. */
export function foldAgain(stage: Stage): void {
  for (const id of foldedIn(stage)) {
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
export function rememberFolds(stage: Stage): () => void {
  foldAgain(stage);
  const onToggle = ({ target: fold }: Event) => {
    const item = itemAround(fold);
    if (!(fold instanceof HTMLDetailsElement) || !item || branchOf(item) !== fold) return;
    const folded = foldedIn(stage);
    folded.delete(idOf(item));
    if (!fold.open) {
      nameFold(fold);
      folded.add(idOf(item));
    }
    siteStorage.set(nameOf(stage.place.slug), Array.from(folded).slice(-REMEMBERED).join(" "));
  };
  // "toggle" does not bubble.
  stage.root.addEventListener("toggle", onToggle, true);
  return () => stage.root.removeEventListener("toggle", onToggle, true);
}
