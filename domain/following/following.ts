import { listingPath, type Listing } from "@/domain/articles/listing";
import type { Author } from "@/domain/members/member";

/** Words of following and muting: pure, safe in a browser. */
export const FOLLOWING_STATES = ["followed", "muted"] as const;
/** What a member said of a discussion or a branch; null where nothing, or where they ended it. */
export type FollowingState = (typeof FOLLOWING_STATES)[number];

/** What a page of a discussion is told of it. */
export type FollowingHere = {
  discussion: FollowingState | null;
  /** By the id of the comment that begins the branch. */
  branches: Record<string, FollowingState>;
  /** Usernames of those whom the viewer muted, wherever they write. */
  muted: string[];
};

/** A followed or muted discussion, or with `comment` a branch of it. `author` and `excerpt` are empty where that is not there to read. */
export type FollowedSubject = {
  state: FollowingState;
  article: { slug: string; title: string };
  comment: { id: string; author: Author | null; excerpt: string } | null;
};

/** A followed discussion in which others have written since the last visit. `count` goes no further than `NEWS_COUNTED`. */
export type DiscussionNews = {
  article: { slug: string; title: string };
  count: number;
  /** The last visit, ISO 8601 UTC; null where there was none. */
  since: string | null;
  /** The first of what is new, in the order of time. */
  first: NewComment[];
};

export type NewComment = { id: string; author: Author | null; excerpt: string; at: string };

/** An author or a tag somebody follows; `since` is ISO 8601 UTC. */
export type FollowedListing = Listing & { since: string };

/** An article by a followed author or with a followed tag that its reader has not opened. `published` is ISO 8601 UTC. */
export type NewArticle = {
  slug: string;
  title: string;
  standfirst: string;
  author: string;
  published: string;
};

/** Whom somebody muted; `since` is ISO 8601 UTC. */
export type MutedMember = Author & { since: string };

/** Whom one can mute at once: all of them come with every page of a discussion. */
export const MUTED_MOST = 200;
/** Authors and tags that somebody can follow. */
export const LISTINGS_MOST = 200;
/** Articles by them that are shown as new, and for how many days. */
export const NEW_ARTICLES_SHOWN = 10;
export const NEW_ARTICLES_FOR = 30;
/** Branches of one discussion that somebody can follow or mute. */
export const BRANCHES_MOST = 100;
/** Discussions with news on a page of them. */
export const NEWS_A_PAGE = 20;
/** Followed discussions that are looked through for one page; where fewer have news, the next page goes on. */
export const LOOKED_THROUGH = 500;
/** New comments that are counted; more are "99+". */
export const NEWS_COUNTED = 100;
/** New comments that are shown of a discussion. */
export const NEWS_SHOWN = 3;
export const SUBJECTS_A_PAGE = 30;

/** Where one says of a discussion, a branch or a member what one wants to hear. */
export const discussionFollowingPath = (slug: string): string => `/articles/${slug}/following`;
export const branchFollowingPath = (id: string): string => `/comments/${id}/following`;
export const listingFollowingPath = (listing: Listing): string => `${listingPath(listing)}/following`;
export const mutePath = (handle: string): string => `/members/${handle}/mute`;
