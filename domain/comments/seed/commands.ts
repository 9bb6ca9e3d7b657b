import "server-only";

import pg from "pg";
import { publishAtOnce } from "@/domain/polls/seed/publish-at-once";
import { rowsOf, type SeedRow } from "./rows";
import { drawThread, membersFor, type Drawn, type Wanted } from "./shape";
import { FAMILY, GIVEN } from "./phrases";
import { seededRandom } from "@/domain/polls/statistics/random";
import { NotFound, Unacceptable } from "@/platform/refusal";
import * as t from "#messages/cli";
import { say } from "@/messages/say";

export type Seeded = { comments: number; reactions: number; votes: number; members: number };

/** Rows a statement carries: some megabytes of JSON. */
const BATCH = 2_000;

/**
 * Fills an article with a believable discussion by a cast that is plainly one (`cast-0001`, sample members). The same
 * for the same seed, but for the times, which end now. Works as the database's owner: rows go in with their counts
 * already right and the triggers that would count them one by one switched off, for seconds instead of minutes.
 */
export async function seedThread(
  slug: string,
  wanted: Wanted & { votes: number },
  ownerUrl: string,
): Promise<Seeded> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const article = await articleOf(client, slug, wanted.votes);
    const random = seededRandom(wanted.seed);
    const writers = membersFor(wanted.comments);
    const members = await theCast(client, Math.max(writers, wanted.votes));
    const votes = await vote(client, article.poll, members, wanted);
    const drawn = drawThread(wanted, writers, random);
    const rows = rowsOf(drawn, article.now, random);
    await client.query("BEGIN");
    await client.query(triggers("DISABLE"));
    for (let from = 0; from < rows.length; from += BATCH)
      await write(client, article, rows.slice(from, from + BATCH), drawn.slice(from, from + BATCH), members);
    await count(client, article.id, rows);
    await client.query(triggers("ENABLE"));
    await client.query("COMMIT");
    await client.query("ANALYZE comment, reaction, member");
    const reactions = rows.reduce((sum, { respect, unconvinced }) => sum + respect + unconvinced, 0);
    return { comments: rows.length, reactions, votes, members: members.length };
  } finally {
    await client.end();
  }
}

/** For the length of the transaction nobody else writes to these tables; reading goes on. What is written is found by search at once. */
const triggers = (what: "DISABLE" | "ENABLE"): string =>
  ["comment", "reaction", "queue_item"]
    .map((table) => `ALTER TABLE ${table} ${what} TRIGGER USER`)
    .concat("ALTER TABLE comment ENABLE TRIGGER comment_in_search")
    .join(";");

type SeedTarget = { id: string; revision: number; poll: string | null; detached: boolean; now: number };

async function articleOf(client: pg.Client, slug: string, votes: number): Promise<SeedTarget> {
  const { rows } = await client.query<SeedTarget>(
    `SELECT a.id, a.revision, p.id AS poll, coalesce(p.detached, false) AS detached,
       floor(extract(epoch FROM now()) * 1000)::float8 AS now
     FROM article a LEFT JOIN poll p ON p.article_id = a.id WHERE a.slug = $1`,
    [slug],
  );
  const [article] = rows;
  if (!article) throw new NotFound(say(t.thereIsNoArticleCalled, { slug }));
  if (votes > 0 && (!article.poll || article.detached)) throw new Unacceptable(t.leaveVotesOut);
  return article;
}

/** @returns the members' ids, in the order of their handles */
export async function theCast(client: pg.Client, size: number): Promise<string[]> {
  const cast = Array.from({ length: size }, (_, nth) => ({
    handle: `cast-${String(nth + 1).padStart(4, "0")}`,
    name: nameOf(nth),
  }));
  await client.query(
    `INSERT INTO member (handle, name, sample, joined_at)
     SELECT handle, name, true, now() - interval '1 year' FROM jsonb_to_recordset($1) AS c(handle text, name text)
     ON CONFLICT (handle) DO NOTHING`,
    [JSON.stringify(cast)],
  );
  const { rows } = await client.query<{ id: string }>(
    "SELECT id FROM member WHERE handle = ANY($1) AND sample ORDER BY length(handle), handle",
    [cast.map(({ handle }) => handle)],
  );
  if (rows.length < size) throw new Unacceptable(t.handlesOfTheCastAreTaken);
  return rows.map(({ id }) => id);
}

function nameOf(nth: number): string {
  const given = GIVEN[nth % GIVEN.length] ?? "";
  const family = FAMILY[Math.floor(nth / GIVEN.length) % FAMILY.length] ?? "";
  const more = Math.floor(nth / (GIVEN.length * FAMILY.length));
  return more === 0 ? `${given} ${family}` : `${given} ${family} ${more + 1}`;
}

/** Fewer than a batch at a time, committed each: the triggers that keep the tally touch one row again and again. */
const VOTES_AT_ONCE = 50;

