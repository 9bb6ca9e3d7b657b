import type { ArticleAuthor } from "./author";
import type { LeadPicture } from "@/domain/pictures/picture";
import type { ListedPoll } from "@/domain/polls/poll";
import type { PassageCount } from "@/domain/passages/passage";
import type { SafeHtml } from "@/domain/prose/safe-html";

/** What an article sends its reader to at its end. */
export type CallToAction = { label: string; href: string; kind: "link" | "download"; text: string };

/** What an editor told readers about a change; `at` in ISO 8601, UTC. */
export type Correction = { at: string; words: string };

/** `locked` is a moderator's word for a thread that had to end; `closed` is an editor's. */
export type CommentsState = "open" | "closed" | "locked";

/** An article as a list shows it. */
export type ArticleCard = {
  id: string;
  slug: string;
  title: string;
  standfirst: string;
  /** Everyone it names as its author, in words: "Eve and Bo". */
  author: string;
  authors: ArticleAuthor[];
  tags: string[];
  /** What stands on top. */
  picture: LeadPicture | null;
  words: number;
  revision: number;
  publishedAt: Date;
  /** When the revision that readers see was made. */
  revisedAt: Date;
  /** Comments that can be read now. */
  comments: number;
};

/** An article on the front page: with what its poll asks, and whether one can still vote. */
export type ListedArticle = ArticleCard & { poll: ListedPoll | null };

/** What the front page shows besides the list: polls one has to hurry for, and where most is said. Computed, never chosen by hand. */
export type Front = { closingSoon: ListedArticle[]; mostArgued: ListedArticle[]; mindsChanged: Moved[] };

/** A debate in which at least so many changed sides, as its page says to everybody. */
export type Moved = ListedArticle & { moved: number };

/** An article as its page shows it. */
export type Article = ArticleCard & {
  html: SafeHtml;
  callToAction: CallToAction | null;
  /** What was corrected since it was published, the first first. */
  corrections: Correction[];
  /** Of its blocks those that are argued about, in the order of this revision's text. */
  passages: PassageCount[];
  commentsState: CommentsState;
  /** When the discussion closes by itself. */
  closesAt: Date | null;
};

/** Nobody can write under it any more. */
export const discussionIsOver = (
  { commentsState, closesAt }: Pick<Article, "commentsState" | "closesAt">,
  now = new Date(),
): boolean => commentsState !== "open" || (closesAt !== null && closesAt <= now);

/**
 * Words an adult reads silently in a minute, English non-fiction: the mean of 190 studies (M. Brysbaert, "How many
 * words do we read per minute? A review and meta-analysis of reading rate", Journal of Memory and Language 109,
 * 2019, 104047).
 */
export const WORDS_A_MINUTE = 238;

/** Whole minutes, one at least. */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / WORDS_A_MINUTE));

/** Where on this site an article stands. */
/** When it last changed: never before it was published. A day begins earlier in the east than in UTC, so an article of today may be put out before its date. */
export const lastChange = ({ publishedAt, revisedAt }: Pick<Article, "publishedAt" | "revisedAt">): Date =>
  revisedAt > publishedAt ? revisedAt : publishedAt;

export const articlePath = (slug: string): string => `/articles/${slug}`;

/** An article by a member, and the name it has them under. */
export type ArticleOfMember = { slug: string; title: string; byline: string; publishedAt: Date };
