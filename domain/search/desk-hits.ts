import "server-only";

import type { ParsedQuery } from "./parse-query";
import type { Cursor } from "./cursor";
import { commonFilters } from "./hits";
import { HITS_A_PAGE, RANKED } from "./search";
import type { CommentState } from "@/domain/comments/comment";
import { isAdmin, type Member } from "@/domain/members/member";
import { withinScope } from "@/domain/moderation/decisions/scope";
import { literalNumber, Prisma } from "@/platform/database";

/** A hit with what its page needs. */
export type DeskRow = {
  id: string;
  at: Date;
  state: CommentState;
  title: string;
  html: string;
  handle: string | null;
  name: string | null;
};

/** `words` is a `tsquery`. */
type DeskWalk = { asked: ParsedQuery; words: string | null; cursor: Cursor | null };

/**
 * A page of hits, the newest first: what readers can find and what is hidden from them, each from its own index. Where a rule is asked
 * for, it begins with the newest thousand decisions, reports and findings by it. What is joined is asked once more how it stands.
 */
export function deskQuery({ asked, words, cursor }: DeskWalk, viewer: Member): Prisma.Sql {
  const conditions = [
    withinScope(viewer, Prisma.sql`e.article_id`),
    ...(words === null ? [] : [Prisma.sql`e.words @@ ${words}::tsquery`]),
    ...commonFilters(asked),
    ...(asked.rule === null ? [] : [ruled(asked.rule, viewer)]),
    ...(cursor
      ? [Prisma.sql`(e.at, e.id) < (${new Date(cursor.value)}::timestamptz, ${cursor.id}::uuid)`]
      : []),
  ];
  const some = (table: Prisma.Sql, which: Prisma.Sql) => Prisma.sql`(
    SELECT e.id, e.at, e.article_id FROM ${table} e WHERE ${Prisma.join([which, ...conditions], " AND ")}
    ORDER BY e.at DESC, e.id DESC LIMIT ${literalNumber(HITS_A_PAGE + 1)})`;
  const { state } = asked;
  const parts = [
    ...(state === null || state === "visible"
      ? [some(Prisma.sql`search_entry`, Prisma.sql`e.public AND e.kind = 'comment'`)]
      : []),
    ...(state !== "visible"
      ? [
          some(
            Prisma.sql`search_hidden`,
            state === null ? Prisma.sql`true` : Prisma.sql`e.state = ${state}::comment_state`,
          ),
        ]
      : []),
  ];
  return Prisma.sql`
    ${asked.rule === null ? Prisma.empty : Prisma.sql`WITH by_rule AS MATERIALIZED (${commentsBy(asked.rule)})`}
    SELECT h.id, h.at, c.state::text AS state, r.title, c.html, m.handle, m.name
    FROM (SELECT * FROM (${Prisma.join(parts, " UNION ALL ")}) both_of_them ORDER BY at DESC, id DESC LIMIT ${literalNumber(HITS_A_PAGE + 1)}) h
      CROSS JOIN LATERAL (SELECT c.html, c.state, c.author_id FROM comment c WHERE c.id = h.id LIMIT 1) c
      CROSS JOIN LATERAL (SELECT a.revision FROM article a WHERE a.id = h.article_id LIMIT 1) a
      CROSS JOIN LATERAL (SELECT r.title FROM article_revision r WHERE r.article_id = h.article_id AND r.number = a.revision LIMIT 1) r
      LEFT JOIN LATERAL (SELECT handle, name FROM member WHERE id = c.author_id LIMIT 1) m ON true
    ORDER BY h.at DESC, h.id DESC`;
}

/** Whoever may not judge a comment does not learn here by what it was reported. */
const ruled = (rule: string, viewer: Member): Prisma.Sql => Prisma.sql`
  e.id IN (SELECT comment_id FROM by_rule) AND e.author_id IS DISTINCT FROM ${viewer.id}::uuid
  ${isAdmin(viewer) ? Prisma.empty : Prisma.sql`AND NOT EXISTS (SELECT FROM member x WHERE x.id = e.author_id AND x.role = 'admin')`}`;

const commentsBy = (rule: string): Prisma.Sql => Prisma.sql`
  (SELECT comment_id FROM decision WHERE ground = ${rule} AND comment_id IS NOT NULL ORDER BY seq DESC LIMIT ${literalNumber(RANKED)})
  UNION (SELECT comment_id FROM report WHERE reason = ${rule} AND comment_id IS NOT NULL ORDER BY id DESC LIMIT ${literalNumber(RANKED)})
  UNION (SELECT comment_id FROM finding WHERE rule = ${rule} ORDER BY id DESC LIMIT ${literalNumber(RANKED)})`;
