import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { slugOf } from "./props";
import { median } from "./rounds";
import type { Site } from "./site";

/** What it costs that many follow one discussion. Milliseconds, but for `told`, which is seconds. */
export type Followed = Readonly<{
  followers: number;
  post: { without: number; with: number; ratio: number };
  told: number;
  sentence: string;
}>;

const FOLLOWERS = 50_000;
/** Comments of each kind, one after the other; the middle one counts. */
const POSTS = 15;
/** A notice that has not come by then does not come. Milliseconds. */
const LOST = 300_000;

/** Posts in two discussions, of which one is followed by 50,000, and waits until all of them have been told of one comment. */
export async function measureFollowers(site: Site): Promise<Followed> {
  const database = new Client({ connectionString: site.url });
  await database.connect();
  try {
    const [alone, followed] = [slugOf(100), slugOf(1_000)];
    await fill(database, followed);
    const began = performance.now();
    await untilTold(database, await post(site, followed, 0));
    const told = (performance.now() - began) / 1_000;
    // In turn, so that the telling goes on beside both.
    const [without, beside]: [number[], number[]] = [[], []];
    for (let nth = 1; nth <= POSTS; nth++) {
      without.push(await timed(() => post(site, alone, 2 * nth)));
      beside.push(await timed(() => post(site, followed, 2 * nth + 1)));
    }
    const times = { without: median(without), with: median(beside) };
    return {
      followers: FOLLOWERS,
      post: { ...times, ratio: times.with / times.without },
      told,
      sentence: sentence(times, told),
    };
  } finally {
    await database.end();
  }
}

async function fill(database: Client, slug: string): Promise<void> {
  await database.query(
    `WITH made AS (
       INSERT INTO member (handle, name, sample, joined_at) SELECT 'follower-' || n, 'Follower ' || n, true, now() - interval '1 year'
       FROM generate_series(1, $2::int) n RETURNING id)
     INSERT INTO following (member_id, article_id, subject_id, state) SELECT made.id, a.id, a.id, 'followed' FROM made, article a WHERE a.slug = $1`,
    [slug, FOLLOWERS],
  );
  await database.query("ANALYZE");
}

/** @returns the comment's id */
async function post({ port, props }: Site, slug: string, nth: number): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/articles/${slug}/comments`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie: props.cookies[nth] ?? "" },
    body: JSON.stringify({
      body: `Something to tell everybody who follows this, number ${nth} at ${Date.now()}.`,
    }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  const { comment } = (await answer.json()) as { comment: { id: string } };
  return comment.id;
}

async function untilTold(database: Client, comment: string): Promise<void> {
  const until = performance.now() + LOST;
  while (performance.now() < until) {
    const { rows } = await database.query<{ done: boolean }>(
      "SELECT done_at IS NOT NULL AS done FROM announcement WHERE cause = 'comment ' || $1",
      [comment],
    );
    if (rows[0]?.done) return;
    await pause(100);
  }
  throw new Error("Not everybody who follows was told.");
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const sentence = (post: { without: number; with: number }, told: number): string =>
  `${FOLLOWERS} followers: posting took ${post.with.toFixed(1)} ms where they follow and ${post.without.toFixed(1)} ms elsewhere (medians, ` +
  `while they were being told); all of them were told of one comment within ${told.toFixed(1)} s.`;
