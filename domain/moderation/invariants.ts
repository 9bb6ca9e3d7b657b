import "server-only";

import type { Invariant, Difference } from "@/platform/invariant";
import { database, Prisma } from "@/platform/database";
import * as t from "#messages/desk";

const invariant = (name: string, query: Prisma.Sql): Invariant => ({
  name,
  run: () =>
    database().$queryRaw<
      Difference[]
    >`SELECT "where", stored::text, counted::text FROM (${query}) x LIMIT 1000`,
});

export const invariants: Invariant[] = [
  invariant(
    t.theLogOfDecisions,
    Prisma.sql`
      SELECT 'decision ' || seq AS "where", hash AS stored, CASE WHEN seq = before + 1 THEN decision_hash(d, previous) ELSE 'after ' || before END AS counted
      FROM (SELECT d, d.seq, d.hash, lag(d.hash, 1, '') OVER w AS previous, lag(d.seq, 1, 0::bigint) OVER w AS before
        FROM decision d WINDOW w AS (ORDER BY d.seq)) c
      WHERE hash <> decision_hash(d, previous) OR seq <> before + 1`,
  ),
  invariant(
    t.aQueuesCountIsTheNumber,
    Prisma.sql`
      SELECT 'queue ' || queue AS "where", coalesce(c.items, 0) AS stored, coalesce(i.items, 0) AS counted
      FROM (SELECT queue, sum(items) AS items FROM queue_count GROUP BY 1) c
      FULL JOIN (SELECT queue, count(*) AS items FROM queue_item GROUP BY 1) i USING (queue)
      WHERE coalesce(c.items, 0) <> coalesce(i.items, 0)`,
  ),
  invariant(
    t.whatIsHeldOrRejected,
    Prisma.sql`
      SELECT 'comment ' || c.id AS "where", coalesce(q.queue, 'in neither') AS stored, c.state::text AS counted
      FROM comment c LEFT JOIN queue_item q ON q.subject_id = c.id AND q.queue IN ('held', 'rejected')
      WHERE (c.state IN ('held', 'rejected') OR q.queue IS NOT NULL) AND q.queue IS DISTINCT FROM c.state::text`,
  ),
  invariant(
    t.whatIsNewOrApprovedCan,
    Prisma.sql`
      SELECT 'comment ' || c.id AS "where", q.queue AS stored, c.state::text AS counted
      FROM queue_item q JOIN comment c ON c.id = q.subject_id WHERE q.queue IN ('new', 'approved') AND c.state <> 'visible'`,
  ),
  invariant(
    t.aCommentsOpenReportsAreCounted,
    Prisma.sql`
      SELECT 'comment ' || c.id AS "where", c.open_reports || CASE WHEN q.queue IS NULL THEN ', not in the queue' ELSE ', in the queue' END AS stored,
        coalesce(r.n, 0)::text AS counted
      FROM comment c LEFT JOIN (SELECT comment_id, count(*) AS n FROM report WHERE state = 'open' GROUP BY 1) r ON r.comment_id = c.id
        LEFT JOIN queue_item q ON q.queue = 'reported' AND q.subject_id = c.id
      WHERE c.open_reports <> coalesce(r.n, 0) OR (c.open_reports > 0) <> (q.queue IS NOT NULL)`,
  ),
  invariant(
    t.anAppealWaitsInTheQueue,
    Prisma.sql`
      SELECT 'appeal ' || a.id AS "where", coalesce(q.queue, 'not in the queue') AS stored, coalesce(a.outcome, 'open') AS counted
      FROM appeal a LEFT JOIN queue_item q ON q.queue = 'appeals' AND q.subject_id = a.id
      WHERE (a.outcome IS NULL) <> (q.queue IS NOT NULL)`,
  ),
  invariant(
    t.aCommentThatCanBeRead,
    Prisma.sql`
      SELECT 'comment ' || c.id AS "where", r.by AS stored, c.state::text AS counted
      FROM removal r JOIN comment c ON c.id = r.comment_id WHERE r.ended_at IS NULL AND r.by <> 'author' AND c.state = 'visible'`,
  ),
  invariant(
    t.whatWasDecidedStands,
    Prisma.sql`
      SELECT 'comment ' || c.id AS "where", concat_ws(', ', c.state, c.moved_by, 'version ' || c.revision) AS stored,
        concat_ws(', ', d.after, d.action, 'version ' || d.revision) AS counted
      FROM comment c JOIN LATERAL (SELECT d.action, d.after, d.revision FROM decision d
        WHERE d.comment_id = c.id AND d.action IN ('approve', 'reject', 'hold', 'restore', 'undo') ORDER BY d.seq DESC LIMIT 1) d ON true
      WHERE (c.moved_by IN ('approve', 'reject', 'hold', 'restore', 'undo')
          AND (c.moved_by, c.state::text, c.revision) IS DISTINCT FROM (d.action, d.after, d.revision))
        OR (c.state = 'visible' AND d.after IN ('held', 'rejected'))`,
  ),
  invariant(
    t.everyRestrictionInTheLog,
    Prisma.sql`
      SELECT 'decision ' || seq AS "where", coalesce(ground, 'no ground') AS stored, action AS counted FROM decision
      WHERE (action IN ('reject', 'hold', 'lock', 'slow', 'warn', 'watch', 'suspend', 'ban') OR after = 'rejected')
        AND (coalesce(ground, '') = '' OR coalesce(statement ->> 'redress', '') = '')`,
  ),
];
