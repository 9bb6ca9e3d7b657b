import { callApi, type Result } from "./api";

/** One opened what these notices are about. It goes out although the page is left. */
export const readNotices = (ids: string[]): Promise<Result<undefined>> =>
  callApi("POST", "/inbox/read", { ids }, { keepalive: true });

declare global {
  interface DocumentEventMap {
    "moot:unread": CustomEvent<number>;
  }
}

const UNREAD = "moot:unread";

/** Tells whatever shows notices how many are unread now. */
export const tellUnread = (unread: number): boolean =>
  document.dispatchEvent(new CustomEvent(UNREAD, { detail: unread }));

/** @returns the end of it */
export function onUnread(hear: (unread: number) => void): () => void {
  const listener = ({ detail }: CustomEvent<number>) => hear(detail);
  document.addEventListener(UNREAD, listener);
  return () => document.removeEventListener(UNREAD, listener);
}
