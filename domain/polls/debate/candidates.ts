import "server-only";

import { PUBLISHED } from "@/domain/articles/published";
import type { Candidate } from "./debate";
import type { Member } from "@/domain/members/member";
import { ownWords } from "@/domain/prose/plain";
import { fromStore } from "@/domain/prose/safe-html";
import { database, literalNumber } from "@/platform/database";

/** Few enough to be chosen from at a glance. */
const OFFERED = 8;
/** So many of each kind are looked at; older ones are hardly what has just changed a mind. */
const LOOKED_AT = 40;
/** Code points: enough to recognise a comment by. */
const EXCERPT = 140;

type Row = { id: string; name: string | null; html: string };

/**
 * What could have changed a reader's mind here, as far as they have shown that they read it: comments they answered or reacted to, and
 * answers to their own; the latest first. Who has shown nothing of the kind is offered what others respect most.
 */
export async function mindChangeCandidates(slug: string, viewer: Member): Promise<Candidate[]> {
  const met = await metBy(viewer, slug);
  return (met.length > 0 ? met : await bestOfOthers(viewer, slug)).map(({ id, name, html }) => ({
    id,
    name,
    excerpt: ownWords(fromStore(html), EXCERPT),
  }));
}

const metBy = (viewer: Member, slug: string): Promise<Row[]> =>
  database().$queryRaw<Row[]>`
    WITH here AS (SELECT a.id FROM article a WHERE a.slug = ${slug} AND ${PUBLISHED}),
    own AS (
      SELECT c.id, c.parent_id, c.posted_at FROM comment c
      WHERE c.author_id = ${viewer.id}::uuid AND c.article_id = (SELECT id FROM here) ORDER BY c.id DESC LIMIT ${literalNumber(LOOKED_AT)}
    ), met AS (
      SELECT parent_id AS id, posted_at AS at FROM own WHERE parent_id IS NOT NULL
      UNION ALL (
        SELECT r.comment_id, r.at FROM reaction r JOIN comment c ON c.id = r.comment_id AND c.article_id = (SELECT id FROM here)
        WHERE r.member_id = ${viewer.id}::uuid ORDER BY r.at DESC LIMIT ${literalNumber(LOOKED_AT)})
      UNION ALL (
        SELECT c.id, c.posted_at FROM own JOIN comment c ON c.parent_id = own.id ORDER BY c.id DESC LIMIT ${literalNumber(LOOKED_AT)})
    ), latest AS (SELECT id, max(at) AS at FROM met GROUP BY id)
    SELECT c.id, m.name, c.html FROM latest JOIN comment c ON c.id = latest.id
      LEFT JOIN member m ON m.id = c.author_id AND m.hidden_at IS NULL
    WHERE c.state = 'visible' AND c.author_id IS DISTINCT FROM ${viewer.id}::uuid
    ORDER BY latest.at DESC, c.id LIMIT ${literalNumber(OFFERED)}`;

const bestOfOthers = (viewer: Member, slug: string): Promise<Row[]> =>
  database().$queryRaw<Row[]>`
    SELECT c.id, m.name, c.html FROM comment c LEFT JOIN member m ON m.id = c.author_id AND m.hidden_at IS NULL
    WHERE c.article_id = (SELECT id FROM article WHERE slug = ${slug}) AND c.parent_id IS NULL AND c.listed
      AND c.state = 'visible' AND c.author_id IS DISTINCT FROM ${viewer.id}::uuid
    ORDER BY c.best DESC, c.id DESC LIMIT ${literalNumber(OFFERED)}`;
