import "server-only";

import type { CommentState } from "@/domain/comments/comment";
import { notifyMentions } from "@/domain/comments/notify-mentions";
import { type EventKind, recordAll } from "@/domain/events/record";
import type { Member } from "@/domain/members/member";
import type { Statement } from "./decision";
import type { DecisionDeed } from "@/domain/comments/transitions";
import { OUTCOME_TOLD_AFTER } from "@/domain/inbox/notice";
import { type Database, Prisma } from "@/platform/database";

/** A comment as it stands, locked by `lockComments`. */
export type Stands = {
  id: string;
  articleId: string;
  parentId: string | null;
  authorId: string | null;
  state: CommentState;
  listed: boolean;
  revision: number;
  openReports: number;
  /** Its author has withdrawn it, whatever was decided since. */
  takenBack: boolean;
};

/** One comment's change: `after` is the state it gets. `ground` and `statement` where it is restricted. */
export type Change = {
  comment: Stands;
  action: DecisionDeed;
  after: CommentState;
  ground?: { key: string; version: number } | null;
  statement?: Statement | null;
  undoes?: string | null;
  bulk?: string | null;
};

export type Decided = { id: string; commentId: string };

/**
 * Locks comments in the order every writer of the thread takes (deepest first, then articles, then members),
 * so that decisions, posts and bulk decisions never wait in a circle. Unknown ids are left out.
 */
export async function lockComments(tx: Database, ids: string[]): Promise<Stands[]> {
  await tx.$executeRaw`SELECT lock_comments(${ids}::uuid[])`;
  const rows = await tx.comment.findMany({
    where: { id: { in: ids } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      articleId: true,
      parentId: true,
      authorId: true,
      state: true,
      listed: true,
      revision: true,
      openReports: true,
      removals: { where: { by: "author", endedAt: null }, select: { id: true }, take: 1 },
    },
  });
  return rows.map(({ removals, ...row }) => ({ ...row, takenBack: removals.length > 0 }));
}

/**
 * Carries out decisions about comments and writes them down: states, log, tombstones, reports, queues, notices, events.
 * All of it, or none: call it in a transaction, on comments locked in it.
 */
export async function carryOut(tx: Database, changes: Change[], actor: Member): Promise<Decided[]> {
  if (changes.length === 0) return [];
  await moveStates(tx, changes);
  const decided = await writeDecisions(tx, changes, actor);
  const ids = decided.map(({ id }) => id);
  await endRemovals(tx, ids);
  await beginRemovals(tx, ids, actor);
  await closeReports(tx, ids);
  await markApproved(tx, ids);
  await tellAuthors(tx, ids);
  await tellReaders(tx, changes);
  return decided;
}

async function moveStates(tx: Database, changes: Change[]): Promise<void> {
  const rows = changes.map(({ comment, action, after }) => ({ id: comment.id, action, after }));
  await tx.$executeRaw`
    UPDATE comment c SET state = m.after::comment_state, moved_by = m.action, listed = c.listed OR m.after = 'visible'
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS m(id uuid, action text, after text) WHERE c.id = m.id`;
}

async function writeDecisions(tx: Database, changes: Change[], actor: Member): Promise<Decided[]> {
  const rows = changes.map(({ comment, action, after, ground, statement, undoes, bulk }) => ({
    action,
    comment_id: comment.id,
    revision: comment.revision,
    article_id: comment.articleId,
    member_id: comment.authorId,
    ground: ground?.key,
    rules_version: ground?.version,
    statement,
    before: comment.state,
    after,
    undoes,
    bulk,
  }));
  return tx.$queryRaw<Decided[]>`
    INSERT INTO decision (action, moderator_id, comment_id, revision, article_id, member_id, ground, rules_version, statement,
      before, after, undoes, bulk)
    SELECT action, ${actor.id}::uuid, comment_id, revision, article_id, member_id, ground, rules_version, statement,
      before, after, undoes, bulk
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS d(action text, comment_id uuid, revision int, article_id uuid,
      member_id uuid, ground text, rules_version int, statement jsonb, before text, after text, undoes uuid, bulk uuid)
    RETURNING id::text, comment_id::text AS "commentId"`;
}

async function endRemovals(tx: Database, ids: string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE removal r SET ended_at = now() FROM decision d
    WHERE d.id = ANY(${ids}::uuid[]) AND r.comment_id = d.comment_id AND r.ended_at IS NULL AND d.before IS DISTINCT FROM d.after
      AND r.by <> 'author'`;
}

/** What was public once leaves a tombstone that says by whom, why and when; what never was leaves nothing. */
async function beginRemovals(tx: Database, ids: string[], actor: Member): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO removal (comment_id, by, reason, decision_id)
    SELECT d.comment_id, ${actor.role}, d.ground, d.id FROM decision d JOIN comment c ON c.id = d.comment_id
    WHERE d.id = ANY(${ids}::uuid[]) AND d.before IS DISTINCT FROM d.after
      AND (d.after = 'rejected' OR (d.after = 'held' AND c.listed))`;
}

