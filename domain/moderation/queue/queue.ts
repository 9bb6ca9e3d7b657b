import type { CommentState } from "@/domain/comments/comment";
import type { Author } from "@/domain/members/member";
import type { LastDecision } from "@/domain/moderation/decisions/decision";
import type { SanctionView } from "@/domain/moderation/sanctions/sanction";
import type { PassageView } from "@/domain/passages/passage";
import type { SafeHtml } from "@/domain/prose/safe-html";

/** The desk's queues, in the order a moderator looks at them. */
export const QUEUES = ["reported", "held", "new", "appeals", "approved", "rejected"] as const;
export type Queue = (typeof QUEUES)[number];
export const queueNamed = (name: string | null): Queue | null => QUEUES.find((one) => one === name) ?? null;
/** Those of comments, which can be decided about together. */
export const COMMENT_QUEUES = [
  "reported",
  "held",
  "new",
  "approved",
  "rejected",
] as const satisfies readonly Queue[];

/** Who moderates some articles only has their queues counted when they look, and no further than a screen says anything. */
export const COUNTED_AT_MOST = 1_000;

/** What asks for a moderator; unseen comments may wait, decided ones are done. */
export const WAITING: readonly Queue[] = ["reported", "held", "appeals"];

/** What one waits for, or was decided: everything a moderator needs to decide, and nothing of votes or reactions. */
export type DeskItem = {
  id: string;
  queue: Queue;
  since: string;
  claim: Claim | null;
  /** Null for an appeal against a sanction. */
  comment: DeskComment | null;
  author: MemberCard | null;
  reports: DeskReport[];
  findings: { rule: string; title: string; reason: string; effect: string; revision: number }[];
  last: LastDecision | null;
  appeal: DeskAppeal | null;
  /** What this moderator may do here. */
  can: { decide: boolean; sanction: boolean; answer: boolean; meet: boolean };
};

export type Claim = { by: string; mine: boolean; until: string };

export type DeskComment = {
  id: string;
  articleSlug: string;
  articleTitle: string;
  html: SafeHtml;
  source: string;
  state: CommentState;
  revision: number;
  postedAt: string;
  editedAt: string | null;
  locked: boolean;
  depth: number;
  replyCount: number;
  parent: { id: string; name: string | null; html: SafeHtml; state: CommentState } | null;
  /** The words of the article it is about. */
  passage: PassageView | null;
  /** Earlier texts, newest first. */
  history: { revision: number; source: string; at: string }[];
};

/** So many rejected or waiting comments of one member are counted; more say nothing more about them. */
export const ENOUGH = 100;

export type MemberCard = Author & {
  id: string;
  joinedAt: string;
  /** Comments that stand; that were rejected and that wait, `ENOUGH` at most. */
  approved: number;
  rejected: number;
  held: number;
  sanctions: SanctionView[];
  notes: { by: string | null; words: string; at: string }[];
};

export type DeskReport = {
  id: string;
  reason: string;
  detail: string;
  at: string;
  revision: number;
  by: string | null;
  notice: { law: string; name: string; email: string } | null;
};

export type DeskAppeal = {
  id: string;
  words: string;
  at: string;
  decision: LastDecision & { explanation: string };
};

export type DeskPage = { items: DeskItem[]; next: string | null };

/** What a desk that is looking at these asks again and again: where they stand now. */
export type StandingDecision = {
  id: string;
  state: CommentState;
  revision: number;
  last: LastDecision | null;
  claim: Claim | null;
};

/** A claim lasts this long after the last sign of life; nobody is kept waiting for somebody who went to lunch. */
export const CLAIM_SECONDS = 120;
export const ITEMS_ON_A_PAGE = 25;

/** A discussion as the desk lists it: its own rules, and how many moderate it beside the site's moderators. */
export type DeskArticle = {
  slug: string;
  title: string;
  comments: "open" | "closed" | "locked";
  moderation: "post" | "pre";
  slowSeconds: number;
  moderators: number;
};
