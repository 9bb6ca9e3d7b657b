import "server-only";

import type { Fared } from "./fairness";
import { Prisma, query, transaction } from "@/platform/database";
import type { Job } from "@/platform/jobs";

/** A year says more than anybody remembers. */
const MONTHS = 12;
/** Articles after which it is written down how far the count has come. */
const ARTICLES = 50;
/** Comments of one statement: a tenth of a second. An article can have hundreds of thousands. */
const COMMENTS = 5_000;
/** So long one round goes on at most; the next goes on where it ended. Milliseconds. */
const WITHIN = 20_000;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** Up to when is counted, and since when; `after` is the last article that is done. */
type Cursor = { cut: Date; since: Date; after: string | null };
type Month = { month: string; sides: Map<string, Side>; rules: Map<string, Held> };
type Side = Omit<Fared, "label"> & { position: number };
type Held = { rule: string; option: string; count: number };

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

/** Some articles. @returns whether there may be more to do for this process */
async function countSome(): Promise<boolean> {
  const place = await placeNow();
  if (!place) return false;
  const articles = await query<{ id: string }>(Prisma.sql`
    SELECT article_id AS id FROM poll WHERE article_id > ${place.after ?? FIRST_ID}::uuid ORDER BY article_id LIMIT ${ARTICLES}::int`);
  const counted: { article: string; months: Month[] }[] = [];
  for (const { id } of articles) counted.push({ article: id, months: await monthsOf(id, place) });
  const last = articles.length < ARTICLES ? null : (articles.at(-1)?.id ?? null);
  return transaction(async (tx) => {
    // Of several processes that counted the same one writes it.
    const { length: isOurs } = await tx.$queryRaw<unknown[]>`
      INSERT INTO fairness_counting AS c (counted_to, after) VALUES (${place.cut}, ${last}::uuid)
      ON CONFLICT (single) DO UPDATE SET counted_to = excluded.counted_to, after = excluded.after
        WHERE (c.counted_to = excluded.counted_to AND c.after = ${place.after}::uuid) OR (c.counted_to < excluded.counted_to AND ${place.after}::uuid IS NULL)
      RETURNING 1`;
    if (isOurs === 0) return false;
    await tx.$executeRaw`DELETE FROM fairness_month WHERE article_id = ANY(${articles.map(({ id }) => id)}::uuid[])`;
    if (last === null) await tx.$executeRaw`DELETE FROM fairness_month WHERE month < ${place.since}::date`;
    await tx.fairnessMonth.createMany({
      data: counted.flatMap(({ article, months }) =>
        months.map(({ month, sides, rules }) => ({
          articleId: article,
          month: new Date(month),
          comments: [...sides.values()].reduce((sum, { comments }) => sum + comments, 0),
          // In the poll's own order: which of them came first is a count, too.
          sides: [...sides.values()].sort((one, other) => one.position - other.position),
          rules: [...rules.values()],
        })),
      ),
    });
    return last !== null;
  });
}

/** Counted up to the last Monday (UTC): whoever knows which comment came today must not see it arrive. Null when that is done. */
async function placeNow(): Promise<Cursor | null> {
  const [place] = await query<Cursor & { done: boolean }>(Prisma.sql`
    SELECT cut, (date_trunc('month', cut AT TIME ZONE 'UTC') - make_interval(months => ${MONTHS - 1}::int)) AT TIME ZONE 'UTC' AS since,
      CASE WHEN c.counted_to >= cut THEN c.after END AS after, coalesce(c.counted_to >= cut AND c.after IS NULL, false) AS done
    FROM (SELECT date_trunc('week', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' AS cut) monday LEFT JOIN fairness_counting c ON true`);
  return !place || place.done ? null : place;
}

type Row = Side & { month: string; rules: Held[] };

