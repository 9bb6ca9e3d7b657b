import { keep, recall } from "@/client/keep";
import { nameFold } from "./insert";
import type { Stage } from "./stage";
import { branchOf, idOf, itemAround, itemOf, reveal } from "./thread-dom";

/** Folds of one discussion that are remembered; the oldest are forgotten. */
const REMEMBERED = 200;

const nameOf = (slug: string): string => `folds:${slug}`;

/** Remembers what is folded, and folds it again; what the address points at is always open. */
export function rememberFolds({ root, place }: Stage): () => void {
  const folded = new Set((recall(nameOf(place.slug)) ?? "").split(" ").filter(Boolean));
  for (const id of folded) {
    const fold = itemOf(id);
    const branch = fold && branchOf(fold);
    if (!branch) continue;
    nameFold(branch);
    branch.open = false;
  }
  const target = document.getElementById(location.hash.slice(1));
  if (target) reveal(target);
  const onToggle = ({ target: fold }: Event) => {
    const item = itemAround(fold);
    if (!(fold instanceof HTMLDetailsElement) || !item || branchOf(item) !== fold) return;
    folded.delete(idOf(item));
    if (!fold.open) {
      nameFold(fold);
      folded.add(idOf(item));
    }
    keep(nameOf(place.slug), Array.from(folded).slice(-REMEMBERED).join(" "));
  };
  // "toggle" does not bubble.
  root.addEventListener("toggle", onToggle, true);
  return () => root.removeEventListener("toggle", onToggle, true);
}
