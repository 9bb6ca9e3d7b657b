import { noteVisit } from "@/client/comments";
import { siteStorage, tabStorage } from "@/client/storage";
import { noteComments } from "@/client/visits";
import type { DiscussionContext } from "./discussion-context";
import { watchForInbox } from "./looked-at";
import { idOf, isAddressed, itemAround, itemsIn, lastLineOf } from "./thread-dom";
import * as t from "#messages/comments";
import { say } from "@/messages/say";

/** Somebody who stays with the discussion for so long has visited it. Milliseconds. */
const A_VISIT = 4_000;
/** Ids of unread, and of read, comments that are remembered a tab. */
const REMEMBERED = 300;

/** Where a browser keeps when its reader was last here. */
export const visitName = (slug: string): string => `seen:${slug}`;

/**
 * What is new, and what of it has been read in this tab since: the visit is noted while one still reads, and `n` may lead
 * to another page of the discussion, so neither the door nor this page alone knows.
 */
type Remembered = { unread: string[]; read: string[] };

export function takeUpUnread(context: DiscussionContext, ids: string[]): void {
  const { unread, read } = remembered(context);
  for (const id of [...unread, ...ids]) if (!read.includes(id)) context.reader.unread.add(id);
  remember(context, read);
}

export function markAsRead(context: DiscussionContext, id: string): void {
  if (!context.reader.unread.delete(id)) return;
  remember(context, [...remembered(context).read, id]);
}

function remember(context: DiscussionContext, read: string[]): void {
  const unread = Array.from(context.reader.unread).slice(0, REMEMBERED);
  const both: Remembered = { unread, read: read.slice(-REMEMBERED) };
  tabStorage.set(nameOf(context), `${both.unread.join(",")};${both.read.join(",")}`);
}

function remembered(context: DiscussionContext): Remembered {
  const [unread = "", read = ""] = (tabStorage.get(nameOf(context)) ?? "").split(";");
  return { unread: listed(unread), read: listed(read) };
}

const listed = (text: string): string[] => text.split(",").filter(Boolean);

/** Two people may use one tab, one after the other. */
const nameOf = ({ thread, reader }: DiscussionContext): string =>
  `unread:${thread.slug}:${reader.viewer?.member?.handle ?? ""}`;

/** Notes the visit once, and what is read on the way. */
export function noteReading(context: DiscussionContext): () => void {
  let noted = false;
  let staying: ReturnType<typeof setTimeout> | undefined;
  const note = () => {
    const now = context.reader.viewer?.discussion.now;
    if (noted || now === undefined) return;
    noted = true;
    if (context.reader.viewer?.member) void noteVisit(context.thread.slug, now);
    siteStorage.set(visitName(context.thread.slug), now);
  };
  const visit = new IntersectionObserver(([entry]) => {
    clearTimeout(staying);
    if (entry?.isIntersecting) staying = setTimeout(note, A_VISIT);
  });
  visit.observe(context.root);
  const [lines, forInbox] = [watchLines(context), watchForInbox(context)];
  context.reader.watch = (item) => {
    const line = lastLineOf(item);
    if (line) for (const one of [lines, forInbox]) one.observe(line);
  };
  // Whoever comes from a mail or a notice has come for one comment.
  void context.ready.then(() => {
    const line = itemsIn(context.root).filter(isAddressed).map(lastLineOf)[0];
    if (line) forInbox.observe(line);
  });
  return () => {
    clearTimeout(staying);
    for (const one of [visit, lines, forInbox]) one.disconnect();
  };
}

/** For the front page: how many comments there were when the reader left. Only an article's own page knows of all. */
export function noteLeaving({ root, thread, reader }: DiscussionContext): () => void {
  const served = Number(root.dataset.comments);
  if (Number.isNaN(served)) return () => undefined;
  const note = () => noteComments(thread.slug, served + reader.posted.size);
  // A phone may end a page that is hidden without another word.
  document.addEventListener("visibilitychange", note);
  addEventListener("pagehide", note);
  return () => {
    document.removeEventListener("visibilitychange", note);
    removeEventListener("pagehide", note);
  };
}

/** What was in the window and has left it at the top is read; what a jump passes over is not. */
function watchLines(context: DiscussionContext): IntersectionObserver {
  const seen = new WeakSet<Element>();
  return new IntersectionObserver((entries) => {
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      if (isIntersecting) seen.add(target);
      else if (seen.has(target) && boundingClientRect.bottom <= 0) {
        const item = itemAround(target);
        if (item) markAsRead(context, idOf(item));
      }
    }
  });
}

/** "4 new since your last visit", behind the count of all; nothing on a first visit. */
export function tellUnread({ root, reader }: DiscussionContext): string | null {
  const here = itemsIn(root).length;
  const count = reader.unread.size;
  if (count === 0 || here === 0) return null;
  const more = reader.viewer?.discussion.unread.more;
  return say(more ? t.moreThanNewSinceYourLastVisit : t.newSinceYourLastVisit, { count });
}
