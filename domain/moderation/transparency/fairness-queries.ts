import "server-only";

import { z } from "zod";
import type { Member } from "@/domain/members/member";
import { mayModerateEverywhere } from "@/domain/moderation/decisions/policy";
import { COMPARED, compareSides, type Compared, type Fared, type Month } from "./fairness";
import { type Hideable, stancesVisibleTo } from "@/domain/polls/visibility";
import { GROUP_SIZE } from "@/domain/polls/statistics/two-proportions";
import { database, literalNumber } from "@/platform/database";
import { authorize } from "@/platform/refusal";
import * as t from "#messages/transparency";

/** Looked through for those that this moderator may see. */
const LOOKED_THROUGH = 300;

const Counted = z.object({
  sides: z.array(
    z.object({
      option: z.string(),
      comments: z.int(),
      held: z.int(),
      rejected: z.int(),
      appeals: z.int(),
      upheld: z.int(),
    }),
  ),
  rules: z.array(z.object({ rule: z.string(), option: z.string(), count: z.int() })),
});

type Row = Fared & { month: string; slug: string; title: string };

/** A poll with what the viewer did with it, and what was counted under its article in a month. */
type CountedRow = Hideable & {
  month: string;
  slug: string;
  title: string;
  voted: boolean | null;
  asked: boolean | null;
  now: Date;
  labels: Record<string, string> | null;
  sides: unknown;
  rules: unknown;
};

export type Rule = { rule: string; option: string; count: number };

/**
 * How comments fared by the stance their authors showed themselves, as it was counted last (`count-fairness.ts`). Only of polls whose stances this
 * moderator may see: how many show which side tells how the vote goes.
 */
export async function fairness(viewer: Member): Promise<{ compared: Compared[]; rules: Rule[] }> {
  authorize(mayModerateEverywhere(viewer), viewer, t.theDeskIsForModerators);
  const months = (await counted(viewer))
    .filter((poll) =>
      stancesVisibleTo(poll, { voted: poll.voted === true, asked: poll.asked === true }, poll.now),
    )
    .slice(0, COMPARED)
    .map(({ month, slug, title, labels, sides, rules }) => ({
      month,
      slug,
      title,
      labels,
      ...Counted.parse({ sides, rules }),
    }));
  const rows = months.flatMap(({ sides, labels, ...where }) =>
    sides.map((side) => ({ ...where, ...side, label: labels?.[side.option] ?? side.option })),
  );
  return { compared: compareSides(monthsOf(rows)), rules: together(months.flatMap(({ rules }) => rules)) };
}

const counted = (viewer: Member): Promise<CountedRow[]> =>
  database().$queryRaw<CountedRow[]>`
    SELECT to_char(f.month, 'YYYY-MM') AS month, f.sides, f.rules, a.slug, r.title,
      p.results_shown::text AS "resultsShown", p.opens_at AS "opensAt", p.closes_at AS "closesAt", m.voted, m.asked, now() AS now,
      (SELECT jsonb_object_agg(o.key, o.label) FROM poll_option o WHERE o.poll_id = p.id) AS labels
    FROM (SELECT * FROM fairness_month ORDER BY month DESC, comments DESC, article_id LIMIT ${literalNumber(LOOKED_THROUGH)}) f
      JOIN article a ON a.id = f.article_id JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision
      JOIN poll p ON p.article_id = a.id LEFT JOIN LATERAL my_standing(p.id, ${viewer.sessionToken}) m ON ${viewer.sessionToken !== null}
    ORDER BY f.month DESC, f.comments DESC, f.article_id`;

/** What each check held of each side; of few it is not told. */
function together(rules: readonly Rule[]): Rule[] {
  const sums = new Map<string, Rule>();
  for (const { rule, option, count } of rules) {
    const before = sums.get(`${rule} ${option}`)?.count ?? 0;
    sums.set(`${rule} ${option}`, { rule, option, count: before + count });
  }
  return [...sums.values()].filter(({ count }) => count >= GROUP_SIZE).sort((a, b) => b.count - a.count);
}

/** The two sides of each article and month that most comments show. */
function monthsOf(rows: Row[]): Month[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows)
    groups.set(`${row.month} ${row.slug}`, [...(groups.get(`${row.month} ${row.slug}`) ?? []), row]);
  return [...groups.values()].flatMap((group): Month[] => {
    const most = new Set(group.toSorted((a, b) => b.comments - a.comments).slice(0, 2));
    // In the poll's own order: which of them has more is a count, too.
    const [one, other] = group.filter((row) => most.has(row));
    return one && other
      ? [
          {
            month: one.month,
            article: { slug: one.slug, title: one.title },
            sides: [one, other],
          },
        ]
      : [];
  });
}
