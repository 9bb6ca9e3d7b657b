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
  }
}

const UNREAD = "moot:unread";
const READ = "moot:notices-read";

/** Calls back when notices were read elsewhere than in the inbox. @returns the end of it */
export function onRead(hear: () => void): () => void {
  document.addEventListener(READ, hear);
  return () => document.removeEventListener(READ, hear);
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
