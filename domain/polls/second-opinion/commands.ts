import "server-only";

import { setImmediate as others } from "node:timers/promises";
import {
  factorising,
  RATERS_EACH_WAY,
  REACTORS_NEEDED,
  type Factorisation,
  type Rating,
} from "@/domain/polls/statistics/matrix-factorisation";
import { database, literalNumber, transaction } from "@/platform/database";

/** An article gets another one at most this often, however lively it is. */
const MINUTES_APART = 15;
/** Comments read at once; a few thousand reactions. */
const COMMENTS_A_PAGE = 500;
/** More than any thread has had; the newest comments' are taken. Half a million take about three seconds of one core. */
const MOST_RATINGS = 500_000;
/** Milliseconds of work before yielding to the event loop: readers do not notice. */
const SLICE = 8;
/** Comments that are kept as standing out; a page shows the first few. */
const KEPT = 20;

/** These comments' figures moved by a batch, so what is made of them is due again. */
export async function askForSecondOpinions(comments: string[]): Promise<void> {
  if (comments.length === 0) return;
  await database().$executeRaw`
    INSERT INTO second_opinion (article_id) SELECT DISTINCT article_id FROM comment WHERE id = ANY(${comments}::uuid[])
    ON CONFLICT (article_id) DO UPDATE SET due = true WHERE NOT second_opinion.due`;
}

/**
 * Gives the article that waits longest its second opinion: reads its reactions page by page, finds the divide in small turns
 * between which requests are answered, and writes down the comments that stand out across it. Nobody's vote is in it.
 * Returns whether there was one to give.
 */
export async function giveSecondOpinion(): Promise<boolean> {
  const article = await claim();
  if (article === null) return false;
  const reactors = await reactorsOf(article);
  const found = reactors > REACTORS_NEEDED ? await factoriseInSlices(await ratingsOf(article)) : null;
  const standingOut = (found?.comments ?? [])
    .filter(({ intercept, eachWay }) => intercept > 0 && eachWay >= RATERS_EACH_WAY)
    .slice(0, KEPT)
    .map(({ comment }, place) => ({ articleId: article, place, commentId: comment }));
  await transaction(async (tx) => {
    await tx.secondOpinionComment.deleteMany({ where: { articleId: article } });
    await tx.secondOpinionComment.createMany({ data: standingOut });
    await tx.$executeRaw`
      UPDATE second_opinion SET as_of = now(), reactors = ${reactors} WHERE article_id = ${article}::uuid`;
  });
  return true;
}

/** Several processes may look; one of them takes it, and for a while nobody takes it again. */
async function claim(): Promise<string | null> {
  const [claimed] = await database().$queryRaw<{ id: string }[]>`
    UPDATE second_opinion SET due = false, begun_at = now() WHERE article_id = (
      SELECT article_id FROM second_opinion
      WHERE due AND (begun_at IS NULL OR begun_at < now() - make_interval(mins => ${MINUTES_APART}))
      ORDER BY begun_at NULLS FIRST LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING article_id AS id`;
  return claimed?.id ?? null;
}

async function reactorsOf(article: string): Promise<number> {
  const [counted] = await database().$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT r.member_id)::int AS count FROM comment c JOIN reaction r ON r.comment_id = c.id
    WHERE c.article_id = ${article}::uuid AND c.listed AND c.state = 'visible'`;
  return counted?.count ?? 0;
}

type Reacted = { id: string; respect: string[] | null; unconvinced: string[] | null };

/** Newest comments first, so that what is left out of a discussion beyond all bounds is its oldest part. */
async function ratingsOf(article: string): Promise<Rating[]> {
  const ratings: Rating[] = [];
  for (let before: string | null = null; ratings.length < MOST_RATINGS;) {
    const rows: Reacted[] = await database().$queryRaw<Reacted[]>`
      SELECT c.id, array_agg(r.member_id::text) FILTER (WHERE r.kind = 'respect') AS respect,
        array_agg(r.member_id::text) FILTER (WHERE r.kind = 'unconvinced') AS unconvinced
      FROM (SELECT id FROM comment WHERE article_id = ${article}::uuid AND listed AND state = 'visible'
          AND (${before}::uuid IS NULL OR id < ${before}::uuid) ORDER BY id DESC LIMIT ${literalNumber(COMMENTS_A_PAGE)}) c
        LEFT JOIN reaction r ON r.comment_id = c.id
      GROUP BY c.id ORDER BY c.id DESC`;
    for (const { id, respect, unconvinced } of rows) {
      for (const rater of respect ?? []) ratings.push({ rater, comment: id, value: 1 });
      for (const rater of unconvinced ?? []) ratings.push({ rater, comment: id, value: 0 });
    }
    if (rows.length < COMMENTS_A_PAGE) break;
    before = rows.at(-1)?.id ?? null;
  }
  return ratings;
}

async function factoriseInSlices(ratings: Rating[]): Promise<Factorisation> {
  const steps = factorising(ratings);
  for (;;) {
    const until = performance.now() + SLICE;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await others();
  }
}
