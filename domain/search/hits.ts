import "server-only";

import type { ParsedQuery } from "./parse-query";
import type { Cursor } from "./cursor";
import { HITS_A_PAGE, RANKED, type SearchKind, type SearchSort } from "./search";
import type { Member } from "@/domain/members/member";
import { literalNumber, Prisma } from "@/platform/database";

/** A hit with what its page needs. `value` is what it is ordered by: its rank, or its time in milliseconds since 1970. */
export type HitRow = {
  id: string;
  kind: "article" | "comment";
  at: Date;
  public: boolean;
  value: number;
  slug: string;
  title: string;
  standfirst: string;
  byline: string;
  html: string;
  handle: string | null;
  name: string | null;
  /** How many were ranked. */
  found: number;
};

export type Walk = {
  asked: ParsedQuery;
  /** The key of the answer that is to be shown with what is found, where the viewer may see such; null for any. */
  side: string | null;
  /** What is looked for, as a `tsquery`; null where all that the filters leave is listed. */
  words: string | null;
  kind: SearchKind;
  sort: SearchSort;
  cursor: Cursor | null;
  asOf: number;
};

/** D to A: comments, an article's text, what stands below its title, its title. */
const WEIGHTS = Prisma.sql`'{0.2, 0.3, 0.6, 1.0}'::float4[]`;
/** A hit counts half as much after so many days. */
const HALF_AFTER_DAYS = 365;

/**
 * A page of hits. What is ranked are the newest thousand; by date it goes on through all. A member's own pending comments are found
 * by that member alone, and what is joined is asked once more whether it can be read.
 */
export function hitsQuery(walk: Walk, viewer: Member | null): Prisma.Sql {
  const { words, sort, cursor, asOf } = walk;
  const from = new Date(asOf);
  const newest = sort === "newest";
  const value = newest
    ? Prisma.sql`round(date_part('epoch', h.at) * 1000)`
    : Prisma.sql`ts_rank(${WEIGHTS}, h.words, ${words}::tsquery, 1)::float8
        / (1 + greatest(date_part('epoch', ${from}::timestamptz - h.at), 0) / (86400.0 * ${HALF_AFTER_DAYS}::float8))`;
  const conditionsOf = (one: Walk) => [
    PUBLIC_ARTICLE,
    ...(words === null ? [] : [Prisma.sql`e.words @@ ${words}::tsquery`]),
    ...filters(one),
    ...(newest && cursor
      ? [Prisma.sql`(e.at, e.id) < (${new Date(cursor.value)}::timestamptz, ${cursor.id}::uuid)`]
      : []),
  ];
  const limit = literalNumber(newest ? HITS_A_PAGE + 1 : RANKED + 1);
  const some = (whose: Prisma.Sql, one = walk) => Prisma.sql`(
    SELECT e.* FROM search_entry e WHERE ${Prisma.join([whose, ...conditionsOf(one)], " AND ")} ORDER BY e.at DESC, e.id DESC LIMIT ${limit})`;
  const own = viewer
    ? Prisma.sql`UNION ALL ${some(Prisma.sql`NOT e.public AND e.author_id = ${viewer.id}::uuid`)}`
    : Prisma.empty;
  const { author } = walk.asked;
  const written =
    author === null
      ? Prisma.empty
      : Prisma.sql`UNION ALL ${some(articlesBy(author), { ...walk, asked: { ...walk.asked, author: null } })}`;
  return Prisma.sql`
    WITH hits AS MATERIALIZED (
      SELECT h.id, h.kind, h.article_id, h.at, h.public, ${value} AS value FROM (${some(Prisma.sql`e.public`)} ${own} ${written}) h
    ), page AS MATERIALIZED (
      SELECT * FROM hits ${!newest && cursor ? Prisma.sql`WHERE (value, id) < (${cursor.value}::float8, ${cursor.id}::uuid)` : Prisma.empty}
      ORDER BY value DESC, id DESC LIMIT ${literalNumber(HITS_A_PAGE + 1)}
    )
    SELECT p.id, p.kind, p.at, p.public, p.value, (SELECT count(*)::int FROM hits) AS found, ${DETAILS}
    FROM page p ${joins(viewer)} ORDER BY p.value DESC, p.id DESC`;
}

