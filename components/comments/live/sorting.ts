import { fetchComments } from "@/client/comments";
import { siteStorage } from "@/client/storage";
import { SORTS, type Sort } from "@/domain/comments/comment";
import { renderToFragment } from "./render-to-fragment";
import { foldAgain } from "./folds";
import { addRoots } from "./insert";
import { moreLink } from "./more-link";
import { decorate } from "./viewer-state";
import { remember, type DiscussionContext } from "./discussion-context";
import { moreOfAll, rootList } from "./thread-dom";

const NAME = "sort";

/** The order a reader chose last, when the address says nothing of it and they are not reading the thread already. */
export async function applyRememberedSort(context: DiscussionContext): Promise<void> {
  const chosen = SORTS.find((sort) => sort === siteStorage.get(NAME));
  if (!chosen || chosen === context.thread.sort || location.search !== "" || location.hash !== "") return;
  if (context.root.getBoundingClientRect().top < innerHeight) return;
  if (!context.root.querySelector(`[data-sort="${chosen}"]`)) return;
  await sortBy(context, chosen);
}

async function sortBy(context: DiscussionContext, sort: Sort): Promise<void> {
  const list = rootList(context.root);
  if (!list) return;
  const told = await fetchComments(context.thread.slug, new URLSearchParams({ sort }));
  if (!told.ok) return;
  context.thread = { ...context.thread, sort };
  remember(context, told.body.items);
  list.replaceChildren();
  addRoots(list, told.body.items, context.thread);
  moreOfAll(context.root)?.remove();
  if (told.body.next !== null)
    list.after(renderToFragment(moreLink(context.thread, { parent: null, after: told.body.next, left: 0 })));
  for (const link of context.root.querySelectorAll<HTMLElement>("[data-sort]")) {
    if (link.dataset.sort === sort) link.ariaCurrent = "true";
    else link.removeAttribute("aria-current");
  }
  foldAgain(context);
  decorate(context);
}

/** A press on an order is remembered, and followed as the link it is. */
export function rememberSort(link: HTMLElement): void {
  const { sort } = link.dataset;
  if (sort !== undefined) siteStorage.set(NAME, sort);
}
