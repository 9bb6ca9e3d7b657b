import type { CommentView } from "@/domain/comments/comment";
import { layOut, attachReplies, type LaidOut } from "@/components/comments/layout";
import { CommentList, Items, Line } from "@/components/comments/comment-list";
import type { ThreadContext } from "@/components/comments/thread-context";
import { foldLabel } from "@/components/comments/labels";
import { renderToFragment } from "./render-to-fragment";
import { branchOf, idOf, itemOf, itemsIn, levelOf, listOf, moreOf, nameIn, voicesFrom } from "./thread-dom";

/** Comments that are not on the page yet; a walk may meet one that script has shown before. */
export const unshown = (comments: CommentView[]): CommentView[] =>
  comments.filter(({ id }) => itemOf(id) === null);

/** Adds comments to the end of a list of roots, or before all others. @returns the items that are new */
export function addRoots(
  list: HTMLElement,
  comments: CommentView[],
  thread: ThreadContext,
  end = true,
): HTMLElement[] {
  const items = renderToFragment(<Items placed={layOut(unshown(comments), 0)} thread={thread} />);
  const added = itemsIn(items);
  if (end) list.append(items);
  else list.prepend(items);
  return added;
}

/** Adds replies where they belong: on the comment's line, or beside it when its line ends here. */
export function addReplies(item: HTMLElement, replies: CommentView[], thread: ThreadContext): HTMLElement[] {
  const { below, beside } = attachReplies(unshown(replies), levelOf(item), voicesFrom(item));
  const added = renderToFragment(<Items placed={beside} thread={thread} />);
  const items = itemsIn(added);
  item.after(added);
  return [...hangBelow(item, below, thread), ...items];
}

function hangBelow(item: HTMLElement, below: LaidOut[], thread: ThreadContext): HTMLElement[] {
  const [first] = below;
  if (!first) return [];
  const list = listOf(item);
  if (list) {
    const added = renderToFragment(<Items placed={below} thread={thread} />);
    const items = itemsIn(added);
    list.append(added);
    return items;
  }
  const more = moreOf(item);
  const branch = renderToFragment(
    <Line label={foldLabel(first.comment.author?.name ?? null, below.length)}>
      <CommentList placed={below} thread={thread} level={levelOf(item) + 1} />
    </Line>,
  );
  const items = itemsIn(branch);
  item.append(branch);
  if (more) branchOf(item)?.append(more);
  return items;
}

/** Draws a comment anew in its place; what hangs below it stays as it is. */
export function redraw(item: HTMLElement, comment: CommentView, thread: ThreadContext): HTMLElement {
  const [placed] = layOut([{ ...comment, replies: { items: [], next: null } }], levelOf(item));
  if (!placed) return item;
  const namesParent = item.querySelector(':scope > [data-action="up"]') !== null;
  const [fresh] = itemsIn(renderToFragment(<Items placed={[{ ...placed, namesParent }]} thread={thread} />));
  if (!fresh) return item;
  // A reply that is being written stays open.
  const written = item.querySelector<HTMLElement>(":scope > p + [data-host]:not(:empty)");
  const below = [written, branchOf(item), moreOf(item)];
  for (const part of below) if (part && part.parentElement === item) fresh.append(part);
  item.replaceWith(fresh);
  return fresh;
}

/** What a fold is called, counted when it is folded: replies may have been added since it was drawn. */
export function nameFold(fold: HTMLDetailsElement): void {
  const items = itemsIn(fold);
  const summary = fold.querySelector("summary");
  const [first] = items;
  if (!summary || !first) return;
  const left = Array.from(fold.querySelectorAll<HTMLElement>("[data-left]"));
  const unseen = left.reduce((sum, link) => sum + Number(link.dataset.left), 0);
  summary.textContent = foldLabel(nameIn(first), items.length + unseen);
}

export const idsIn = (root: ParentNode): string[] => itemsIn(root).map(idOf);