/** Approving answers the open reports with no, rejecting with yes; an undone decision opens them again. The reporters hear of it, in a while. */
async function closeReports(tx: Database, ids: string[]): Promise<void> {
  await tellOfReversal(tx, ids);
  await tx.$queryRaw`
    WITH closed AS (
      UPDATE report r SET state = CASE d.action WHEN 'reject' THEN 'upheld' ELSE 'dismissed' END::report_state, decision_id = d.id
      FROM decision d
      WHERE d.id = ANY(${ids}::uuid[]) AND d.action IN ('approve', 'reject') AND r.comment_id = d.comment_id AND r.state = 'open'
      RETURNING r.reporter_id, r.comment_id, d.article_id, d.id)
    SELECT tell(ARRAY[reporter_id], 'report-outcome', 'report ' || id, article_id, comment_id, id, NULL, ${LATER})
    FROM closed WHERE reporter_id IS NOT NULL`;
  await tx.$executeRaw`
    UPDATE report r SET state = 'open', decision_id = NULL FROM decision d
    WHERE d.id = ANY(${ids}::uuid[]) AND d.action = 'undo' AND r.decision_id = d.undoes
      AND NOT EXISTS (SELECT FROM report o WHERE o.comment_id = r.comment_id AND o.reporter_id = r.reporter_id AND o.state = 'open')`;
}

const LATER = Prisma.sql`now() + make_interval(mins => ${OUTCOME_TOLD_AFTER})`;

/** Who was told what became of their report hears that it is so no more; who was not told yet hears nothing. */
async function tellOfReversal(tx: Database, ids: string[]): Promise<void> {
  await tx.$queryRaw`
    WITH reversed AS (
      SELECT d.id, d.article_id, d.comment_id, r.reporter_id, r.decision_id
      FROM decision d JOIN report r ON r.comment_id = d.comment_id AND r.reporter_id IS NOT NULL
        AND (d.action = 'undo' AND r.decision_id = d.undoes OR d.action = 'restore' AND d.before = 'rejected' AND r.state = 'upheld')
      WHERE d.id = ANY(${ids}::uuid[])),
    unsent AS (
      DELETE FROM notice n USING reversed v
      WHERE n.member_id = v.reporter_id AND n.kind = 'report-outcome' AND n.subject_id = v.decision_id AND n.at > now()
      RETURNING n.member_id, n.subject_id)
    SELECT tell(ARRAY[reporter_id], 'report-outcome', 'report ' || id, article_id, comment_id, id, NULL, ${LATER}) FROM reversed v
    WHERE NOT EXISTS (SELECT FROM unsent u WHERE u.member_id = v.reporter_id AND u.subject_id = v.decision_id)`;
}

/** Triggers put what became visible among the new; a moderator has seen this one. */
async function markApproved(tx: Database, ids: string[]): Promise<void> {
  await tx.$executeRaw`
    WITH seen AS (
      SELECT comment_id, article_id, member_id FROM decision
      WHERE id = ANY(${ids}::uuid[]) AND action IN ('approve', 'restore') AND after = 'visible'),
    gone AS (DELETE FROM queue_item q USING seen s WHERE q.subject_id = s.comment_id AND q.queue = 'new')
    INSERT INTO queue_item (queue, subject_id, article_id, member_id)
    SELECT 'approved', comment_id, article_id, member_id FROM seen
    ON CONFLICT (queue, subject_id) DO UPDATE SET since = now()`;
  // An approval that is taken back is none, and what is brought back was approved only if an earlier approval of this very text stands.
  await tx.$executeRaw`
    UPDATE queue_item q SET queue = CASE WHEN EXISTS (
        SELECT FROM decision a WHERE a.comment_id = d.comment_id AND a.revision = d.revision AND a.id <> d.undoes
          AND a.action IN ('approve', 'restore') AND a.after = 'visible' AND NOT EXISTS (SELECT FROM decision u WHERE u.undoes = a.id))
      THEN 'approved' ELSE 'new' END
    FROM decision d
    WHERE d.id = ANY(${ids}::uuid[]) AND d.action = 'undo' AND d.after = 'visible'
      AND q.subject_id = d.comment_id AND q.queue IN ('new', 'approved')`;
  await tx.$executeRaw`
    UPDATE queue_item q SET claimed_by = NULL, claimed_until = NULL FROM decision d
    WHERE d.id = ANY(${ids}::uuid[]) AND q.subject_id = d.comment_id AND q.claimed_by IS NOT NULL`;
}

/** An author hears of every change of state that another made. */
async function tellAuthors(tx: Database, ids: string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT tell(ARRAY[d.member_id], 'decision', 'decision ' || d.id, d.article_id, d.comment_id, d.id, NULL, now()) FROM decision d
    WHERE d.id = ANY(${ids}::uuid[]) AND d.before IS DISTINCT FROM d.after`;
}

/** A comment that was never public arrives now; one that was comes back. In one statement, however many there are. */
async function tellReaders(tx: Database, changes: Change[]): Promise<void> {
  await recordAll(
    tx,
    changes.flatMap(({ comment, after }) => {
      const kind = eventOf(comment, after);
      return kind === null
        ? []
        : { kind, articleId: comment.articleId, subjectId: comment.id, parentId: comment.parentId };
    }),
  );
  for (const { comment, after } of changes)
    if (eventOf(comment, after) === "comment.posted") await notifyMentions(tx, comment.id);
}

function eventOf({ state, listed }: Stands, after: CommentState): EventKind | null {
  if (state === after) return null;
  if (after === "visible") return listed ? "comment.restored" : "comment.posted";
  return listed ? "comment.removed" : null;
}
