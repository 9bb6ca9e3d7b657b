import { noteVisit } from "@/client/comments";
import { siteStorage, tabStorage } from "@/client/storage";
import type { Stage } from "./stage";
import { idOf, itemAround, itemsIn, lastLineOf } from "./thread-dom";

/** Somebody who stays with the discussion for so long has visited it. Milliseconds. */
const A_VISIT = 4_000;
/** More than this is not read one by one. */
const REMEMBERED = 300;

/** Where a browser keeps when its reader was last here. */
export const visitName = (slug: string): string => `seen:${slug}`;

/**
 * What is new, and what of it has been read in this tab since: the visit is noted while one still reads, and `n` may lead
 * to another page of the discussion, so neither the door nor this page alone knows.
 */
type Remembered = { unread: string[]; read: string[] };

export function takeUpUnread(stage: Stage, ids: string[]): void {
  const { unread, read } = remembered(stage);
  for (const id of [...unread, ...ids]) if (!read.includes(id)) stage.reader.unread.add(id);
  remember(stage, read);
}

export function markAsRead(stage: Stage, id: string): void {
  if (!stage.reader.unread.delete(id)) return;
  remember(stage, [...remembered(stage).read, id]);
}

function remember(stage: Stage, read: string[]): void {
  const unread = Array.from(stage.reader.unread).slice(0, REMEMBERED);
  const both: Remembered = { unread, read: read.slice(-REMEMBERED) };
  tabStorage.set(nameOf(stage), `${both.unread.join(",")};${both.read.join(",")}`);
}

function remembered(stage: Stage): Remembered {
  const [unread = "", read = ""] = (tabStorage.get(nameOf(stage)) ?? "").split(";");
  return { unread: listed(unread), read: listed(read) };
}

const listed = (words: string): string[] => words.split(",").filter(Boolean);

/** Two people may use one tab, one after the other. */
const nameOf = ({ place, reader }: Stage): string =>
  `unread:${place.slug}:${reader.viewer?.member?.handle ?? ""}`;

/** Notes the visit once, and what is read on the way. */
export function noteReading(stage: Stage): () => void {
  let noted = false;
  let staying: ReturnType<typeof setTimeout> | undefined;
  const note = () => {
    const now = stage.reader.viewer?.discussion.now;
    if (noted || now === undefined) return;
    noted = true;
    if (stage.reader.viewer?.member) void noteVisit(stage.place.slug, now);
    siteStorage.set(visitName(stage.place.slug), now);
  };
  const visit = new IntersectionObserver(([entry]) => {
    clearTimeout(staying);
    if (entry?.isIntersecting) staying = setTimeout(note, A_VISIT);
  });
  visit.observe(stage.root);
  const lines = watchLines(stage);
  stage.reader.watch = (item) => {
    const line = lastLineOf(item);
    if (line) lines.observe(line);
  };
  return () => {
    clearTimeout(staying);
    visit.disconnect();
    lines.disconnect();
  };
}

/** What was in the window and has left it at the top is read; what a jump passes over is not. */
function watchLines(stage: Stage): IntersectionObserver {
  const seen = new WeakSet<Element>();
  return new IntersectionObserver((entries) => {
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      if (isIntersecting) seen.add(target);
      else if (seen.has(target) && boundingClientRect.bottom <= 0) {
        const item = itemAround(target);
        if (item) markAsRead(stage, idOf(item));
      }
    }
  });
}

/** ", 4 new since your last visit", behind the count of all; nothing on a first visit. */
export function tellUnread({ root, reader }: Stage): string | null {
  const here = itemsIn(root).length;
  const count = reader.unread.size;
  if (count === 0 || here === 0) return null;
  const more = reader.viewer?.discussion.unread.more ? "More than " : "";
  return `${more}${count} new since your last visit`;
}
