import "server-only";

import { readableTo } from "@/domain/articles/published";
import type { Member } from "@/domain/members/member";
import { ownWords } from "@/domain/prose/plain";
import { fromStore } from "@/domain/prose/safe-html";
import { LOOKED_THROUGH, NEWS_A_PAGE, NEWS_COUNTED, NEWS_SHOWN, type DiscussionNews } from "./following";
import { notByMuted } from "./muted";
import { authorIn, EXCERPT, type AuthorRow } from "./queries";
import { literalNumber, Prisma, query, transaction } from "@/platform/database";

type FoundComment = { id: string; html: string; at: number } & AuthorRow;
type Row = {
  article_id: string;
  slug: string;
  title: string;
  count: number;
  /** Milliseconds since 1970. */
  since: number | null;
  first: FoundComment[];
};
type Scanned = { scanned: number; last: string | null; found: Row[] };

/**
 * The followed discussions in which others have written since the viewer's last visit, the newest articles first, a page at a time.
 * What stands in a branch they muted, and what was written by whom they muted, is no news. One page looks through `LOOKED_THROUGH`
 * discussions at most, so that it may hold few and still have a next one.
 * @param after where the page before ended, as its `next` said
 */
export async function newsFor(
  after: string | undefined,
  viewer: Member,
): Promise<{ items: DiscussionNews[]; next: string | null }> {
  const [read] = await transaction(async () => {
    // Of somebody who follows what most do PostgreSQL would read all of it and sort; who follows thousands is walked through from the newest.
    await query(Prisma.sql`SELECT set_config('plan_cache_mode', 'force_custom_plan', true)`);
    return query<Scanned>(newsQuery(after, viewer));
  });
  const { scanned, last, found } = read ?? { scanned: 0, last: null, found: [] };
  const shown = found.slice(0, NEWS_A_PAGE);
  const isFull = found.length > NEWS_A_PAGE;
  return {
    items: shown.map(newsOf),
    next: isFull ? (shown.at(-1)?.article_id ?? null) : scanned < LOOKED_THROUGH ? null : last,
  };
}

/** Apart, so that a test can ask the database what it costs. */
export const newsQuery = (after: string | undefined, viewer: Member): Prisma.Sql => Prisma.sql`
  WITH scanned AS MATERIALIZED (
    SELECT f.article_id, bool_or(f.subject_id <> f.article_id) AS branches, bool_or(f.state = 'followed') AS follows FROM following f
    WHERE f.member_id = ${viewer.id}::uuid ${after === undefined ? Prisma.empty : Prisma.sql`AND f.article_id < ${after}::uuid`}
    GROUP BY f.article_id ORDER BY f.article_id DESC LIMIT ${literalNumber(LOOKED_THROUGH)}
  ), alive AS MATERIALIZED (
    -- Of each one comment is enough to know, and only those of the page are counted.
    SELECT s.*, a.slug, a.revision, v.seen_at FROM scanned s
      CROSS JOIN LATERAL (SELECT a.slug, a.revision FROM article a WHERE a.id = s.article_id AND ${readableTo(viewer)} LIMIT 1) a
      LEFT JOIN visit v ON v.member_id = ${viewer.id}::uuid AND v.article_id = s.article_id
      CROSS JOIN LATERAL (${newComments(viewer, 1, Prisma.sql`v.seen_at`)}) one
    WHERE s.follows
    ORDER BY s.article_id DESC LIMIT ${literalNumber(NEWS_A_PAGE + 1)}
  ), news AS MATERIALIZED (
    SELECT s.article_id, s.slug, r.title, new.count, (date_part('epoch', s.seen_at) * 1000)::bigint AS since, new.ids
    FROM alive s
      CROSS JOIN LATERAL (SELECT r.title FROM article_revision r WHERE r.article_id = s.article_id AND r.number = s.revision LIMIT 1) r
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS count, (array_agg(c.id ORDER BY c.id))[1:${literalNumber(NEWS_SHOWN)}] AS ids
        FROM (${newComments(viewer, NEWS_COUNTED, Prisma.sql`s.seen_at`)}) c
      ) new
    ORDER BY s.article_id DESC
  )
  SELECT (SELECT count(*)::int FROM scanned) AS scanned, (SELECT article_id FROM scanned ORDER BY article_id LIMIT 1) AS last,
    coalesce((SELECT json_agg(row_to_json(x) ORDER BY x.article_id DESC) FROM (
      SELECT n.article_id, n.slug, n.title, n.count, n.since, (
        SELECT json_agg(row_to_json(c) ORDER BY c.id) FROM (
          SELECT c.id, c.html, (date_part('epoch', c.posted_at) * 1000)::bigint AS at, m.handle, m.name, m.role::text AS role
          FROM comment c LEFT JOIN LATERAL (
            SELECT handle, name, role FROM member WHERE id = c.author_id AND hidden_at IS NULL LIMIT 1) m ON true
          WHERE c.id = ANY (n.ids)) c) AS first
      FROM news n) x), '[]') AS found`;

/** So many of what others have written in a discussion `s` since a time, the oldest first. */
const newComments = (viewer: Member, most: number, since: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT c.id FROM comment c
  WHERE c.article_id = s.article_id AND c.listed AND c.state = 'visible' AND c.author_id IS DISTINCT FROM ${viewer.id}::uuid
    AND c.id > uuid_floor(coalesce(${since}, 'epoch'::timestamptz))
    AND ${notByMuted(viewer.id)}
    AND (NOT s.branches OR following_of(${viewer.id}::uuid, s.article_id, c.id, c.parent_id) = 'followed')
  ORDER BY c.id LIMIT ${literalNumber(most)}`;

const newsOf = ({ slug, title, count, since, first }: Row): DiscussionNews => ({
  article: { slug, title },
  count,
  since: since === null ? null : new Date(since).toISOString(),
  first: first.map(({ id, html, at, ...by }) => ({
    id,
    author: authorIn(by),
    excerpt: ownWords(fromStore(html), EXCERPT),
    at: new Date(at).toISOString(),
  })),
});
