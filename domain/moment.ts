import { z } from "zod";

/** ISO 8601 writes years that PostgreSQL and offsets from UTC cannot carry; these they can, with room on either side. Milliseconds since 1970. */
export const FIRST = Date.UTC(1000, 0);
export const END = Date.UTC(9000, 0);

const isStorable = (words: string): boolean => {
  const at = Date.parse(words);
  return at >= FIRST && at < END;
};

/** A day such as 2026-11-28, of the years 1000 to 8999. */
export const dayOf = (error?: string) => z.iso.date({ error, abort: true }).refine(isStorable, { error });

/** What a browser's field for a moment sends has no zone; the page says that it is UTC. */
export const withZone = (said: unknown): unknown =>
  typeof said === "string" && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(said) ? `${said}:00Z` : said;

/** A moment such as 2026-11-28T09:30:00Z or with an offset, of the years 1000 to 8999. */
export const momentOf = (error?: string) =>
  z.iso.datetime({ offset: true, error, abort: true }).refine(isStorable, { error });
