import { callApi, type Result } from "./api";

/** One opened what these notices are about. It goes out although the page is left. */
export const readNotices = (ids: string[]): Promise<Result<undefined>> =>
  callApi("POST", "/inbox/read", { ids }, { keepalive: true });

/** Comments that are read within so long are told together. Milliseconds. */
const TOGETHER = 2_000;
let read: string[] = [];
let telling: ReturnType<typeof setTimeout> | undefined;
let lastUnread = 0;

/** One read a comment where it stands: what the inbox says of it has been read, too. */
export function readComment(id: string): void {
  read.push(id);
  if (telling !== undefined) return;
  telling = setTimeout(() => void tellRead(), TOGETHER);
  addEventListener("pagehide", () => void tellRead(), { once: true });
}

async function tellRead(): Promise<void> {
  clearTimeout(telling);
  const comments = read;
  [read, telling] = [[], undefined];
  if (comments.length === 0) return;
  const told = await callApi("POST", "/inbox/read", { comments }, { keepalive: true });
  if (told.ok && lastUnread > 0) document.dispatchEvent(new Event(READ));
}

declare global {
  interface DocumentEventMap {
    "moot:unread": CustomEvent<number>;
    "moot:notices-may-have-come": Event;
  }
}

const UNREAD = "moot:unread";
const READ = "moot:notices-read";

/** Calls back when notices were read elsewhere than in the inbox. @returns the end of it */
export function onRead(hear: () => void): () => void {
  document.addEventListener(READ, hear);
  return () => document.removeEventListener(READ, hear);
}

const MAY_HAVE_COME = "moot:notices-may-have-come";
/** A busy discussion asks no more often than this. Milliseconds. */
const ASKED_APART = 15_000;
/** What many readers hear at once they do not all ask about at once; and followers are told within seconds. Milliseconds. */
const SPREAD = 4_000;
let askedAt = -Infinity;
let asking: ReturnType<typeof setTimeout> | undefined;

/** Something was said where one reads, which may be an answer to whoever reads. */
export function noticesMayHaveCome(): void {
  if (asking !== undefined) return;
  const wait = Math.max(0, askedAt + ASKED_APART - Date.now()) + SPREAD * (0.5 + Math.random());
  asking = setTimeout(() => {
    asking = undefined;
    askedAt = Date.now();
    document.dispatchEvent(new Event(MAY_HAVE_COME));
  }, wait);
}

/** @returns the end of it */
export function onNoticesMayHaveCome(hear: () => void): () => void {
  document.addEventListener(MAY_HAVE_COME, hear);
  return () => document.removeEventListener(MAY_HAVE_COME, hear);
}

/** Tells whatever shows notices how many are unread now. */
export function tellUnread(unread: number): void {
  lastUnread = unread;
  document.dispatchEvent(new CustomEvent(UNREAD, { detail: unread }));
}

/** @returns the end of it */
export function onUnread(hear: (unread: number) => void): () => void {
  const listener = ({ detail }: CustomEvent<number>) => hear(detail);
  document.addEventListener(UNREAD, listener);
  return () => document.removeEventListener(UNREAD, listener);
}
