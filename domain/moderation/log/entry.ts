import type { Action, Decider, Statement } from "@/domain/moderation/decisions/decision";

/** One row of the log as moderators read it. */
export type LogEntry = {
  id: string;
  seq: number;
  at: string;
  action: Action;
  moderator: Decider | null;
  member: { handle: string; name: string } | null;
  comment: string | null;
  revision: number | null;
  article: { slug: string; title: string } | null;
  ground: string | null;
  rulesVersion: number | null;
  statement: Partial<Statement> | null;
  before: string | null;
  after: string | null;
  undoes: string | null;
  bulk: string | null;
};

/** The same for everyone, without names: nothing in it leads to a person. */
export type PublicEntry = Pick<
  LogEntry,
  "seq" | "at" | "action" | "article" | "ground" | "rulesVersion" | "before" | "after"
> & {
  source: string | null;
  automatedDetection: boolean;
  until: string | null;
};

export type LogPage<Entry> = { items: Entry[]; next: string | null };
export const ENTRIES_ON_A_PAGE = 50;
