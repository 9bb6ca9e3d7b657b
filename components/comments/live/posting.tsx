import { postComment } from "@/client/comments";
import type { Problem } from "@/client/api";
import { articleSpots, forgetDraft, replySpot } from "@/client/drafts";
import { fetchMe } from "@/client/me";
import { forgetUnsent, keepUnsent, unsentOf, type Unsent } from "@/client/outbox";
import type { CommentView } from "@/domain/comments/comment";
import { aboutPassage } from "@/components/passages/about";
import { renderToFragment } from "./render-to-fragment";
import { addReplies, addRoots } from "./insert";
import { decorate } from "./viewer-state";
import { beginFollowing } from "./following";
import { PendingItem } from "./pending-item";
import { showDrafts } from "./drafts";
import { remember, type DiscussionContext } from "./discussion-context";
import { countAbout } from "./passage-marks";
import { itemOf, leadTo, levelOf, listOf, rootList } from "./thread-dom";
import { hostAfter } from "./quoting";
import styles from "./live.module.css";
import * as t from "#messages/comments";

/** Nobody answered, or nobody who could: it is worth trying again with the same key. */
const isAway = ({ status }: Problem): boolean => status === 0 || status >= 500;

/** How often what could not be sent is tried again while the page is open. Milliseconds. */
const AGAIN = 20_000;

/**
 * Shows a comment at once and sends it. Not heard of, it stays, says so, and is sent again when the network is back.
 * @returns what is wrong with it, for the writer to mend; null when it is posted or waits to be
 */
export async function sendComment(context: DiscussionContext, unsent: Unsent): Promise<Problem | null> {
  const pending = itemOf(unsent.key) ?? showPending(context, unsent);
  pending.classList.remove(styles.unsent ?? "");
  const told = await noted(context, postComment(context.thread.slug, unsent.comment, unsent.key));
  if (told.ok) {
    pending.remove();
    arrive(context, unsent, told.body.comment);
    return null;
  }
  if (isAway(told.problem)) {
    keepUnsent(context.thread.slug, unsent);
    pending.classList.add(styles.unsent ?? "");
    context.toast({ text: t.notSentYetItIsKept });
    return null;
  }
  forgetUnsent(context.thread.slug, unsent);
  pending.remove();
  return told.problem;
}

/** While it is on its way the stream may be faster than its answer. */
async function noted<T>({ reader: { sending } }: DiscussionContext, sent: Promise<T>): Promise<T> {
  sending.add(sent);
  try {
    return await sent;
  } finally {
    sending.delete(sent);
  }
}

function arrive(context: DiscussionContext, unsent: Unsent, comment: CommentView): void {
  const { slug } = context.thread;
  const spots = comment.parentId === null ? articleSpots(slug) : [replySpot(slug, comment.parentId)];
  forgetUnsent(slug, unsent);
  for (const spot of spots) forgetDraft(spot, unsent.comment.body, unsent.by);
  remember(context, [comment]);
  if (comment.state === "visible") context.reader.posted.add(comment.id);
  const parent = comment.parentId === null ? null : itemOf(comment.parentId);
  const list = rootList(context.root);
  const [item] = parent
    ? addReplies(parent, [comment], context.thread)
    : list
      ? addRoots(list, [comment], context.thread, false)
      : [];
  decorate(context);
  showDrafts(context);
  item?.classList.add(styles.arrived ?? "");
  // Whoever reads an article reads on where they were.
  if (comment.passage?.place != null && comment.state === "visible") countAbout(comment.passage.place);
  if (item && !unsent.comment.passage) leadTo(item);
  const words = thanks(context, comment);
  context.toast({ text: words });
  void beginFollowing(context, words);
}

function thanks({ reader }: DiscussionContext, { state }: CommentView): string {
  if (state === "held") return t.thankYou;
  if (!reader.viewer?.member?.first) return t.posted;
  reader.viewer.member.first = false;
  return t.postedThankYouForYourFirst;
}

function showPending(context: DiscussionContext, { key, comment }: Unsent): HTMLElement {
  const name = context.reader.viewer?.member?.name ?? t.you;
  const fragment = renderToFragment(<PendingItem id={key} name={name} body={comment.body} />);
  const [item] = fragment.querySelectorAll("li");
  if (!item) throw new Error("A pending comment was not drawn.");
  const parent = comment.parentId === undefined ? null : itemOf(comment.parentId);
  const list = parent ? listOf(parent) : rootList(context.root);
  if (list && parent) list.append(item);
  else if (list) list.prepend(item);
  else if (parent && levelOf(parent) >= 0) parent.after(item);
  return item;
}

/** What waited in this browser goes out now, and each time the network comes back. @returns the end of it */
export function sendOutbox(context: DiscussionContext): () => void {
  const again = () => void sendAgain(context, unsentOf(context.thread.slug));
  again();
  window.addEventListener("online", again);
  const clock = setInterval(again, AGAIN);
  return () => {
    window.removeEventListener("online", again);
    clearInterval(clock);
  };
}

/** Somebody else may have signed in since it was written, here or in another tab: it is only ever sent as its writer's. */
async function sendAgain(context: DiscussionContext, waiting: Unsent[]): Promise<void> {
  if (waiting.length === 0) return;
  const { member } = await fetchMe();
  for (const unsent of waiting) if (unsent.by === member?.handle) void resend(context, unsent);
}

/** Refused after all this time, it opens again where it was written, with the reason. */
async function resend(context: DiscussionContext, unsent: Unsent): Promise<void> {
  const problem = await sendComment(context, unsent);
  if (problem) writeAgain(context, unsent, problem);
}

export function writeAgain(context: DiscussionContext, { comment }: Unsent, problem: Problem | null): void {
  const parent = comment.parentId === undefined ? null : itemOf(comment.parentId);
  const button = (parent ?? context.root).querySelector<HTMLElement>(
    parent ? ':scope > p > [data-action="reply"]' : '[data-action="compose"]',
  );
  const line = parent ? button?.parentElement : button;
  if (!line) {
    context.toast({ text: problem?.detail ?? t.noLongerTakesComments });
    return;
  }
  context.compose({
    does: "reply",
    parentId: comment.parentId ?? null,
    host: hostAfter(line),
    text: comment.body,
    problem,
    about: comment.passage ? { beside: null, block: null, passages: [aboutPassage(comment.passage)] } : null,
  });
}

/** The writer takes back what has not gone out. */
export function unsend(context: DiscussionContext, key: string): void {
  const unsent = unsentOf(context.thread.slug).find((one) => one.key === key);
  if (!unsent) return;
  forgetUnsent(context.thread.slug, unsent);
  itemOf(key)?.remove();
  writeAgain(context, unsent, null);
}

export function tryNow(context: DiscussionContext, key: string): void {
  const unsent = unsentOf(context.thread.slug).find((one) => one.key === key);
  if (unsent) void sendAgain(context, [unsent]);
}
