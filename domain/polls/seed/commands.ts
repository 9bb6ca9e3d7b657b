import "server-only";

import pg from "pg";
import { publishDebates, publishDue, ripenMindChanges } from "@/domain/polls/publishing";
import { DAYS, drawPositions, drawReactions, VOTERS, type Position } from "./shape";
import { publishAtOnce } from "./publish-at-once";
import { ARGUMENTS, REASONS } from "./arguments";
import { seededRandom } from "@/domain/polls/statistics/random";
import { articleText, type ArticleText } from "@/domain/passages/article-text";
import { findQuote } from "@/domain/passages/find";
import { placedAt, type Placed } from "@/domain/passages/place";
import { renderComment } from "@/domain/prose/comment";
import { fromStore } from "@/domain/prose/safe-html";
import { transaction } from "@/platform/database";
import { Conflict, Unacceptable } from "@/platform/refusal";
import * as t from "#messages/cli";
import { say } from "@/messages/say";

export type SeededDebate = {
  slug: string;
  voters: number;
  switches: number;
  comments: number;
  reactions: number;
};

type SeedTarget = { id: string; slug: string; poll: string; options: string[] };

/**
 * A debate in which opinion moves, on an article with a poll of at least two sides that nobody has voted in: three weeks of
 * votes, switches, comments with stances, reactions by side, guesses and reasons, played by a cast that is plainly
 * one. Works as the database's owner, for only the owner may date a change of vote; everything is counted by the
 * same triggers as people's votes and published by the same rules. The same for the same seed.
 */
export async function seedDebate(slug: string, seed: number, ownerUrl: string): Promise<SeededDebate> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const place = await seedTarget(client, slug);
    await client.query("BEGIN");
    const cast = await theCast(client);
    const positions = drawPositions(seed);
    const sides = await take(client, place, cast, positions);
    const comments = await argue(client, place, cast, sides, seed);
    const reactions = await react(client, comments, cast, sides, seed);
    await tell(client, place, cast, positions, comments, seed);
    await publishAtOnce(client, place.poll);
    await client.query("COMMIT");
    await publishAll();
    const switches = positions.length - VOTERS;
    return { slug: place.slug, voters: VOTERS, switches, comments: comments.length, reactions };
  } finally {
    await client.end();
  }
}

async function seedTarget(client: pg.Client, slug: string): Promise<SeedTarget> {
  const { rows } = await client.query<SeedTarget & { voted: boolean; detached: boolean }>(
    `SELECT a.id, a.slug, p.id AS poll, p.detached, poll_has_ballots(p.id) AS voted,
       (SELECT array_agg(key ORDER BY NOT side, position) FROM poll_option WHERE poll_id = p.id AND removed_at IS NULL) AS options
     FROM article a JOIN poll p ON p.article_id = a.id WHERE a.slug = $1`,
    [slug],
  );
  const [place] = rows;
  if (!place || place.detached) throw new Unacceptable(say(t.noPollForADebate, { slug }));
  if (place.voted) throw new Conflict(say(t.somebodyHasVotedAlready, { slug }));
  return place;
}

