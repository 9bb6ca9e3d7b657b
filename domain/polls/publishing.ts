import "server-only";

import { bridging, type SideReactions } from "./statistics/bridging";
import { caseForEachSide, type Candidate } from "./statistics/case-for-each-side";
import { askForSecondOpinions } from "./second-opinion/commands";
import { asPublisher, database, literalNumber, Prisma } from "@/platform/database";
import { processSingleton } from "@/platform/process-singleton";
import { inSlices } from "@/platform/slices";

/** Comments whose figures move in one statement: on a busy machine the crowd behind each takes it ten milliseconds. */
const COMMENTS_AT_ONCE = 50;
/** Comments that are looked through at once for those with a score: a few milliseconds, in which nobody's lock is held. */
const LOOKED_THROUGH = 2_000;
/** So long one round goes on scoring at most; the next goes on where it ended. Milliseconds. */
const SCORING_WITHIN = 20_000;
/** What `comment.bridging` holds where there is too little to say. */
const NO_SCORE = -1;
/** No id comes after it: nothing is left to score. */
const LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** All polls are looked at so often, and otherwise those in which somebody voted lately: in milliseconds. */
const ALL_EVERY = 5 * 60_000;
const sweep = processSingleton("sweep of polls", () => ({ allAt: -Infinity }));

/**
 * Moves the published counts of the polls whose batch is full. Returns which ones moved. Each in a transaction of its own, for while it
 * lasts nobody's vote in that poll is counted.
 */
export async function publishDueTallies(): Promise<string[]> {
  const began = performance.now();
  const lately = began - sweep.allAt < ALL_EVERY;
  const due = await asPublisher(
    () => database().$queryRaw<{ poll: string }[]>`SELECT due AS poll FROM polls_due(${lately}) AS due`,
  );
  if (!lately) sweep.allAt = began;
  const moved: string[] = [];
  for (const { poll } of due) if (await asPublisher(() => publishTally(poll))) moved.push(poll);
  return moved;
}

/** All comments of its article are due for another score: that one is made of the sizes of the sides. */
async function publishTally(poll: string): Promise<boolean> {
  const [row] = await database().$queryRaw<
    { moved: boolean }[]
  >`SELECT publish_tally(${poll}::uuid) AS moved`;
  if (row?.moved !== true) return false;
  await database().$executeRaw`
    INSERT INTO rescoring (poll_id) VALUES (${poll}::uuid) ON CONFLICT (poll_id) DO UPDATE SET after = NULL`;
  return true;
}

/**
 * Moves counts and per-side figures whose batches are full, and then whatever is made from them: each comment's score across
 * the sides, and the best case of each side. Returns whether anything moved. What is computed over a whole discussion is computed after
 * the counts are published, a part at a time, so that no voter waits for it; a round that was cut short is gone on with by the next.
 */
export async function publishDue(): Promise<boolean> {
  const polls = await publishDueTallies();
  const until = performance.now() + SCORING_WITHIN;
  let comments = 0;
  try {
    comments = await publishSidesUntil(until);
  } finally {
    // A failure above must not keep comments from being scored anew.
    while (performance.now() < until && (await rescoreSome()));
  }
  return polls.length > 0 || comments > 0;
}

/** A part of which none is published yet may have been given its moment, and others are behind it; so many in a row are enough to stop. */
const PARTS_WITHOUT = 4;

async function publishSidesUntil(until: number): Promise<number> {
  let [published, without] = [0, 0];
  while (without < PARTS_WITHOUT && performance.now() < until) {
    const some = await asPublisher(publishSides);
    published += some;
    without = some === 0 ? without + 1 : 0;
  }
  return published;
}

async function publishSides(): Promise<number> {
  if (!(await isOurTurn("publish sides"))) return 0;
  const rows = await database().$queryRaw<
    { id: string }[]
  >`SELECT id FROM publish_sides(${COMMENTS_AT_ONCE}) AS id`;
  const comments = rows.map(({ id }) => id);
  if (comments.length === 0) return 0;
  await score(comments);
  await askForSecondOpinions(comments);
  await database().$executeRaw`
    INSERT INTO rescoring (poll_id, after)
    SELECT DISTINCT p.id, ${LAST_ID}::uuid FROM poll p JOIN comment c ON c.article_id = p.article_id WHERE c.id = ANY(${comments}::uuid[])
    ON CONFLICT (poll_id) DO NOTHING`;
  return comments.length;
}

type Rescoring = { poll: string; article: string; after: string | null };

