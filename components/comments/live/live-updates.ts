import { fetchComment, fetchComments } from "@/client/comments";
import { noticesMayHaveCome } from "@/client/inbox";
import { listenTo, type Heard } from "@/client/live";
import type { CommentView } from "@/domain/comments/comment";
import { commentPath } from "@/components/comments/paths";
import { respectLabel } from "@/components/comments/labels";
import { addReplies, addRoots, redraw } from "./insert";
import { lookWhetherClosed } from "./look-again";
import { decorate } from "./viewer-state";
import { remember, type DiscussionContext } from "./discussion-context";
import { itemOf, lastLineOf, leadTo, partOf, proseOf, rootList } from "./thread-dom";
import { newRepliesLabel, shortOnPhones } from "./new-replies-pill";
import styles from "./live.module.css";
import * as t from "#messages/comments";
import { say } from "@/messages/say";

/** A screen reader hears of news at most this often. Milliseconds. */
const TOLD_EVERY = 30_000;
/** Readers of one page do not all ask at once for what has changed. Milliseconds. */
const SPREAD = 4_000;
/** The API's limit for a page of comments. */
const AT_ONCE = 50;
/** Where news of the article itself is counted. */
const ARTICLE = "";

/** New replies by the comment they answer; whoever reads decides when they come. */
const waiting = new Map<string, Set<string>>();

/** Hears what happens meanwhile. Nothing that is being read moves: there is a word about it where it belongs. */
export function followLive(context: DiscussionContext, since: string): () => void {
  let toldAt = 0;
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const later = (run: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, Math.random() * SPREAD);
    timers.add(timer);
  };
  const tell = () => {
    if (Date.now() - toldAt < TOLD_EVERY) return;
    toldAt = Date.now();
    const count = Array.from(waiting.values()).reduce((sum, ids) => sum + ids.size, 0);
    context.toast({ text: newRepliesLabel(count), aside: true });
  };
  const hear = (heard: Heard) => {
    const { kind, id } = heard;
    if (kind === "comment.posted" && id !== null) context.reader.posted.add(id);
    if (kind === "comment.posted" || kind === "reset") noticesMayHaveCome();
    if (kind === "comment.posted")
      afterSending(context, () => {
        if (hearPosted(context, heard)) tell();
      });
    if (CHANGES.has(kind) && id !== null && itemOf(id)) later(() => void refresh(context, id));
    // Of the discussion as a whole: whether one may still write in it is the door's to say.
    if (kind.startsWith("thread.") && id === null) later(() => void lookWhetherClosed(context));
    if (heard.kind === "reset") context.toast({ text: t.manyNewComments });
  };
  const stop = listenTo(context.thread.slug, since, hear);
  return () => {
    stop();
    for (const timer of timers) clearTimeout(timer);
    waiting.clear();
  };
}

const CHANGES = new Set([
  "comment.edited",
  "comment.removed",
  "comment.restored",
  "comment.reacted",
  "thread.locked",
  "thread.unlocked",
]);

/** One's own comment, whose answer is on its way yet, is no news. */
function afterSending({ reader: { sending } }: DiscussionContext, run: () => void): void {
  if (sending.size === 0) run();
  // In the next task, when the comment that was sent has been drawn.
  else void Promise.allSettled(sending).then(() => setTimeout(run));
}

function hearPosted({ root }: DiscussionContext, { id, parentId, rootId }: Heard): boolean {
  if (id === null || itemOf(id)) return false;
  // An answer to something that is not on the page is news of its thread.
  const place =
    [parentId, rootId].find((one) => one !== null && itemOf(one)) ?? (parentId === null ? ARTICLE : null);
  if (place === null) return false;
  const news = (waiting.get(place) ?? new Set()).add(id);
  waiting.set(place, news);
  showPill(root, place, parentId === null || place === parentId ? news.size : -1, id);
  return true;
}

