import "server-only";

import { bridging, type SideReactions } from "./statistics/bridging";
import { caseForEachSide, type Candidate } from "./statistics/case-for-each-side";
import { askForSecondOpinions } from "./second-opinion/commands";
import { asPublisher, database, Prisma } from "@/platform/database";

/** Comments scored in one round of the sweep: a few hundred milliseconds' work. */
const COMMENTS_A_ROUND = 500;
/** What `comment.bridging` holds where there is too little to say. */
const NO_SCORE = -1;

/** Moves the published counts of the polls whose batch is full. Returns which ones moved. */
export const publishDueTallies = (): Promise<string[]> => asPublisher(tallies);

async function tallies(): Promise<string[]> {
  const due = await database().$queryRaw<{ poll: string; moved: boolean }[]>`
    SELECT due AS poll, publish_tally(due) AS moved FROM polls_due() AS due`;
  return due.filter(({ moved }) => moved).map(({ poll }) => poll);
}

/**
 * Moves counts and per-side figures whose batches are full, and then whatever is made from them: each comment's score across
 * the sides, and the best case of each side. Returns whether anything moved.
 */
export const publishDue = (): Promise<boolean> => asPublisher(whatIsDue);

async function whatIsDue(): Promise<boolean> {
  const polls = await tallies();
  const comments = await database().$queryRaw<{ id: string }[]>`
    SELECT id FROM publish_sides(${COMMENTS_A_ROUND}) AS id`;
  if (polls.length === 0 && comments.length === 0) return false;
  await score(
    Prisma.sql`(p.id = ANY(${polls}::uuid[]) OR c.id = ANY(${comments.map(({ id }) => id)}::uuid[]))`,
  );
  await askForSecondOpinions(comments.map(({ id }) => id));
  await chooseCases(Prisma.sql`
    p.id = ANY(${polls}::uuid[])
    OR p.article_id IN (SELECT article_id FROM comment WHERE id = ANY(${comments.map(({ id }) => id)}::uuid[]))`);
  return true;
}

/**
 * Flows, opinion over time and guesses of every poll in which somebody moved lately; and another best case where the chosen
 * one is gone or no longer shows its side.
 */
export const publishDebates = (): Promise<void> => asPublisher(debates);

async function debates(): Promise<void> {
  await database().$queryRaw`SELECT publish_debate(due)::text FROM debates_due() AS due`;
  const orphaned = await database().$queryRaw<{ id: string }[]>`
    DELETE FROM best_case b USING comment c
    WHERE c.id = b.comment_id AND (c.state <> 'visible' OR c.stance IS DISTINCT FROM b.side)
    RETURNING b.poll_id AS id`;
  if (orphaned.length > 0) await chooseCases(Prisma.sql`p.id = ANY(${orphaned.map(({ id }) => id)}::uuid[])`);
}

/** Mind-changes that are a day old and still stand become visible. Returns how many. */
export async function ripenMindChanges(): Promise<number> {
  const [ripe] = await asPublisher(
    () => database().$queryRaw<{ count: number }[]>`SELECT ripen_mind_changes(200) AS count`,
  );
  return ripe?.count ?? 0;
}

export async function forgetOldChanges(): Promise<void> {
  await asPublisher(() => database().$queryRaw`SELECT forget_old_changes()::text`);
}

/** The figures are those of the last batches, never live ones; a side's size is its published count. */
async function score(which: Prisma.Sql): Promise<void> {
  const comments = await database().$queryRaw<{ id: string; respect: number; sides: SideReactions[] }[]>`
    SELECT c.id, c.respect, json_agg(json_build_object('side', o.key, 'voters', coalesce(t.votes, 0),
      'respect', coalesce(s.respect, 0), 'reacted', coalesce(s.reacted, 0))) AS sides
    FROM comment c JOIN poll p ON p.article_id = c.article_id
      JOIN poll_option o ON o.poll_id = p.id AND o.side AND o.removed_at IS NULL
      LEFT JOIN published_side s ON s.comment_id = c.id AND s.option_key = o.key
      LEFT JOIN published_tally t ON t.poll_id = p.id AND t.option_key = o.key
    WHERE ${which} AND EXISTS (SELECT FROM published_side d WHERE d.comment_id = c.id)
    GROUP BY c.id`;
  const scores = comments.map(({ id, respect, sides }) => ({
    id,
    bridging: bridging(sides, respect).score ?? NO_SCORE,
  }));
  await database().$executeRaw`
    UPDATE comment c SET bridging = s.bridging
    FROM json_to_recordset(${JSON.stringify(scores)}::json) AS s(id uuid, bridging float8)
    WHERE c.id = s.id AND c.bridging <> s.bridging`;
}

async function chooseCases(which: Prisma.Sql): Promise<void> {
  const polls = await database().$queryRaw<{ id: string; sides: string[]; candidates: Candidate[] }[]>`
    SELECT p.id, (SELECT json_agg(key ORDER BY position) FROM poll_option WHERE poll_id = p.id AND side) AS sides,
      (SELECT coalesce(json_agg(k), '[]') FROM (
        SELECT c.id, c.stance, sum(s.respect) AS "respectOfOthers", sum(s.reacted) AS "reactedOfOthers"
        FROM comment c JOIN published_side s ON s.comment_id = c.id AND s.option_key <> c.stance
        WHERE c.article_id = p.article_id AND c.stance IS NOT NULL AND c.state = 'visible' GROUP BY c.id) k) AS candidates
    FROM poll p WHERE ${which}`;
  const chosen = polls.flatMap(({ id, sides, candidates }) =>
    caseForEachSide(sides, candidates)
      .filter(({ comment }) => comment !== null)
      .map(({ side, comment }) => ({ poll_id: id, side, comment_id: comment })),
  );
  await database().$executeRaw`
    INSERT INTO best_case (poll_id, side, comment_id)
    SELECT b.poll_id, b.side, b.comment_id
    FROM json_to_recordset(${JSON.stringify(chosen)}::json) AS b(poll_id uuid, side text, comment_id uuid)
    ON CONFLICT (poll_id, side, pinned) DO UPDATE SET comment_id = excluded.comment_id`;
}
