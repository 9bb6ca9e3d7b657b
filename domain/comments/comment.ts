import type { FollowingHere } from "@/domain/following/following";
import type { Author } from "@/domain/members/member";
import type { PassageView } from "@/domain/passages/passage";
import type { SafeHtml } from "@/domain/prose/safe-html";
import type { DiffPart } from "@/domain/prose/word-diff";

/** Words of the thread: pure, safe in a browser. */
export const SORTS = ["best", "bridging", "newest", "oldest", "replies"] as const;
export type Sort = (typeof SORTS)[number];
export const DEFAULT_SORT: Sort = "best";

/**
 * What one can react with. A new kind is also, outside TypeScript (which does not compile until it is counted everywhere):
 * - a value of the enum and a column of `comment` (`prisma/schema/comments.prisma`, with a migration);
 * - counted in `prisma/functions/reactions.sql`, and perhaps ranked by in `ranking.sql`;
 * - a judgement of its side in `prisma/functions/publishing.sql` and of anybody in `polls/second-opinion/commands.ts`, if it is one;
 * - counted anew by `moot check` (`invariants.ts`) and `moot import` (`scripts/export/recount.ts`);
 * - a count that appears with the hour (`unchangedFor` in `events/page-changes.ts`), and explained in `content/methods.md`.
 * It is offered in `components/comments/more-actions.tsx` and `live/action-menu.tsx`, pressed in `live/actions.ts`, shown as one's own in `live/viewer-state.ts`,
 * and said in `messages/en/comments.ts`.
 */
export const REACTION_KINDS = ["respect", "unconvinced"] as const;
export type ReactionKind = (typeof REACTION_KINDS)[number];

export const COMMENT_STATES = ["visible", "held", "rejected", "withdrawn"] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

/** Why a comment is absent, as its tombstone says it. `reason` is a house rule's key. */
export type Absence = { by: "author" | "moderator" | "admin"; reason: string | null; at: string };

/** The option its author chose to show, as it was then; `outdated` when their vote has changed since, in a poll of more than two answers. */
export type Stance = { option: string; label: string; outdated: boolean };

export type ReactionCounts = Record<ReactionKind, number>;

/**
 * A comment as a page draws it. Without a viewer it is the same for everyone and may be kept by a cache; with one it
 * also carries `mine`. Times are ISO 8601, UTC.
 */
export type CommentView = {
  id: string;
  articleSlug: string;
  parentId: string | null;
  /** 0 for a root. */
  depth: number;
  /** Null for a member who is erased or about to be, and for a tombstone. */
  author: Author | null;
  /** Empty for a tombstone. */
  html: SafeHtml;
  /** The Markdown, only for those who may edit or moderate it. */
  source?: string;
  state: CommentState;
  /** Null while it stands, and while it waits for a moderator. */
  absence: Absence | null;
  /** Null when not shown by its author, and while this viewer may not see stances. */
  stance: Stance | null;
  postedAt: string;
  editedAt: string | null;
  revision: number;
  /** Direct replies that are listed; `replies.items` holds the first few of them. */
  replyCount: number;
  /** Listed comments in the whole thread below; 0 for all but roots. */
  threadCount: number;
  /** Null while hidden: within the first hour, until the reader has reacted. */
  reactions: ReactionCounts | null;
  valuedByBothSides: boolean;
  changedMinds: number;
  locked: boolean;
  pinned: boolean;
  /** Whom it answers, with the first words of that; null for a root. `name` is null when that comment is absent. */
  answers: { id: string; handle: string | null; name: string | null; excerpt: string } | null;
  /** The words of the article it is about; null where it is about all of it, and for a tombstone. */
  passage: PassageView | null;
  replies: { items: CommentView[]; next: string | null };
  /** Only where somebody asked: what is theirs here. */
  mine?: MyComment;
};

/**
 * A page of one level of the tree. `next` is an opaque cursor, null at the end. `asOf` is where the stream of events stood:
 * `GET …/live?since=` tells everything since.
 */
export type CommentPage = { items: CommentView[]; next: string | null; asOf: string };

/** What a viewer may do with a comment, and has done; comes in the overlay, never in a public page. */
export type MyComment = {
  reaction: ReactionKind | null;
  /** The counts, when the viewer may see them before the hour is over; null otherwise. */
  reactions: ReactionCounts | null;
  stance: Stance | null;
  /** Posted by somebody else since this viewer's last visit. */
  unread: boolean;
  can: {
    edit: boolean;
    withdraw: boolean;
    restore: boolean;
    hideStance: boolean;
    react: boolean;
    report: boolean;
    reply: boolean;
    moderate: boolean;
    /** Take a decision about it: not about one's own, and only an admin about an admin's. */
    decide: boolean;
    /** Put it first for the side it shows, if that is one. */
    pin: boolean;
  };
  /** When the clock alone ends what its author may do with it: an edit's half hour, or that of a withdrawal; null where none runs. */
  until: string | null;
  /** How it stands, for those who moderate here; null for everybody else. */
  standing: { state: CommentState; locked: boolean } | null;
};

/** One comment in its context: the root, the nearest ancestors, itself with its first replies. */
export type CommentContext = {
  comment: CommentView;
  /** From the root down to the parent; where some are left out, `skipped` of them lie after the first. */
  ancestors: CommentView[];
  skipped: number;
};

/** A comment on its author's page, with the article it belongs to. */
export type MembersComment = CommentView & { articleTitle: string };

/** What a person adds to a public page of a discussion. */
export type ViewerState = {
  /** May write at the top level now; else `closed` says why not. */
  can: { comment: boolean; moderate: boolean };
  closed: string | null;
  /** When the clock alone lets them write again: the end of a suspension. */
  until: string | null;
  /** By comment id: those asked for, as far as they are here. */
  comments: Record<string, MyComment>;
  /** Comments that wait for a moderator: the viewer's own, or all of them for a moderator. */
  waiting: CommentView[];
  /** The viewer's own that everybody reads and nobody's respect has placed yet, for they are of the last hour; oldest first. */
  recent: CommentView[];
  /** The last visit, and what was posted by others since; `ids` in the order of time, `more` when there are more. */
  unread: { since: string | null; ids: string[]; more: boolean };
  /** What the viewer follows here, and whom they muted anywhere. */
  following: FollowingHere;
  /** The database's clock when this was read, to be said back when the visit is noted. */
  now: string;
};

/** One step of a comment's visible history; `diff` against the step before, null for the first. */
export type HistoryStep = {
  number: number;
  at: string;
  html: SafeHtml;
  diff: DiffPart[] | null;
};

/** Long enough for a real argument (about 1,600 words), short enough to be read. Unicode code points, after normalising. */
export const COMMENT_LIMIT = 10_000;
/** Deeper than this a thread reads as a quarrel of two; replies go on un-indented and name whom they answer. */
export const INDENT_LEVELS = 5;
/** The first view: so many roots, … */
export const FIRST_ROOTS = 20;
/** … so many comments in all, whatever the thread holds. */
export const FIRST_COMMENTS = 60;
/** An author may edit this long after posting, and take a withdrawal back this long after it. */
export const EDIT_MINUTES = 30;
