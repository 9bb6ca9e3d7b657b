import type { CommentState } from "@/domain/comments/comment";
import type { Author } from "@/domain/members/member";

/** Hits on a page. */
export const HITS_A_PAGE = 20;
/** Of more hits than these only the newest are ranked, and the page says so. */
export const RANKED = 1_000;
/** Members that a search for everything begins with. */
export const MEMBERS_FIRST = 3;
/** Longer is no search but a text. Characters, as a browser's field counts them. */
export const QUERY_LIMIT = 300;
/** Words and phrases of one search. */
export const TERMS = 30;

export const SEARCH_KINDS = ["all", "articles", "comments", "members"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

export const SEARCH_SORTS = ["best", "newest"] as const;
export type SearchSort = (typeof SEARCH_SORTS)[number];

/** A part of a text as it was written; `found` where it is what was searched for. */
export type Piece = { text: string; found: boolean };

/** `at` is ISO 8601 UTC; `by` is a member for a comment, and the words of a byline for an article. `title` is the article's. */
export type SearchHit = {
  kind: "article" | "comment";
  id: string;
  path: string;
  title: Piece[];
  excerpt: Piece[];
  by: { name: string; handle: string | null } | null;
  at: string;
  /** Pending: found by its author alone. */
  pending: boolean;
};

/**
 * `sort` is the order they are in: only words can be ranked. `hasMore` where only the newest of the hits were ranked. `nearly` where
 * nothing was found, and these members are called something like it; `meant` is a search that would find something then, spelled as articles
 * spell it.
 */
export type SearchResults = {
  sort: SearchSort;
  members: Author[];
  nearly: boolean;
  meant: string | null;
  items: SearchHit[];
  hasMore: boolean;
  next: string | null;
};

/** A comment as moderators find it, whatever its state. */
export type DeskHit = Omit<SearchHit, "kind" | "pending"> & { state: CommentState };

export type DeskResults = { items: DeskHit[]; next: string | null };

/** The address of a search at the desk. */
export function deskSearchPath({ q, after }: { q: string; after?: string | undefined }): string {
  const query = new URLSearchParams({ ...(q && { q }), ...(after !== undefined && { after }) });
  return `/moderation/search${query.size > 0 ? `?${query.toString()}` : ""}`;
}

export type SearchQuery = { q: string; kind: SearchKind; sort: SearchSort; after?: string };

/** The address of a search; what is usual is left out. */
export function searchPath({ q, kind, sort, after }: Partial<SearchQuery>): string {
  const query = new URLSearchParams({
    ...(q && { q }),
    ...(kind && kind !== "all" && { kind }),
    ...(sort && sort !== "best" && { sort }),
    ...(after !== undefined && { after }),
  });
  return `/search${query.size > 0 ? `?${query.toString()}` : ""}`;
}
