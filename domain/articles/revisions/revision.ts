import type { DraftField } from "@/domain/articles/drafts/draft";
import type { DiffPart } from "@/domain/prose/word-diff";

/** One of the texts that an article had, as those who write see it in its list. */
export type ListedRevision = {
  number: number;
  at: string;
  title: string;
  origin: "file" | "browser";
  /** What readers were told that it corrects. */
  correction: string | null;
};

/** A field that says something else in a later revision: what stayed, what went and what came, in its order. */
export type FieldChange = { field: DraftField; parts: DiffPart[] };

/** What changed from one revision to another; nothing where both say the same. */
export type Comparison = { from: number; to: number; changes: FieldChange[] };

export const revisionsPath = (slug: string): string => `/write/articles/${slug}/revisions`;
export const revisionPath = (slug: string, number: number): string => `${revisionsPath(slug)}/${number}`;
export const comparePath = (slug: string, from: number, to: number): string =>
  `${revisionsPath(slug)}?from=${from}&to=${to}`;
