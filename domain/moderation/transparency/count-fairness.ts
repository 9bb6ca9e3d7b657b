import "server-only";

import { database, literalNumber, Prisma, transaction } from "@/platform/database";
import type { Job } from "@/platform/jobs";

/** A year says more than anybody remembers. */
const MONTHS = 12;
/** Articles that are counted at once. One of a quarter of a million comments takes a second. */
const SLICE = 20;
/** So long one round goes on at most; the next goes on where it ended. Milliseconds. */
const WITHIN = 20_000;

/** Counted up to the last Monday (UTC): whoever knows which comment came today must not see it arrive. */
const CUT = Prisma.sql`(date_trunc('week', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC')`;

/**
 * Counts once a week how comments fared by the stance their authors showed themselves: held (by a check or a moderator), rejected, and appeals that
 * were right. Secret votes are not looked at; who shows none is not counted, nor who wrote what never was public.
 */
export const countFairness: Job = {
  name: "count fairness",
  everySeconds: 60,
  long: true,
  run: async () => {
    const until = performance.now() + WITHIN;
    while (performance.now() < until) if (!(await countSome())) return;
  },
};

/** One slice. @returns whether there may be more, for whoever has the turn */
export function countSome(): Promise<boolean> {
  return transaction(async (tx) => {
    const [turn] = await tx.$queryRaw<{ ours: boolean; due: boolean; after: string | null }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended('count fairness', 0)) AS ours,
        c.counted_to IS DISTINCT FROM ${CUT} OR c.after IS NOT NULL AS due,
        CASE WHEN c.counted_to = ${CUT} THEN c.after END AS after
      FROM (SELECT 1) one LEFT JOIN fairness_counting c ON true`;
    if (!turn?.ours || !turn.due) return false;
    const articles = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM article WHERE id > ${turn.after ?? FIRST_ID}::uuid ORDER BY id LIMIT ${literalNumber(SLICE)}`;
    await count(articles.map(({ id }) => id));
    const last = articles.length < SLICE ? null : (articles.at(-1)?.id ?? null);
    if (last === null) await forget();
    await tx.$executeRaw`
      INSERT INTO fairness_counting (counted_to, after) VALUES (${CUT}, ${last}::uuid)
      ON CONFLICT (single) DO UPDATE SET counted_to = excluded.counted_to, after = excluded.after`;
    return last !== null;
  });
}

const FIRST_ID = "00000000-0000-0000-0000-000000000000";
const FIRST_MONTH = Prisma.sql`(date_trunc('month', ${CUT} AT TIME ZONE 'UTC') - make_interval(months => ${MONTHS - 1}::int))`;

const forget = () => database().$executeRaw`DELETE FROM fairness_month WHERE month < ${FIRST_MONTH}`;

/** What was counted of these articles before is counted anew: what was decided since may be about any of their comments. */
async function count(articles: readonly string[]): Promise<void> {
  await database().$executeRaw`DELETE FROM fairness_month WHERE article_id = ANY(${articles}::uuid[])`;
  await database().$executeRaw`
    INSERT INTO fairness_month (article_id, month, comments, sides, rules)
    WITH shown AS (
      SELECT c.id, c.article_id, date_trunc('month', c.posted_at AT TIME ZONE 'UTC')::date AS month, c.stance AS option, o.position
      FROM comment c JOIN poll p ON p.article_id = c.article_id JOIN poll_option o ON o.poll_id = p.id AND o.key = c.stance AND o.side
      WHERE c.article_id = ANY(${articles}::uuid[]) AND c.stance IS NOT NULL AND c.listed
        AND c.posted_at < ${CUT} AND c.posted_at >= ${FIRST_MONTH} AT TIME ZONE 'UTC'),
    fared AS (
      SELECT article_id, month, option, position, count(*)::int AS comments,
        count(*) FILTER (WHERE EXISTS (SELECT FROM finding f WHERE f.comment_id = s.id AND f.effect = 'hold' AND f.at < ${CUT})
          OR EXISTS (SELECT FROM decision d WHERE d.comment_id = s.id AND d.action = 'hold' AND d.at < ${CUT}))::int AS held,
        count(*) FILTER (WHERE EXISTS (SELECT FROM decision d WHERE d.comment_id = s.id AND d.action = 'reject' AND d.at < ${CUT}))::int AS rejected,
        sum((SELECT count(*) FROM appeal a JOIN decision d ON d.id = a.decision_id
          WHERE d.comment_id = s.id AND a.answered_at < ${CUT}))::int AS appeals,
        sum((SELECT count(*) FROM appeal a JOIN decision d ON d.id = a.decision_id
          WHERE d.comment_id = s.id AND a.answered_at < ${CUT} AND a.outcome = 'upheld'))::int AS upheld
      FROM shown s GROUP BY 1, 2, 3, 4),
    by_rule AS (
      SELECT s.article_id, s.month, f.rule, s.option, count(*)::int AS count
      FROM shown s JOIN finding f ON f.comment_id = s.id AND f.effect = 'hold' AND f.at < ${CUT} GROUP BY 1, 2, 3, 4)
    SELECT f.article_id, f.month, sum(f.comments)::int,
      jsonb_agg(jsonb_build_object('option', f.option, 'comments', f.comments, 'held', f.held, 'rejected', f.rejected,
        'appeals', f.appeals, 'upheld', f.upheld) ORDER BY f.position),
      coalesce((SELECT jsonb_agg(jsonb_build_object('rule', r.rule, 'option', r.option, 'count', r.count) ORDER BY r.rule, r.option)
        FROM by_rule r WHERE r.article_id = f.article_id AND r.month = f.month), '[]')
    FROM fared f GROUP BY 1, 2`;
}
