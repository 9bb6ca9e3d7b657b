import { fetchComments } from "@/client/comments";
import { siteStorage } from "@/client/storage";
import { SORTS, type Sort } from "@/domain/comments/comment";
import { drawn } from "./draw";
import { foldAgain } from "./folds";
import { addRoots } from "./insert";
import { moreLink } from "./more-link";
import { mark } from "./overlay";
import { learn, type Stage } from "./stage";
import { moreOfAll, rootList } from "./thread-dom";

const NAME = "sort";

/** The order a reader chose last, when the address says nothing of it and they are not reading the thread already. */
export async function takeUpRememberedSort(stage: Stage): Promise<void> {
  const chosen = SORTS.find((sort) => sort === siteStorage.get(NAME));
  if (!chosen || chosen === stage.place.sort || location.search !== "" || location.hash !== "") return;
  if (stage.root.getBoundingClientRect().top < innerHeight) return;
  if (!stage.root.querySelector(`[data-sort="${chosen}"]`)) return;
  await sortBy(stage, chosen);
}

async function sortBy(stage: Stage, sort: Sort): Promise<void> {
  const list = rootList(stage.root);
  if (!list) return;
  const told = await fetchComments(stage.place.slug, new URLSearchParams({ sort }));
  if (!told.ok) return;
  stage.place = { ...stage.place, sort };
  learn(stage, told.body.items);
  list.replaceChildren();
  addRoots(list, told.body.items, stage.place);
  moreOfAll(stage.root)?.remove();
  if (told.body.next !== null)
    list.after(drawn(moreLink(stage.place, { parent: null, after: told.body.next, left: 0 })));
  for (const link of stage.root.querySelectorAll<HTMLElement>("[data-sort]")) {
    if (link.dataset.sort === sort) link.ariaCurrent = "true";
    else link.removeAttribute("aria-current");
  }
  foldAgain(stage);
  mark(stage);
}

/** A press on an order is remembered, and followed as the link it is. */
export function rememberSort(link: HTMLElement): void {
  const { sort } = link.dataset;
  if (sort !== undefined) siteStorage.set(NAME, sort);
}
