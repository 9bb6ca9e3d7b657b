import type { Article } from "@/domain/articles/article";
import type { SafeHtml } from "@/domain/prose/safe-html";

/** The answers that a poll can have at most. */
export const OPTION_ROWS = [1, 2, 3, 4, 5, 6] as const;
type Row = (typeof OPTION_ROWS)[number];

const WORDS = ["title", "slug", "standfirst", "author", "tags"] as const;
const PICTURE = ["picture", "pictureAlt", "pictureCaption", "pictureCredit"] as const;
const TEXT = ["body"] as const;
const CALL = ["callKind", "callLabel", "callHref", "callText"] as const;
const POLL = ["question", "results", "opens", "closes", "detached", "guessing", "confirmedBefore"] as const;
const OPTION = ["key", "label", "sentence", "side"] as const;

export type DraftField =
  | (typeof WORDS)[number]
  | (typeof PICTURE)[number]
  | (typeof TEXT)[number]
  | (typeof CALL)[number]
  | (typeof POLL)[number]
  | `${(typeof OPTION)[number]}${Row}`;

/** The fields of the form, in its order. */
export const DRAFT_FIELDS: readonly DraftField[] = [
  ...WORDS,
  ...PICTURE,
  ...TEXT,
  ...CALL,
  ...POLL,
  ...OPTION_ROWS.flatMap((row) => OPTION.map((part) => `${part}${row}` as const)),
];

/** What stands in the form, as it was typed; a box is "yes", and what is empty is left out. */
export type DraftFields = Partial<Record<DraftField, string>>;

/** What is wrong with a draft: in which field, at which line of it where it is the text, and a sentence. */
export type DraftProblem = { field: DraftField; line: number | null; reason: string };

type Name = { handle: string; name: string };

/** An article that is being written. `version` is what whoever saves must have seen. */
export type Draft = {
  id: string;
  version: number;
  fields: DraftFields;
  problems: DraftProblem[];
  /** Of the text, and how long one reads it. */
  words: number;
  minutes: number;
  owner: Name;
  savedBy: Name;
  savedAt: string;
  /** When it is published by itself. */
  publishAt: string | null;
  /** Why it was not published at its time. */
  problem: string | null;
  /** The article it revises, with the revision that readers see now; null for a new one. */
  article: { slug: string; revision: number; changedSince: boolean } | null;
  /** Where people without an account read it, as a path; null where they cannot. */
  preview: { path: string; until: string } | null;
};

/** What a draft says so far, as its article will have it; `html` is null where the text is too long to be one. Moments are ISO 8601 UTC. */
export type DraftReading = Pick<
  Article,
  "title" | "standfirst" | "authors" | "picture" | "callToAction" | "words"
> & {
  version: number;
  html: SafeHtml | null;
  publishedAt: string;
};

/** A draft as a list shows it. */
export type ListedDraft = Pick<
  Draft,
  "id" | "version" | "owner" | "savedBy" | "savedAt" | "publishAt" | "problem"
> & {
  title: string;
  article: string | null;
};

/** An article as those who write see it in their list. */
export type WrittenArticle = {
  slug: string;
  title: string;
  author: string;
  revision: number;
  publishedAt: string;
  unpublishedAt: string | null;
  /** Taken away for good. */
  deletedAt: string | null;
  corrected: boolean;
  /** An editor put it on top of the front page. */
  isLead: boolean;
  draft: string | null;
};

/** Which of what is written a list shows: all of it, or what the viewer wrote or is named as an author of. */
export const WHOSE = ["all", "mine"] as const;
export type Whose = (typeof WHOSE)[number];

export const writingPath = (whose: Whose, after: string | null = null): string => {
  const asked = new URLSearchParams({ ...(whose === "mine" && { whose }), ...(after !== null && { after }) });
  return asked.size === 0 ? "/write" : `/write?${asked.toString()}`;
};
export const draftPath = (id: string): string => `/write/${id}`;
export const previewPath = (id: string): string => `/write/${id}/preview`;
export const writtenPath = (slug: string): string => `/write/articles/${slug}`;
