import type { NewComment } from "./comments";
import { siteStorage } from "./storage";

/** A comment that was sent and of which nothing was heard. The key makes sure it is posted once; `by` is its writer's handle. */
export type Unsent = { key: string; comment: NewComment; by: string };

const nameOf = (slug: string): string => `unsent:${slug}:`;

export const keepUnsent = (slug: string, unsent: Unsent): void =>
  siteStorage.set(nameOf(slug) + unsent.key, JSON.stringify(unsent));

export const forgetUnsent = (slug: string, { key }: Unsent): void => siteStorage.remove(nameOf(slug) + key);

/** What still waits here, also from before the page was loaded. */
export const unsentOf = (slug: string): Unsent[] =>
  siteStorage.keysWith(nameOf(slug)).flatMap((name) => read(siteStorage.get(name)) ?? []);

function read(json: string | null): Unsent | null {
  try {
    const unsent: unknown = JSON.parse(json ?? "null");
    return isUnsent(unsent) ? unsent : null;
  } catch {
    return null;
  }
}

const isUnsent = (told: unknown): told is Unsent =>
  typeof told === "object" &&
  told !== null &&
  "key" in told &&
  typeof told.key === "string" &&
  "by" in told &&
  typeof told.by === "string" &&
  "comment" in told &&
  typeof told.comment === "object" &&
  told.comment !== null &&
  "body" in told.comment &&
  typeof told.comment.body === "string";
