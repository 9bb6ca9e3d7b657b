import { forget, keep, kept, recall } from "@/client/keep";
import { freshKey } from "@/client/keys";

/** Where one writes: under an article, or under a comment of it. */
export type Spot = { slug: string; parentId: string | null };

type Draft = { text: string; at: number };

/** Nobody comes back to half a sentence after that. Milliseconds. */
const KEPT_FOR = 30 * 24 * 60 * 60 * 1_000;

/** Two tabs may write in the same place; each has its own draft, so that neither writes over the other. */
const tab = freshKey();

const nameOf = ({ slug, parentId }: Spot): string => `draft:${slug}:${parentId ?? "article"}:`;

export function keepDraft(spot: Spot, text: string): void {
  if (text.trim() === "") forget(nameOf(spot) + tab);
  else keep(nameOf(spot) + tab, JSON.stringify({ text, at: Date.now() } satisfies Draft));
}

/** What was last written in this place, in whichever tab; "" where nothing was. */
export function draftOf(spot: Spot): string {
  const drafts = kept(nameOf(spot)).flatMap((name) => readDraft(name) ?? []);
  return drafts.sort((one, other) => other.at - one.at)[0]?.text ?? "";
}

/** It was posted: this tab's draft goes, and those of others that say the same. */
export function forgetDraft(spot: Spot, text: string): void {
  forget(nameOf(spot) + tab);
  for (const name of kept(nameOf(spot))) if (readDraft(name)?.text === text) forget(name);
}

function readDraft(name: string): Draft | null {
  const draft = parsed(recall(name));
  if (draft && Date.now() - draft.at < KEPT_FOR) return draft;
  forget(name);
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
