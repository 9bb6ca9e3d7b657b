import { fetchComments } from "@/client/comments";
import { renderToFragment } from "./render-to-fragment";
import { addReplies, addRoots } from "./insert";
import { decorate } from "./viewer-state";
import { remember, type DiscussionContext } from "./discussion-context";
import { itemOf, leadTo, rootList } from "./thread-dom";
import { moreLink } from "./more-link";

/** Puts the comments behind a "Show more" in its place, and leads the reader to the first of them. */
export async function loadMore(context: DiscussionContext, link: HTMLAnchorElement): Promise<void> {
  if (link.ariaBusy === "true") return;
  link.ariaBusy = "true";
  const query = new URL(link.href).searchParams;
  const told = await fetchComments(context.thread.slug, query);
  // Without an answer the link still leads to the page of it.
  if (!told.ok) {
    location.assign(link.href);
    return;
  }
  const { items, next } = told.body;
  remember(context, items);
  const parent = itemOf(query.get("parent") ?? "");
  const list = rootList(context.root);
  const added = parent
    ? addReplies(parent, items, context.thread)
    : list
      ? addRoots(list, items, context.thread)
      : [];
  const left = Number(link.dataset.left ?? 0) - items.length;
  if (next === null) link.remove();
  else
    link.replaceWith(
      renderToFragment(
        moreLink(context.thread, { parent: parent ? query.get("parent") : null, after: next, left }),
      ),
    );
  decorate(context);
  const [first] = added;
  if (first) leadTo(first);
}
