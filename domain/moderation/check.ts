import "server-only";

import { database } from "@/platform/database";

/**
 * What must always hold of the desk, recounted from the rows: one sentence for each thing that does not.
 * The chain of the log: every row's hash covers the row and the hash before it, so a changed, missing or added one shows.
 */
export async function checkModeration(): Promise<string[]> {
  const rows = await database().$queryRaw<{ problem: string }[]>`
    SELECT 'decision ' || seq || ' does not fit the chain of the log' AS problem FROM (
      SELECT d, d.seq, d.hash, lag(d.hash, 1, '') OVER w AS previous, lag(d.seq, 1, 0::bigint) OVER w AS before
      FROM decision d WINDOW w AS (ORDER BY d.seq)) c
    WHERE c.hash <> decision_hash(c.d, c.previous) OR c.seq <> c.before + 1
    UNION ALL
    SELECT 'queue ' || q || ' says ' || says || ' and holds ' || holds FROM (
      SELECT coalesce(c.queue, i.queue) AS q, coalesce(c.items, 0) AS says, coalesce(i.items, 0) AS holds
      FROM (SELECT queue, sum(items) AS items FROM queue_count GROUP BY 1) c
      FULL JOIN (SELECT queue, count(*) AS items FROM queue_item GROUP BY 1) i USING (queue)) x
    WHERE says <> holds
    UNION ALL
    SELECT 'comment ' || c.id || ' is ' || c.state || ' and not in that queue' FROM comment c
    WHERE c.state IN ('held', 'rejected') AND NOT EXISTS (SELECT FROM queue_item q WHERE q.queue = c.state::text AND q.subject_id = c.id)
    UNION ALL
    SELECT 'comment ' || c.id || ' is ' || c.state || ' and in the queue ' || q.queue
    FROM queue_item q JOIN comment c ON c.id = q.subject_id
    WHERE (q.queue IN ('held', 'rejected') AND q.queue <> c.state::text) OR (q.queue IN ('new', 'approved') AND c.state <> 'visible')
      OR (q.queue = 'reported' AND c.open_reports = 0)
    UNION ALL
    SELECT 'comment ' || c.id || ' says ' || c.open_reports || ' open reports and has ' || coalesce(r.n, 0)
    FROM comment c LEFT JOIN (SELECT comment_id, count(*) AS n FROM report WHERE state = 'open' GROUP BY 1) r ON r.comment_id = c.id
    WHERE c.open_reports <> coalesce(r.n, 0)
    UNION ALL
    SELECT 'comment ' || c.id || ' has open reports and is not in the queue' FROM comment c
    WHERE c.open_reports > 0 AND NOT EXISTS (SELECT FROM queue_item q WHERE q.queue = 'reported' AND q.subject_id = c.id)
    UNION ALL
    SELECT 'comment ' || r.comment_id || ' is visible and has a tombstone' FROM removal r JOIN comment c ON c.id = r.comment_id
    WHERE r.ended_at IS NULL AND r.by <> 'author' AND c.state = 'visible'
    UNION ALL
    SELECT 'appeal ' || a.id || ' is open and not in the queue' FROM appeal a
    WHERE a.outcome IS NULL AND NOT EXISTS (SELECT FROM queue_item q WHERE q.queue = 'appeals' AND q.subject_id = a.id)
    LIMIT 100`;
  return rows.map(({ problem }) => problem);
}