/** Goes on with a poll whose counts moved; when all is scored, its best cases are chosen. Returns whether there was something to do. */
async function rescoreSome(): Promise<boolean> {
  return asPublisher(async () => {
    // Whose counts move again meanwhile is begun anew: nobody who publishes waits for this.
    if (!(await isOurTurn("rescore"))) return false;
    const [due] = await database().$queryRaw<Rescoring[]>`
      SELECT r.poll_id AS poll, p.article_id AS article, r.after FROM rescoring r JOIN poll p ON p.id = r.poll_id ORDER BY r.poll_id LIMIT 1`;
    if (!due) return false;
    const last = due.after === LAST_ID ? null : await scoreAfter(due);
    if (last === null) await chooseCases(Prisma.sql`p.id = ${due.poll}::uuid`);
    await (last === null
      ? database()
          .$executeRaw`DELETE FROM rescoring WHERE poll_id = ${due.poll}::uuid AND after IS NOT DISTINCT FROM ${due.after}::uuid`
      : database().$executeRaw`
          UPDATE rescoring SET after = ${last}::uuid WHERE poll_id = ${due.poll}::uuid AND after IS NOT DISTINCT FROM ${due.after}::uuid`);
    return true;
  });
}

/** @returns the last that was looked at; null where that were all */
async function scoreAfter({ article, after }: Rescoring): Promise<string | null> {
  const rows = await database().$queryRaw<{ id: string; scored: boolean }[]>`
    SELECT c.id, EXISTS (SELECT FROM published_side s WHERE s.comment_id = c.id) AS scored FROM comment c
    WHERE c.article_id = ${article}::uuid AND c.listed AND c.id > ${after ?? FIRST_ID}::uuid
    ORDER BY c.id LIMIT ${literalNumber(LOOKED_THROUGH)}`;
  await score(rows.filter(({ scored }) => scored).map(({ id }) => id));
  return rows.length < LOOKED_THROUGH ? null : (rows.at(-1)?.id ?? null);
}

const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** Of several processes one does it at a time; the lock goes with the transaction. */
async function isOurTurn(what: string): Promise<boolean> {
  const [lock] = await database().$queryRaw<{ ours: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`poll ${what}`}, 0)) AS ours`;
  return lock?.ours === true;
}

/**
 * Flows, opinion over time and guesses of every poll in which somebody moved lately; and another best case where the chosen
 * one is gone or no longer shows its side.
 */
export async function publishDebates(): Promise<void> {
  const due = await asPublisher(
    () => database().$queryRaw<{ poll: string }[]>`SELECT due AS poll FROM debates_due() AS due`,
  );
  for (const { poll } of due)
    await asPublisher(async () => {
      if (await isOurTurn(`debate ${poll}`))
        await database().$queryRaw`SELECT publish_debate(${poll}::uuid)::text`;
    });
  await asPublisher(replaceOrphans);
}

async function replaceOrphans(): Promise<void> {
  const orphaned = await database().$queryRaw<{ id: string }[]>`
    DELETE FROM best_case b USING comment c
    WHERE c.id = b.comment_id AND (c.state <> 'visible' OR c.stance IS DISTINCT FROM b.side)
    RETURNING b.poll_id AS id`;
  for (const { id } of orphaned) await chooseCases(Prisma.sql`p.id = ${id}::uuid`);
}

/** Mind-changes that are a day old and still stand become visible. Returns how many. */
export async function ripenMindChanges(): Promise<number> {
  const [ripe] = await asPublisher(
    () => database().$queryRaw<{ count: number }[]>`SELECT ripen_mind_changes(200) AS count`,
  );
  return ripe?.count ?? 0;
}

export async function forgetOldChanges(): Promise<void> {
  await inSlices(async (most) => {
    const [forgotten] = await asPublisher(
      () => database().$queryRaw<{ gone: number }[]>`SELECT forget_old_changes(${most}::int) AS gone`,
    );
    return forgotten?.gone ?? 0;
  });
}

/** The figures are those of the last batches, never live ones; a side's size is its published count. */
async function score(which: readonly string[]): Promise<void> {
  if (which.length === 0) return;
  const comments = await database().$queryRaw<{ id: string; respect: number; sides: SideReactions[] }[]>`
    SELECT c.id, c.respect, json_agg(json_build_object('side', o.key, 'voters', coalesce(t.votes, 0),
      'respect', coalesce(s.respect, 0), 'reacted', coalesce(s.reacted, 0))) AS sides
    FROM comment c JOIN poll p ON p.article_id = c.article_id
      JOIN poll_option o ON o.poll_id = p.id AND o.side AND o.removed_at IS NULL
      LEFT JOIN published_side s ON s.comment_id = c.id AND s.option_key = o.key
      LEFT JOIN published_tally t ON t.poll_id = p.id AND t.option_key = o.key
    WHERE c.id = ANY(${which}::uuid[]) AND EXISTS (SELECT FROM published_side d WHERE d.comment_id = c.id)
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