/** By the same triggers as everybody's. Who has voted before keeps their vote. */
async function vote(
  client: pg.Client,
  poll: string | null,
  members: string[],
  { votes, seed }: Wanted & { votes: number },
): Promise<number> {
  if (!poll || votes === 0) return 0;
  const { rows } = await client.query<{ key: string }>(
    "SELECT key FROM poll_option WHERE poll_id = $1 AND removed_at IS NULL ORDER BY position",
    [poll],
  );
  const random = seededRandom(seed + 1);
  let cast = 0;
  for (let from = 0; from < votes; from += VOTES_AT_ONCE) {
    const who = members.slice(from, Math.min(from + VOTES_AT_ONCE, votes));
    // The first option has the most, each further one about half of what is left.
    const what = who.map(
      () => rows[Math.min(rows.length - 1, Math.floor(-Math.log2(1 - random() * 0.999)))]?.key,
    );
    const { rowCount } = await client.query(
      `INSERT INTO vote (poll_id, member_id, option_key, consent)
       SELECT $1, v.who, v.what, 1 FROM unnest($2::uuid[], $3::text[]) AS v(who, what) ON CONFLICT DO NOTHING`,
      [poll, who, what],
    );
    cast += rowCount ?? 0;
  }
  await publishAtOnce(client, poll);
  return cast;
}

async function write(
  client: pg.Client,
  { id, revision, poll }: SeedTarget,
  rows: SeedRow[],
  drawn: Drawn[],
  members: string[],
): Promise<void> {
  const given = JSON.stringify(rows.map((row) => ({ ...row, author: members[row.author] })));
  await client.query(
    `INSERT INTO comment (id, article_id, article_revision, parent_id, root_id, depth, author_id, state, source, html, posted_at,
       reply_count, thread_count, respect, unconvinced, best, stance)
     SELECT r.id, $1, $2, r.parent_id, r.root_id, r.depth, r.author, r.state::comment_state, r.source, r.html,
       to_timestamp(r.posted / 1000), r.reply_count, r.thread_count, r.respect, r.unconvinced,
       best_rank(r.respect, r.unconvinced), v.option_key
     FROM jsonb_to_recordset($4) AS r(id uuid, parent_id uuid, root_id uuid, depth int, author uuid, state text, source text, html text,
       posted float8, reply_count int, thread_count int, respect int, unconvinced int, stance boolean)
     LEFT JOIN vote v ON r.stance AND v.poll_id = $3 AND v.member_id = r.author`,
    [id, revision, poll, given],
  );
  const ids = rows.map((row) => row.id);
  await client.query(
    `INSERT INTO comment_revision (comment_id, number, source, html, at, shown)
     SELECT id, 1, source, html, posted_at, listed FROM comment WHERE id = ANY($1)`,
    [ids],
  );
  await client.query(
    `INSERT INTO removal (comment_id, by, at) SELECT id, 'author', posted_at + interval '1 hour'
     FROM comment WHERE id = ANY($1) AND state = 'withdrawn'`,
    [ids],
  );
  const reactions = drawn.flatMap(({ respect, unconvinced }, nth) => [
    ...respect.map((who) => ({ comment: ids[nth], who: members[who], kind: "respect" })),
    ...unconvinced.map((who) => ({ comment: ids[nth], who: members[who], kind: "unconvinced" })),
  ]);
  await client.query(
    `WITH r AS (
       INSERT INTO reaction (comment_id, member_id, kind)
       SELECT comment, who, kind::reaction_kind FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS x(comment, who, kind)
       RETURNING *
     ), sided AS (
       INSERT INTO reaction_side (comment_id, member_id, option_key, kind)
       SELECT r.comment_id, r.member_id, o.key, r.kind FROM r JOIN poll p ON p.id = $4 AND NOT p.detached
       LEFT JOIN vote v ON v.poll_id = $4 AND v.member_id = r.member_id
       LEFT JOIN poll_option o ON o.poll_id = v.poll_id AND o.key = v.option_key AND o.side
       RETURNING comment_id, member_id, option_key
     ), moved AS (
       INSERT INTO side_move (comment_id, member_id, moves) SELECT comment_id, member_id, option_key IS NOT NULL FROM sided
     )
     INSERT INTO side_batch (comment_id, moved) SELECT comment_id, count(option_key) FROM sided GROUP BY 1`,
    [reactions.map((r) => r.comment), reactions.map((r) => r.who), reactions.map((r) => r.kind), poll],
  );
}

/** What the triggers would have counted. */
async function count(client: pg.Client, articleId: string, rows: SeedRow[]): Promise<void> {
  const ids = rows.map(({ id }) => id);
  await client.query(
    `UPDATE article_count a SET visible = a.visible + n.visible, roots = a.roots + n.roots FROM (
       SELECT count(*) FILTER (WHERE state = 'visible') AS visible, count(*) FILTER (WHERE parent_id IS NULL) AS roots
       FROM comment WHERE id = ANY($2)) n
     WHERE article_id = $1 AND shard = 0`,
    [articleId, ids],
  );
  await client.query(
    `UPDATE member SET approved_count = approved_count + n.visible FROM (
       SELECT author_id, count(*) AS visible FROM comment WHERE id = ANY($1) AND state = 'visible' GROUP BY 1) n
     WHERE member.id = n.author_id`,
    [ids],
  );
  await client.query(
    `WITH q AS (
       INSERT INTO queue_item (queue, subject_id, article_id, member_id, since)
       SELECT 'new', id, article_id, author_id, posted_at FROM comment WHERE id = ANY($1) AND state = 'visible' RETURNING 1
     )
     INSERT INTO queue_count (queue, shard, items) SELECT 'new', 0, count(*) FROM q
     ON CONFLICT (queue, shard) DO UPDATE SET items = queue_count.items + excluded.items`,
    [ids],
  );
}
