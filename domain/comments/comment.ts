import type { Author } from "@/domain/members/member";
import type { SafeHtml } from "@/domain/prose/safe-html";

/** Words of the thread: pure, safe in a browser. */
export const SORTS = ["best", "bridging", "newest", "oldest", "replies"] as const;
export type Sort = (typeof SORTS)[number];
export const DEFAULT_SORT: Sort = "best";

export const REACTION_KINDS = ["respect", "unconvinced"] as const;
export type ReactionKind = (typeof REACTION_KINDS)[number];

export type CommentState = "visible" | "held" | "rejected" | "withdrawn";

/** Why a comment is absent, as its tombstone says it. `reason` is a house rule's key. */
export type Absence = { by: "author" | "moderator" | "admin"; reason: string | null; at: string };

export type CommentView = {
  id: string;
  articleSlug: string;
  parentId: string | null;
  depth: number;
  /** Null for an erased member, and for a tombstone. */
  author: Author | null;
  /** Empty for a tombstone. */
  html: SafeHtml;
  /** The Markdown, only for those who may edit or moderate it. */
  source?: string;
  state: CommentState;
  absence: Absence | null;
  stance: { option: string; label: string; outdated: boolean } | null;
  postedAt: string;
  editedAt: string | null;
  revision: number;
  replyCount: number;
  /** Null while hidden: within the first hour, until the reader has reacted. */
  reactions: { respect: number; unconvinced: number } | null;
  valuedByBothSides: boolean;
  changedMinds: number;
  locked: boolean;
  pinned: boolean;
  /** Whom it answers, with the first words: for replies past the indent cap and for permalinks. */
  answers: { id: string; name: string | null; excerpt: string } | null;
  replies: { items: CommentView[]; next: string | null };
};

/** A page of one level of the tree. `next` is an opaque cursor, null at the end. */
export type CommentPage = { items: CommentView[]; next: string | null };

/** What a viewer may do with a comment, and has done; comes in the overlay, never in a public page. */
export type MyComment = {
  reaction: ReactionKind | null;
  can: { edit: boolean; withdraw: boolean; react: boolean; report: boolean; reply: boolean; moderate: boolean };
};

/** The limit of one comment, in characters (code points) after normalising. */
export const COMMENT_LIMIT = 10_000;
/** Deeper than this a thread reads as a quarrel of two; replies go on un-indented and name whom they answer. */
export const INDENT_LEVELS = 5;
/** The first view: so many roots, … */
export const FIRST_ROOTS = 20;
/** … so many comments in all, whatever the thread holds. */
export const FIRST_COMMENTS = 60;
/** An author may edit this long after posting. */
export const EDIT_MINUTES = 30;
/** Scores stay hidden this long: one early fake vote raised final ratings by a quarter (Muchnik, Aral, Taylor, Science 2013). */
export const SCORE_HIDDEN_MINUTES = 60;
