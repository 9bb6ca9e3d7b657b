import { fetchViewer } from "@/client/comments";
import { siteStorage } from "@/client/storage";
import type { CommentView, MyComment } from "@/domain/comments/comment";
import { FORMER_MEMBER, respectLabel } from "@/components/comments/labels";
import { addReplies, addRoots, idsIn } from "./insert";
import { remember, type DiscussionContext } from "./discussion-context";
import { showFollowing } from "./following";
import { foldMuted } from "./muted";
import { markStance } from "./stances";
import { idOf, itemOf, itemsIn, nameIn, partOf, rootList } from "./thread-dom";
import { takeUpUnread, visitName } from "./unread";
import comment from "@/components/comments/comment.module.css";
import styles from "./live.module.css";
import * as t from "#messages/comments";
import { say } from "@/messages/say";

/** The door answers for so many comments at once. */
const AT_ONCE = 100;

/** Puts what is the reader's own onto the public page: one call, after the page is there. */
export async function applyViewerState(context: DiscussionContext): Promise<void> {
  const { root, thread, reader } = context;
  const told = await fetchViewer(thread.slug, idsIn(root).slice(0, AT_ONCE));
  if (!told.ok) return;
  const { discussion, member } = told.body;
  reader.viewer = told.body;
  for (const [id, mine] of Object.entries(discussion.comments)) reader.mine.set(id, mine);
  takeUpUnread(context, member ? discussion.unread.ids : unreadSince(context));
  remember(context, [...discussion.waiting, ...discussion.recent]);
  for (const waiting of discussion.waiting) showWaiting(context, waiting);
  showFollowing(context);
  decorate(context);
}

/** A reader without an account has only this browser to remember the last visit; the clock is the database's all the same. */
function unreadSince({ root, thread }: DiscussionContext): string[] {
  const since = siteStorage.get(visitName(thread.slug));
  if (since === null) return [];
  return itemsIn(root)
    .filter((item) => postedAt(item) > since)
    .map(idOf);
}

const postedAt = (item: HTMLElement): string => partOf(item, "when")?.querySelector("time")?.dateTime ?? "";

/** What waits for a moderator is seen by its author and by moderators, where it will stand. */
function showWaiting({ root, thread }: DiscussionContext, waiting: CommentView): void {
  const parent = waiting.parentId === null ? null : itemOf(waiting.parentId);
  const list = rootList(root);
  if (parent) addReplies(parent, [waiting], thread);
  else if (waiting.parentId === null && list) addRoots(list, [waiting], thread, false);
}

/** What one has just posted is found again where one left it, first, until others have given it its place. */
export function showRecent(context: DiscussionContext): void {
  const list = rootList(context.root);
  for (const recent of context.reader.viewer?.discussion.recent ?? []) {
    const item = itemOf(recent.id);
    const parent = recent.parentId === null ? null : itemOf(recent.parentId);
    if (parent && !item) addReplies(parent, [recent], context.thread);
    if (recent.parentId !== null || !list) continue;
    if (item?.parentElement === list) list.prepend(item);
    else if (!item) addRoots(list, [recent], context.thread, false);
  }
  decorate(context);
}

/** Marks what is known of the comments on the page; called again for those that come later. */
export function decorate(context: DiscussionContext): void {
  const { root, thread, reader } = context;
  for (const item of itemsIn(root)) {
    const id = idOf(item);
    // Its edge stays while the page is there, so that one sees where one has been.
    if (reader.unread.has(id)) {
      item.classList.add(styles.unread ?? "");
      reader.watch(item);
    }
    const respect = partOf(item, "respect");
    if (respect) respect.title = t.whatRespectMeans;
    const menu = partOf(item, "menu");
    if (menu) menu.ariaExpanded ??= "false";
    const mine = reader.mine.get(id);
    if (mine) markStance(item, mine.stance, thread);
    if (mine && reader.viewer?.member) decorateOwn(item, mine);
  }
  foldMuted(context);
  markBestCases();
  reader.watchClock();
}

/** What is quoted above as the best case for its side says so where it stands, too. */
function markBestCases(): void {
  for (const { dataset } of document.querySelectorAll<HTMLElement>("[data-case]")) {
    const meta = itemOf(dataset.case ?? "")?.querySelector(":scope > p[role=heading]");
    if (!meta || meta.querySelector('[href="#cases"]')) continue;
    const mark = document.createElement("a");
    mark.className = comment.mark ?? "";
    mark.href = "#cases";
    mark.textContent = t.bestCase;
    meta.append(mark, " ");
  }
}

export function decorateOwn(item: HTMLElement, { reaction, reactions, can }: MyComment): void {
  const button = partOf(item, "respect");
  if (!(button instanceof HTMLButtonElement)) return;
  button.setAttribute("aria-pressed", String(reaction === "respect"));
  button.disabled = !can.react && reaction === null;
  if (reactions) {
    button.textContent = respectLabel(reactions.respect);
    button.ariaLabel = say(t.respectWhom, {
      respect: respectLabel(reactions.respect),
      name: nameIn(item) ?? FORMER_MEMBER,
    });
  }
  showUnconvinced(button, reaction === "unconvinced");
}

/** What one gave stands where one gave it, and is taken back there. */
function showUnconvinced(respect: HTMLButtonElement, given: boolean): void {
  const shown = respect.parentElement?.querySelector<HTMLElement>('[data-action="unconvinced"]') ?? null;
  if (!given) {
    // The button that has the focus goes, so its neighbour gets it.
    if (shown === document.activeElement) respect.focus();
    shown?.remove();
    return;
  }
  if (shown) return;
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.action = "unconvinced";
  button.ariaPressed = "true";
  button.textContent = say(t.unconvincedUnconvinced, { unconvinced: "" });
  respect.after(button);
}
