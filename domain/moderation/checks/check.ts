import type { Member } from "@/domain/members/member";
import type { Raid } from "@/domain/moderation/raid/raid";
import type { Settings } from "@/domain/moderation/settings/settings";
import type { WordFinder } from "./words/word-finder";

/**
 * What a check may say. `refuse` is for what is certain, and is told to the author in `reason`; `hold` waits for a person;
 * `mark` only tells moderators. No check ever decides, and an author always hears that a comment waits.
 */
export type Verdict = {
  effect: "refuse" | "hold" | "mark";
  reason: string;
  /** Seconds, when time alone mends it. */ wait?: number;
};

/** One thing to look at: a stable `key` (kept with what it found), a `title` to call it by, and `why` it is here. */
export type Check = {
  key: string;
  title: string;
  why: string;
  look: (writing: CheckContext) => Verdict | null;
};

/** An earlier comment, as much of it as a check needs: the first and the last `SEEN_CHARACTERS` of its text. Code points. */
export type Earlier = {
  id: string;
  articleId: string;
  authorId: string | null;
  text: string;
  end: string;
  length: number;
  state: "visible" | "held" | "rejected" | "withdrawn";
  at: Date;
};

/** A text on its way in, and everything the checks may know around it. Gathered once, in one query. */
export type CheckContext = {
  text: string;
  article: { id: string; premoderated: boolean; slowSeconds: number };
  author: Pick<Member, "id" | "handle" | "name" | "role" | "joinedAt" | "approvedCount">;
  /** Null for a new comment, the comment's id for an edit. */
  editing: string | null;
  /** Whether it is asked how soon this follows the author's last comment: not of words that are no comment. */
  paced: boolean;
  /** A moderator asked to see this member's comments first. */
  authorIsWatched: boolean;
  /** The author's last comments, newest first, at most `OWN_SEEN`. */
  own: Earlier[];
  /** The site's last comments by new accounts (`NEW_HOURS`), newest first, at most `NEWCOMERS_SEEN`. */
  newcomers: Earlier[];
  /** Comments of this article in the last hour, counted up to `HOT_COUNTED`. */
  articleLastHour: number;
  /** Names and handles of editors, moderators and admins. */
  staff: string[];
  words: WordFinder;
  settings: Settings;
  /** While the site is in raid mode. */
  raid: Raid | null;
  now: Date;
};

export const SEEN_CHARACTERS = 500;
export const OWN_SEEN = 20;
/** Of so many of the site's latest comments those by new accounts are looked at. */
export const LATEST_SEEN = 200;
export const NEWCOMERS_SEEN = 50;
export const HOT_COUNTED = 300;
/** An account younger than this is new. Hours. */
export const NEW_HOURS = 24;

const MINUTE = 60_000;
export const minutesAgo = (now: Date, minutes: number): number => now.getTime() - minutes * MINUTE;
export const hoursAgo = (now: Date, hours: number): number => minutesAgo(now, hours * 60);

export type Submission = {
  article: { id: string; moderation: "post" | "pre"; slowSeconds: number };
  author: Member;
  parent: { id: string } | null;
  /** The Markdown source, normalised and within the length limit. */
  text: string;
  /** For an edit, the comment's id: its own earlier text is not held against it. */
  editing?: string;
  /** False for words that are no comment: they may follow one at once. */
  paced?: boolean;
};

/** What one check said: `rule` is the check's key. Becomes a `finding` row. */
export type Finding = { rule: string; effect: "hold" | "mark"; reason: string };
