import "server-only";

import type { Member } from "@/domain/members/member";
import { mayModerateEverywhere } from "@/domain/moderation/decisions/policy";
import { compareSides, type Compared, type Fared, type Month } from "./fairness";
import { type Hideable, stancesVisibleTo } from "@/domain/polls/visibility";
import { GROUP_SIZE } from "@/domain/polls/statistics/two-proportions";
import { database, Prisma } from "@/platform/database";
import { authorize } from "@/platform/refusal";
import * as t from "#messages/transparency";

/** A year says more than anybody remembers. */
const MONTHS = 12;

/** Counted up to the last Monday (UTC): whoever knows which comment came today must not see it arrive. */
const CUT = Prisma.sql`date_trunc('week', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'`;

type Row = Fared & { month: string; slug: string; title: string };

/** A poll with what the viewer did with it. */
type Known = Hideable & { articleId: string; voted: boolean | null; asked: boolean | null; now: Date };

/**
 * How comments fared by the stance their authors showed themselves: held (by a check or a moderator), rejected, and appeals that
 * were right. Secret votes are not looked at; who shows none is not counted, nor who wrote what never was public. Only of polls whose stances this moderator may see: how many
 * show which side tells how the vote goes.
 */
export async function fairness(
  viewer: Member,
): Promise<{ compared: Compared[]; rules: { rule: string; option: string; count: number }[] }> {
  authorize(mayModerateEverywhere(viewer), viewer, t.theDeskIsForModerators);
  const known = await articlesSeen(viewer);
  const rows = await database().$queryRaw<Row[]>`
    SELECT to_char(c.posted_at AT TIME ZONE 'UTC', 'YYYY-MM') AS month, a.slug, r.title, c.stance AS option, o.label,
      count(*)::int AS comments,
      count(*) FILTER (WHERE EXISTS (SELECT FROM finding f WHERE f.comment_id = c.id AND f.effect = 'hold' AND f.at < ${CUT})
        OR EXISTS (SELECT FROM decision d WHERE d.comment_id = c.id AND d.action = 'hold' AND d.at < ${CUT}))::int AS held,
      count(*) FILTER (WHERE EXISTS (SELECT FROM decision d WHERE d.comment_id = c.id AND d.action = 'reject' AND d.at < ${CUT}))::int AS rejected,
      coalesce(sum((SELECT count(*) FROM appeal p JOIN decision d ON d.id = p.decision_id
        WHERE d.comment_id = c.id AND p.answered_at < ${CUT})), 0)::int AS appeals,
      coalesce(sum((SELECT count(*) FROM appeal p JOIN decision d ON d.id = p.decision_id
        WHERE d.comment_id = c.id AND p.answered_at < ${CUT} AND p.outcome = 'upheld')), 0)::int AS upheld
    FROM comment c JOIN article a ON a.id = c.article_id JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision
      JOIN poll p ON p.article_id = a.id JOIN poll_option o ON o.poll_id = p.id AND o.key = c.stance AND o.side
    WHERE c.stance IS NOT NULL AND c.listed AND c.posted_at < ${CUT}
      AND c.article_id = ANY(${known}::uuid[]) AND c.posted_at > now() - make_interval(months => ${MONTHS}::int)
    GROUP BY 1, 2, 3, 4, 5, o.position ORDER BY 1 DESC, 2, o.position`;
  const rules = await database().$queryRaw<{ rule: string; option: string; count: number }[]>`
    SELECT f.rule, c.stance AS option, count(*)::int AS count FROM finding f JOIN comment c ON c.id = f.comment_id
    WHERE f.effect = 'hold' AND f.at < ${CUT} AND c.stance IS NOT NULL AND c.listed AND c.posted_at < ${CUT}
      AND c.article_id = ANY(${known}::uuid[]) AND f.at > now() - make_interval(months => ${MONTHS}::int)
    GROUP BY 1, 2 HAVING count(*) >= ${GROUP_SIZE} ORDER BY 3 DESC LIMIT 100`;
  return { compared: compareSides(monthsOf(rows)), rules };
}

async function articlesSeen(viewer: Member): Promise<string[]> {
  const polls = await database().$queryRaw<Known[]>`
    SELECT p.article_id AS "articleId", p.results_shown::text AS "resultsShown", p.opens_at AS "opensAt", p.closes_at AS "closesAt",
      m.voted, m.asked, now() AS now
    FROM poll p LEFT JOIN LATERAL my_standing(p.id, ${viewer.sessionToken}) m ON ${viewer.sessionToken !== null}
    WHERE p.closes_at IS NULL OR p.closes_at > now() - make_interval(months => ${MONTHS + 1}::int)`;
  return polls
    .filter((poll) =>
      stancesVisibleTo(poll, { voted: poll.voted === true, asked: poll.asked === true }, poll.now),
    )
    .map(({ articleId }) => articleId);
}

/** The two sides of each article and month that most comments show. */
function monthsOf(rows: Row[]): Month[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows)
    groups.set(`${row.month} ${row.slug}`, [...(groups.get(`${row.month} ${row.slug}`) ?? []), row]);
  return [...groups.values()].flatMap((group) => {
    const most = new Set(group.toSorted((a, b) => b.comments - a.comments).slice(0, 2));
    // In the poll's own order: which of them has more is a count, too.
    const [one, other] = group.filter((row) => most.has(row));
    return one && other
      ? [
          {
            month: one.month,
            article: { slug: one.slug, title: one.title },
            sides: [one, other] as [Fared, Fared],
          },
        ]
      : [];
  });
}
