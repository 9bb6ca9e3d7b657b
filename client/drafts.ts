import { siteStorage, tabStorage } from "./storage";
import { newIdempotencyKey } from "./idempotency-key";

/** Where one writes: under an article, under a comment of it, or in a comment of one's own. */
export type Spot = string;

export const replySpot = (slug: string, parentId: string | null): Spot =>
  `draft:${slug}:${parentId ?? "article"}:`;
export const editSpot = (id: string): Spot => `draft:edit:${id}:`;

type Draft = { text: string; at: number };

/** Nobody comes back to half a sentence after that. Milliseconds. */
const KEPT_FOR = 30 * 24 * 60 * 60 * 1_000;

/** Two tabs may write in the same place; each has its own draft, also after a reload, so that neither writes over the other. */
function tab(): string {
  const known = tabStorage.get("tab");
  if (known === null) tabStorage.set("tab", fresh);
  return known ?? fresh;
}
const fresh = newIdempotencyKey();

export function keepDraft(spot: Spot, text: string): void {
  if (text.trim() === "") siteStorage.remove(spot + tab());
  else siteStorage.set(spot + tab(), JSON.stringify({ text, at: Date.now() } satisfies Draft));
}

/** What this tab last wrote in this place, else what another did; "" where nothing was written. */
export function draftOf(spot: Spot): string {
  const own = readDraft(spot + tab());
  if (own) return own.text;
  const drafts = siteStorage.keysWith(spot).flatMap((name) => readDraft(name) ?? []);
  return drafts.sort((one, other) => other.at - one.at)[0]?.text ?? "";
}

/** It was posted: this tab's draft goes, and those of others that say the same. */
export function forgetDraft(spot: Spot, text: string): void {
  siteStorage.remove(spot + tab());
  for (const name of siteStorage.keysWith(spot)) if (readDraft(name)?.text === text) siteStorage.remove(name);
}

function readDraft(name: string): Draft | null {
  const draft = parsed(siteStorage.get(name));
  if (draft && Date.now() - draft.at < KEPT_FOR) return draft;
  siteStorage.remove(name);
  return null;
}

function parsed(json: string | null): Draft | null {
  try {
    const draft: unknown = JSON.parse(json ?? "null");
    return isDraft(draft) ? draft : null;
  } catch {
    return null;
  }
}

const isDraft = (draft: unknown): draft is Draft =>
  typeof draft === "object" &&
  draft !== null &&
  "text" in draft &&
  typeof draft.text === "string" &&
  "at" in draft &&
  typeof draft.at === "number";