async function monthsOf(article: string, { cut, since }: Cursor): Promise<Month[]> {
  const months = new Map<string, Month>();
  for (let after: string | null = FIRST_ID; after !== null;) {
    const upTo: string | null = await endOfPart(article, after);
    for (const row of await countPart({ article, after, upTo, cut, since })) add(months, row);
    after = upTo;
  }
  return [...months.values()];
}

/** The last comment of a part, or null for all that are left. */
async function endOfPart(article: string, after: string): Promise<string | null> {
  const [end] = await query<{ id: string }>(Prisma.sql`
    SELECT id FROM comment WHERE article_id = ${article}::uuid AND listed AND id > ${after}::uuid
    ORDER BY id OFFSET ${COMMENTS}::int LIMIT 1`);
  return end?.id ?? null;
}

type Part = Readonly<{ article: string; after: string; upTo: string | null; cut: Date; since: Date }>;

const countPart = ({ article, after, upTo, cut, since }: Part): Promise<Row[]> =>
  query<Row>(Prisma.sql`
    WITH shown AS (
      SELECT c.id, to_char(c.posted_at AT TIME ZONE 'UTC', 'YYYY-MM-01') AS month, c.stance AS option, o.position
      FROM poll p CROSS JOIN LATERAL (
        SELECT id, posted_at, stance FROM comment WHERE article_id = p.article_id AND listed
          AND id > ${after}::uuid AND id <= coalesce(${upTo}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') AND stance IS NOT NULL
          AND posted_at < ${cut} AND posted_at >= ${since}) c
        JOIN poll_option o ON o.poll_id = p.id AND o.key = c.stance AND o.side
      WHERE p.article_id = ${article}::uuid),
    fared AS (
      SELECT month, option, position, count(*)::int AS comments,
        count(*) FILTER (WHERE EXISTS (SELECT FROM finding f WHERE f.comment_id = s.id AND f.effect = 'hold' AND f.at < ${cut})
          OR EXISTS (SELECT FROM decision d WHERE d.comment_id = s.id AND d.action = 'hold' AND d.at < ${cut}))::int AS held,
        count(*) FILTER (WHERE EXISTS (SELECT FROM decision d WHERE d.comment_id = s.id AND d.action = 'reject' AND d.at < ${cut}))::int AS rejected,
        sum((SELECT count(*) FROM appeal a JOIN decision d ON d.id = a.decision_id
          WHERE d.comment_id = s.id AND a.answered_at < ${cut}))::int AS appeals,
        sum((SELECT count(*) FROM appeal a JOIN decision d ON d.id = a.decision_id
          WHERE d.comment_id = s.id AND a.answered_at < ${cut} AND a.outcome = 'upheld'))::int AS upheld
      FROM shown s GROUP BY 1, 2, 3)
    SELECT month, option, position, comments, held, rejected, appeals, upheld, (
      SELECT coalesce(json_agg(json_build_object('rule', rule, 'option', f.option, 'count', count)), '[]') FROM (
        SELECT r.rule, count(*)::int AS count FROM shown s JOIN finding r ON r.comment_id = s.id AND r.effect = 'hold' AND r.at < ${cut}
        WHERE s.month = f.month AND s.option = f.option GROUP BY 1) by_rule) AS rules
    FROM fared f ORDER BY month, position`);

function add(months: Map<string, Month>, { month, rules, ...side }: Row): void {
  const there = months.get(month) ?? {
    month,
    sides: new Map<string, Side>(),
    rules: new Map<string, Held>(),
  };
  months.set(month, there);
  const before = there.sides.get(side.option);
  there.sides.set(side.option, before ? sumOf(before, side) : side);
  for (const held of rules) {
    const key = `${held.rule} ${held.option}`;
    there.rules.set(key, { ...held, count: held.count + (there.rules.get(key)?.count ?? 0) });
  }
}

const sumOf = (one: Side, other: Side): Side => ({
  option: one.option,
  position: one.position,
  comments: one.comments + other.comments,
  held: one.held + other.held,
  rejected: one.rejected + other.rejected,
  appeals: one.appeals + other.appeals,
  upheld: one.upheld + other.upheld,
});
