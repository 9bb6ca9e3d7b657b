import { siteStorage, tabStorage } from "./storage";

/**
 * What this browser has seen: of each discussion how many comments there were when its reader left, and of the front page the
 * newest article. Nothing of it leaves the browser.
 */
const NEWEST = "newest-article";

export const noteComments = (slug: string, comments: number): void =>
  siteStorage.set(`comments:${slug}`, String(comments));

/** How many comments there are more than when the reader left; null for an article never opened here. */
export function commentsSince(slug: string, comments: number): number | null {
  const then = siteStorage.get(`comments:${slug}`);
  return then === null ? null : Math.max(0, comments - Number(then));
}

/** The newest article that was here at the last visit, for as long as this tab is open; null at the first. Ids sort by time. */
export function newestBefore(newest: string): string | null {
  const before = tabStorage.get(NEWEST) ?? siteStorage.get(NEWEST);
  if (before !== null) tabStorage.set(NEWEST, before);
  siteStorage.set(NEWEST, newest);
  return before;
}
