import { siteStorage, tabStorage } from "./storage";
import { newIdempotencyKey } from "./idempotency-key";

/** Where one writes: under an article, under a comment of it, or in a comment of one's own. */
export type Spot = string;

/** @param block the block of the article that a comment is about: what was begun about one is not about another */
export const replySpot = (slug: string, parentId: string | null, block?: number | null): Spot =>
  `draft:${slug}:${parentId ?? (block == null ? "article" : passagePlace(block))}:`;
/** Where one writes about the article: under it, or about any block of it. */
export const articleSpots = (slug: string): Spot[] => [replySpot(slug, null), `draft:${slug}:${PASSAGE}`];
/** No id of a comment begins so. */
const PASSAGE = "passage-";
export const passagePlace = (block: number | string): string => `${PASSAGE}${block}`;
export const editSpot = (id: string): Spot => `draft:edit:${id}:`;

/** `by` is the handle of whoever was signed in, and empty where nobody was: then it is whoever's signs in. */
type Draft = { text: string; at: number; by: string };

/** Nobody comes back to half a sentence after that. Milliseconds. */
const KEPT_FOR = 30 * 24 * 60 * 60 * 1_000;

/** Two tabs may write in the same place; each has its own draft, also after a reload, so that neither writes over the other. */
function tab(): string {
  const known = tabStorage.get("tab");
  if (known === null) tabStorage.set("tab", fresh);
  return known ?? fresh;
}
const fresh = newIdempotencyKey();

export function keepDraft(spot: Spot, text: string, by = ""): void {
  const name = spot + own(by);
  if (text.trim() === "") siteStorage.remove(name);
  else siteStorage.set(name, JSON.stringify({ text, at: Date.now(), by } satisfies Draft));
}

/** What this tab last wrote in this place, else what another did; "" where nothing was written, or only by somebody else. */
export function draftOf(spot: Spot, by = ""): string {
  const here = readDraft(spot + own(by));
  if (here) return here.text;
  const drafts = siteStorage.keysWith(spot).flatMap((name) => readDraft(name) ?? []);
  const readable = drafts.filter((draft) => draft.by === "" || draft.by === by);
  return readable.sort((one, other) => other.at - one.at)[0]?.text ?? "";
}

/** What waits to be posted under an article: by the id of the comment it answers, "article", or the `passagePlace` of a block. */
export function draftsUnder(slug: string, by = ""): Map<string, string> {
  const beginning = `draft:${slug}:`;
  const places = new Set(
    siteStorage.keysWith(beginning).map((name) => name.slice(beginning.length).split(":", 1)[0] ?? ""),
  );
  const drafts = Array.from(places, (place): [string, string] => [
    place,
    draftOf(`${beginning}${place}:`, by),
  ]);
  return new Map(drafts.filter(([, text]) => text !== ""));
}

/** It was posted: this tab's draft goes, and those of others that say the same. */
export function forgetDraft(spot: Spot, text: string, by = ""): void {
  siteStorage.remove(spot + own(by));
  for (const name of siteStorage.keysWith(spot)) if (readDraft(name)?.text === text) siteStorage.remove(name);
}

/** Whether anything is kept here that somebody wrote and has not posted; and the end of all of it. */
export const isAnythingKept = (): boolean => keptNames().length > 0;
export function forgetAllKept(): void {
  for (const name of keptNames()) siteStorage.remove(name);
}
const keptNames = (): string[] => ["draft:", "unsent:"].flatMap((kind) => siteStorage.keysWith(kind));

/** Two people who write in one tab, one after the other, have a draft each. */
const own = (by: string): string => (by === "" ? tab() : `${tab()}:${by}`);

function readDraft(name: string): Draft | null {
  const draft = parsed(siteStorage.get(name));
  if (draft && Date.now() - draft.at < KEPT_FOR) return { ...draft, by: draft.by ?? "" };
  siteStorage.remove(name);
  return null;
}

/** Version 0.1 did not say whose. */
type Stored = Omit<Draft, "by"> & { by?: string };

function parsed(json: string | null): Stored | null {
  try {
    const draft: unknown = JSON.parse(json ?? "null");
    return isDraft(draft) ? draft : null;
  } catch {
    return null;
  }
}

const isDraft = (draft: unknown): draft is Stored =>
  typeof draft === "object" &&
  draft !== null &&
  "text" in draft &&
  typeof draft.text === "string" &&
  "at" in draft &&
  typeof draft.at === "number" &&
  (!("by" in draft) || typeof draft.by === "string");
