import "server-only";

import { notify } from "@/platform/notifications";
import type { Database } from "@/platform/database";

/** Statements that write an event of their own (`INSERT INTO event`) use these words too; test/rules-in-sql.test.ts reads them. */
export const EVENT_KINDS = [
  "article.published",
  "article.unpublished",
  "comment.posted",
  "comment.edited",
  "comment.removed",
  "comment.restored",
  "comment.reacted",
  "comment.bridged",
  "thread.locked",
  "thread.unlocked",
  "poll.moved",
  "poll.changed",
  /** Banned, or signed out everywhere: their streams end, in every process. Told to nobody else. */
  "member.gone",
  /** Signed out in one browser: its streams end. Told to nobody else. */
  "session.ended",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export type Happening = { articleId?: string; subjectId?: string; parentId?: string | null };

/** Writes down what happened, in the transaction that made it happen; live readers hear of it once that is committed. */
export async function record(tx: Database, kind: EventKind, happening: Happening): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO event (kind, article_id, subject_id, parent_id)
    VALUES (${kind}, ${happening.articleId ?? null}::uuid, ${happening.subjectId ?? null}::uuid, ${happening.parentId ?? null}::uuid)`;
  wakeListeners();
}

/** The same of many things at once. */
export async function recordAll(
  tx: Database,
  happenings: readonly (Happening & { kind: EventKind })[],
): Promise<void> {
  if (happenings.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO event (kind, article_id, subject_id, parent_id) SELECT kind, "articleId", "subjectId", "parentId"
    FROM jsonb_to_recordset(${JSON.stringify(happenings)}::jsonb) AS h(kind text, "articleId" uuid, "subjectId" uuid, "parentId" uuid)`;
  wakeListeners();
}

/** For a command that writes its event inside its own statement: live readers are to look soon. */
export const wakeListeners = (): void => notify();
