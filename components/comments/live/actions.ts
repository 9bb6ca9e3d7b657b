import { leaveToSignIn } from "./finishing";
import { commentPath } from "@/components/comments/paths";
import { copyLink } from "./clipboard";
import { isClosed, isSuspended } from "./closed-state";
import { toggleDiscussion } from "./following";
import { nextUnread } from "./keyboard-shortcuts";
import { loadMore } from "./more";
import { lookAtMuted } from "./muted";
import { showNewReplies } from "./live-updates";
import { tryNow, unsend } from "./posting";
import { toggleReaction } from "./reactions";
import { rememberSort } from "./sorting";
import type { DiscussionContext } from "./discussion-context";
import { idOf, itemAround, itemOf, lastLineOf, leadTo } from "./thread-dom";
import { hostAfter, noteSelection, quoteFrom } from "./quoting";

/**
 * One listener for the whole thread: what the server drew stays as it is, and every button of it does without leaving the
 * page what it otherwise does by leaving it. @returns the end of it
 */
export function handleActions(context: DiscussionContext): () => void {
  const onClick = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const target =
      event.target instanceof Element
        ? event.target.closest<HTMLElement>("[data-action], [data-sort]")
        : null;
    if (target && (ACTIONS[target.dataset.action ?? "sort"]?.(context, target) ?? false))
      event.preventDefault();
  };
  // A press takes the selection away before the click is heard.
  const onPress = () => noteSelection();
  context.root.addEventListener("pointerdown", onPress);
  context.root.addEventListener("click", onClick);
  return () => {
    context.root.removeEventListener("pointerdown", onPress);
    context.root.removeEventListener("click", onClick);
  };
}

/** True when it is done here. */
type Action = (context: DiscussionContext, target: HTMLElement) => boolean;

const ACTIONS: Record<string, Action> = {
  more: (context, target) => {
    if (target instanceof HTMLAnchorElement) void loadMore(context, target);
    return target instanceof HTMLAnchorElement;
  },
  reply: (context, target) => {
    const item = itemAround(target);
    const line = item && lastLineOf(item);
    if (!item || !line) return false;
    if (isClosed(context)) return true;
    context.compose({
      does: "reply",
      parentId: idOf(item),
      host: hostAfter(line),
      text: quoteFrom(item),
      problem: null,
    });
    return true;
  },
  compose: (context, target) => {
    // Not handled here: the link is followed, to the statement of reasons.
    if (isSuspended(context.reader)) return false;
    if (isClosed(context)) return true;
    context.compose({ does: "reply", parentId: null, host: hostAfter(target), text: "", problem: null });
    return true;
  },
  respect: (context, target) => {
    const item = itemAround(target);
    if (item === null) return false;
    if (toggleReaction(context, idOf(item), "respect")) return true;
    if (target instanceof HTMLButtonElement) leaveToSignIn(target, idOf(item));
    return false;
  },
  unconvinced: (context, target) => {
    const item = itemAround(target);
    return item !== null && toggleReaction(context, idOf(item), "unconvinced");
  },
  link: (context, target) => target instanceof HTMLAnchorElement && copyLink(context, target),
  menu: (context, target) => {
    const item = itemAround(target);
    const line = item && lastLineOf(item);
    if (line) context.openMenu({ id: idOf(item), anchor: target, host: hostAfter(line) });
    return Boolean(line);
  },
  up: (_, target) => {
    const href = target.getAttribute("href") ?? "";
    if (!href.startsWith("#")) return false;
    const id = href.slice("#c-".length);
    const parent = itemOf(id);
    if (parent) leadTo(parent);
    else location.assign(commentPath(id));
    return true;
  },
  unread: (context) => {
    nextUnread(context);
    return true;
  },
  resend: (context, target) => {
    if (target instanceof HTMLButtonElement) tryNow(context, target.value);
    return true;
  },
  unsend: (context, target) => {
    if (target instanceof HTMLButtonElement) unsend(context, target.value);
    return true;
  },
  news: (context, target) => {
    void showNewReplies(context, target);
    return true;
  },
  // Where one came from is kept by the browser, to the very line.
  back: (_, target) => {
    const from = URL.parse(document.referrer);
    const isThere =
      target instanceof HTMLAnchorElement &&
      from?.origin === location.origin &&
      from.pathname === new URL(target.href).pathname;
    if (isThere) history.back();
    return isThere;
  },
  follow: (context) => toggleDiscussion(context, "followed"),
  mute: (context) => toggleDiscussion(context, "muted"),
  look: (context, target) => {
    lookAtMuted(context, target);
    return true;
  },
  sort: (_, target) => {
    rememberSort(target);
    return false;
  },
};
