import { fetchComments } from "@/client/comments";
import { drawn } from "./draw";
import { addReplies, addRoots } from "./insert";
import { mark } from "./overlay";
import { learn, type Stage } from "./stage";
import { itemOf, leadTo, rootList } from "./thread-dom";
import { moreLink } from "./more-link";

/** Puts the comments behind a "Show more" in its place, and leads the reader to the first of them. */
export async function showMore(stage: Stage, link: HTMLAnchorElement): Promise<void> {
  if (link.ariaBusy === "true") return;
  link.ariaBusy = "true";
  const query = new URL(link.href).searchParams;
  const told = await fetchComments(stage.place.slug, query);
  // Without an answer the link still leads to the page of it.
  if (!told.ok) {
    location.assign(link.href);
    return;
  }
  const { items, next } = told.body;
  learn(stage, items);
  const parent = itemOf(query.get("parent") ?? "");
  const list = rootList(stage.root);
  const added = parent
    ? addReplies(parent, items, stage.place)
    : list
      ? addRoots(list, items, stage.place)
      : [];
  const left = Number(link.dataset.left ?? 0) - items.length;
  if (next === null) link.remove();
  else
    link.replaceWith(
      drawn(moreLink(stage.place, { parent: parent ? query.get("parent") : null, after: next, left })),
    );
  mark(stage);
  const [first] = added;
  if (first) leadTo(first);
}