/** Quiet, at the end of the line it belongs to, where it pushes nothing. Below zero: a link to what is not on the page. */
function showPill(root: HTMLElement, place: string, count: number, newest: string): void {
  const item = place === ARTICLE ? null : itemOf(place);
  const line = item ? lastLineOf(item) : root.querySelector("header");
  if (!line) return;
  const there = line.querySelector<HTMLAnchorElement>('[data-action="news"], [data-news]');
  const pill = there ?? document.createElement("a");
  pill.className = styles.pill ?? "";
  pill.href = commentPath(newest);
  pill.dataset.news = place;
  if (count > 0) pill.dataset.action = "news";
  const text = place === ARTICLE ? newRepliesLabel(count, "comment") : newRepliesLabel(count);
  const [first, rest] =
    count > 0
      ? [say(t.newCount, { count }), text.slice(say(t.newBefore, { count }).length)]
      : [t.newWord, "below"];
  pill.replaceChildren(...shortOnPhones(first, rest, styles.rest));
  if (!there) line.append(pill);
}

/** Shows what a pill has been counting: at the end of its list, with the first of it under the reader's eyes. */
export async function showNewReplies(context: DiscussionContext, pill: HTMLElement): Promise<void> {
  const place = pill.dataset.news ?? ARTICLE;
  const news = waiting.get(place);
  const item = place === ARTICLE ? null : itemOf(place);
  if (!news) return;
  const query = new URLSearchParams({ sort: "newest", limit: String(Math.min(AT_ONCE, news.size + 1)) });
  if (item) query.set("parent", place);
  const told = await fetchComments(context.thread.slug, query);
  if (!told.ok) {
    context.toast({ text: told.problem.detail });
    return;
  }
  waiting.delete(place);
  pill.remove();
  const fresh = told.body.items.filter(({ id }) => news.has(id)).reverse();
  for (const { id } of fresh) context.reader.unread.add(id);
  remember(context, fresh);
  const [first] = put(context, item, fresh);
  decorate(context);
  if (first) leadTo(first);
}

function put(
  { root, thread }: DiscussionContext,
  item: HTMLElement | null,
  fresh: CommentView[],
): HTMLElement[] {
  if (item) return addReplies(item, fresh, thread);
  const list = rootList(root);
  return list ? addRoots(list, fresh.reverse(), thread, false) : [];
}

/** Draws a comment as it is now, once nobody is looking at it; until then a word says that it is not the same any more. */
async function refresh(context: DiscussionContext, id: string): Promise<void> {
  const told = await fetchComment(id);
  const item = itemOf(id);
  if (!told.ok || !item) return;
  const { comment } = told.body;
  remember(context, [comment]);
  const respect = partOf(item, "respect");
  const reactions = comment.mine?.reactions ?? comment.reactions;
  if (respect && reactions) respect.textContent = respectLabel(reactions.respect);
  item.toggleAttribute("data-closed", comment.locked);
  if (sameWords(item, comment)) return;
  whenOutOfSight(item, () => {
    redraw(item, comment, context.thread);
    decorate(context);
  });
}

/** Only its figures have moved. */
function sameWords(item: HTMLElement, comment: CommentView): boolean {
  const prose = proseOf(item);
  const stands = comment.html !== "";
  if (!stands || !prose) return stands === (prose !== null);
  const now = document.createElement("template");
  now.innerHTML = comment.html;
  return (
    now.content.textContent === prose.textContent &&
    comment.locked === item.textContent.includes(t.closedToReplies)
  );
}

function whenOutOfSight(item: HTMLElement, run: () => void): void {
  const watcher = new IntersectionObserver(([entry]) => {
    if (!entry) return;
    if (!entry.isIntersecting && !item.contains(document.activeElement)) {
      watcher.disconnect();
      if (item.isConnected) run();
      return;
    }
    const line = lastLineOf(item);
    if (!line || line.querySelector("[data-changed]")) return;
    const word = document.createElement("button");
    word.dataset.changed = "";
    word.className = styles.pill ?? "";
    word.append(...shortOnPhones(t.changed, t.justNow, styles.rest));
    word.onclick = () => {
      watcher.disconnect();
      run();
    };
    line.append(word);
  });
  watcher.observe(item);
}