async function theCast(client: pg.Client): Promise<string[]> {
  const names = Array.from({ length: VOTERS }, (_, nth) => String(nth + 1).padStart(3, "0"));
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO member (handle, name, sample, joined_at)
     SELECT 'seat-' || n, 'Seat ' || n, true, now() - interval '1 year' FROM unnest($1::text[]) n
     ON CONFLICT (handle) DO UPDATE SET sample = true RETURNING id, handle`,
    [names],
  );
  return rows.map(({ id }) => id);
}

/** Votes as they were given, day by day. @returns the side each member is on now */
async function take(
  client: pg.Client,
  { poll, options }: SeedTarget,
  cast: string[],
  positions: Position[],
): Promise<(0 | 1 | 2)[]> {
  await client.query(
    "UPDATE poll SET guessing = true, opens_at = least(opens_at, now() - make_interval(days => $2)) WHERE id = $1",
    [poll, DAYS],
  );
  const sides: (0 | 1 | 2)[] = [];
  for (const { member, side, day } of positions) {
    await client.query(
      `INSERT INTO vote (poll_id, member_id, option_key, consent) VALUES ($1, $2, $3, 1)
       ON CONFLICT (poll_id, member_id) DO UPDATE SET option_key = excluded.option_key`,
      [poll, cast[member], options[side] ?? options[1]],
    );
    await client.query(
      `UPDATE vote_change SET day = CURRENT_DATE - $3::int
       WHERE id = (SELECT max(id) FROM vote_change WHERE poll_id = $1 AND member_id = $2)`,
      [poll, cast[member], day],
    );
    sides[member] = side;
  }
  return sides;
}

/** Each argument by somebody who is on its side. */
async function argue(
  client: pg.Client,
  { id, options }: SeedTarget,
  cast: string[],
  sides: (0 | 1 | 2)[],
  seed: number,
): Promise<string[]> {
  const random = seededRandom(seed + 2);
  const ids: string[] = [];
  const { revision, ...article } = await textOf(client, id);
  for (const { text, about, side, day } of ARGUMENTS) {
    const own = sides.flatMap((held, member) => (side === null || held === side ? [member] : []));
    const author = cast[own[Math.floor(random() * own.length)] ?? 0];
    const { rows } = await client.query<{ id: string }>(
      `WITH at AS (SELECT now() - make_interval(days => $6) AS posted)
       INSERT INTO comment (id, article_id, article_revision, author_id, source, html, stance, posted_at)
       SELECT uuid_v7(at.posted), $1, a.revision, $2, $3, $4, $5, at.posted FROM article a, at WHERE a.id = $1 RETURNING id`,
      [id, author, text, renderComment(text), side === null ? null : options[side], day],
    );
    const made = rows[0]?.id;
    if (made === undefined) throw new Error("A comment was not made.");
    await client.query(
      "INSERT INTO comment_revision (comment_id, number, source, html, shown) SELECT id, 1, source, html, true FROM comment WHERE id = $1",
      [made],
    );
    const found =
      about === undefined ? null : findQuote(article.text, { exact: about, prefix: "", suffix: "" }).at;
    if (found) await keepPassage(client, { comment: made, article: id }, placedAt(article, found, revision));
    ids.push(made);
  }
  return ids;
}

async function textOf(client: pg.Client, id: string): Promise<ArticleText & { revision: number }> {
  const { rows } = await client.query<{ html: string; revision: number }>(
    "SELECT r.html, r.number AS revision FROM article a JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision WHERE a.id = $1",
    [id],
  );
  const [row] = rows;
  return { ...articleText(fromStore(row?.html ?? "")), revision: row?.revision ?? 1 };
}

async function keepPassage(
  client: pg.Client,
  of: { comment: string; article: string },
  at: Placed,
): Promise<void> {
  await client.query(
    `INSERT INTO passage (comment_id, article_id, revision, exact, prefix, suffix, begins, ends, block, now_begins, now_ends, visible)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, true)`,
    [
      of.comment,
      of.article,
      at.revision,
      at.exact,
      at.prefix,
      at.suffix,
      at.begins,
      at.ends,
      at.block,
      at.nowBegins,
      at.nowEnds,
    ],
  );
}

async function react(
  client: pg.Client,
  comments: string[],
  cast: string[],
  sides: (0 | 1 | 2)[],
  seed: number,
): Promise<number> {
  const reactions = drawReactions(seed, sides).map(({ member, argument, kind }) => ({
    comment: comments[argument],
    member: cast[member],
    kind,
  }));
  const { rowCount } = await client.query(
    `INSERT INTO reaction (comment_id, member_id, kind)
     SELECT r.comment, r.member, r.kind FROM jsonb_to_recordset($1) AS r(comment uuid, member uuid, kind reaction_kind)
       JOIN comment c ON c.id = r.comment WHERE c.author_id <> r.member`,
    [JSON.stringify(reactions)],
  );
  return rowCount ?? 0;
}

/** Guesses of everybody, and what those say who changed their minds. */
async function tell(
  client: pg.Client,
  { poll }: SeedTarget,
  cast: string[],
  positions: Position[],
  comments: string[],
  seed: number,
): Promise<void> {
  const random = seededRandom(seed + 3);
  const guesses = cast.map((member) => ({ member, share: Math.round((0.2 + random() * 0.5) * 100) / 100 }));
  await client.query(
    `INSERT INTO poll_guess (poll_id, member_id, share)
     SELECT $1, g.member, g.share FROM jsonb_to_recordset($2) AS g(member uuid, share float8)`,
    [poll, JSON.stringify(guesses)],
  );
  const switched = positions.filter(
    ({ member }, at) => positions.findIndex((one) => one.member === member) < at,
  );
  const loved = [0, 3, 7];
  for (const [nth, why] of [...REASONS, ...REASONS].entries()) {
    const member = switched[nth]?.member;
    if (member === undefined) break;
    await client.query(
      `INSERT INTO mind_change (poll_id, member_id, comment_id, why, closer, quotable, ripe_at)
       SELECT $1, $2, c.id, $4, false, $5, now() FROM comment c WHERE c.id = $3 AND c.author_id <> $2`,
      [poll, cast[member], comments[loved[nth % loved.length] ?? 0], why, nth < REASONS.length],
    );
  }
}

/** As the jobs of the running site would within a minute. */
async function publishAll(): Promise<void> {
  await transaction(publishDue);
  await transaction(publishDebates);
  await transaction(ripenMindChanges);
}
