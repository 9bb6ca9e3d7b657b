import { siteStorage } from "./storage";

/** Nobody comes back to it after that. Milliseconds. */
const KEPT_FOR = 30 * 24 * 60 * 60 * 1_000;

type Fields = Record<string, string>;

/** No article's address has a slash in it, so no draft of a comment has this name. */
const nameOf = (id: string): string => `draft:/write/${id}`;

/** What was typed in an article's draft while it could not be saved: it outlives a browser that ends, and goes once it is saved. */
export const keepUnsaved = (id: string, fields: Fields): void =>
  siteStorage.set(nameOf(id), JSON.stringify({ fields, at: Date.now() }));

export const forgetUnsaved = (id: string): void => siteStorage.remove(nameOf(id));

/** Null where nothing is kept. */
export function unsavedOf(id: string): Fields | null {
  const kept = parsed(siteStorage.get(nameOf(id)));
  if (kept && Date.now() - kept.at < KEPT_FOR) return kept.fields;
  forgetUnsaved(id);
  return null;
}

function parsed(json: string | null): { fields: Fields; at: number } | null {
  try {
    const kept: unknown = JSON.parse(json ?? "null");
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

const isKept = (kept: unknown): kept is { fields: Fields; at: number } =>
  typeof kept === "object" &&
  kept !== null &&
  "at" in kept &&
  typeof kept.at === "number" &&
  "fields" in kept &&
  typeof kept.fields === "object" &&
  kept.fields !== null &&
  Object.values(kept.fields).every((value) => typeof value === "string");