/**
 * Of an article that readers cannot read nothing takes a place on a page either: one hit fewer would tell that a word is in it.
 * There are few, and the index `article_unpublished` has them. As a CASE, for of a list that it does not know the planner expects
 * that it has whatever article most comments are under, and so that hardly a hit is left: it would sort all instead of walking the newest.
 */
const PUBLIC_ARTICLE = Prisma.sql`
  CASE WHEN e.article_id = ANY (ARRAY(SELECT id FROM article WHERE unpublished_at IS NOT NULL)) THEN false ELSE true END`;

/** The newest articles that name that member as an author. */
const articlesBy = (handle: string): Prisma.Sql => Prisma.sql`
  e.public AND e.kind = 'article' AND e.id IN (
    SELECT w.article_id FROM (
      SELECT article_id, member_id FROM article_writer
      WHERE member_id = (SELECT id FROM member WHERE handle = ${handle} AND hidden_at IS NULL)
      ORDER BY published_at DESC, article_id DESC LIMIT ${literalNumber(RANKED)}) w
    JOIN article a ON a.id = w.article_id
    JOIN article_author n ON n.article_id = a.id AND n.revision = a.revision AND n.member_id = w.member_id)`;

function filters({ asked, kind, side }: Walk): Prisma.Sql[] {
  const all: Prisma.Sql[] = [];
  if (kind === "articles") all.push(Prisma.sql`e.kind = 'article'`);
  if (kind === "comments") all.push(Prisma.sql`e.kind = 'comment'`);
  if (side !== null)
    all.push(
      Prisma.sql`e.id IN (SELECT c.id FROM comment c WHERE c.article_id = (SELECT id FROM article WHERE slug = ${asked.article})
        AND c.stance = ${side} AND c.state = 'visible' AND c.listed)`,
    );
  return [...all, ...commonFilters(asked)];
}

/** What readers and moderators narrow by alike, of an entry `e`. */
export function commonFilters(asked: ParsedQuery): Prisma.Sql[] {
  const all: Prisma.Sql[] = [];
  if (asked.author !== null)
    all.push(
      Prisma.sql`e.author_id = (SELECT id FROM member WHERE handle = ${asked.author} AND hidden_at IS NULL)`,
    );
  if (asked.article !== null)
    all.push(Prisma.sql`e.article_id = (SELECT id FROM article WHERE slug = ${asked.article})`);
  if (asked.before !== null)
    all.push(Prisma.sql`e.at < ${new Date(`${asked.before}T00:00:00Z`)}::timestamptz`);
  return all;
}

const DETAILS = Prisma.sql`
  a.slug, a.title, a.standfirst, a.author AS byline, coalesce(c.html, a.html) AS html, c.handle, c.name`;

/** One lookup a hit. */
const joins = (viewer: Member | null): Prisma.Sql => Prisma.sql`
  CROSS JOIN LATERAL (
    SELECT a.slug, r.title, r.standfirst, r.author, CASE WHEN p.kind = 'article' THEN r.html END AS html
    FROM article a JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision WHERE a.id = p.article_id AND a.unpublished_at IS NULL LIMIT 1) a
  LEFT JOIN LATERAL (
    SELECT c.html, m.handle, m.name FROM comment c LEFT JOIN member m ON m.id = c.author_id AND m.hidden_at IS NULL
    WHERE c.id = p.id AND (c.state = 'visible' OR c.state = 'held' AND c.author_id = ${viewer?.id ?? null}::uuid) LIMIT 1
  ) c ON p.kind = 'comment'
  WHERE p.kind = 'article' OR c.html IS NOT NULL`;
