import "server-only";

import { Prisma } from "@/platform/database";
import type { Absence, CommentState, ReactionKind } from "@/domain/comments/comment";
import type { ResultsShown } from "@/domain/polls/poll";
import type { Member, Role } from "@/domain/members/member";
import { reachOf } from "@/domain/moderation/decisions/policy";

/** The article a comment stands under, and the database's clock. Times are ISO 8601. */
export type PlaceRow = {
  id: string;
  slug: string;
  comments_state: "open" | "closed" | "locked";
  over: boolean;
  now: string;
  /** `pg_current_snapshot()` of the statement that read this. */
  snapshot: string;
  /** `voted` and `asked` are null for nobody in particular. */
  poll: {
    shown: ResultsShown;
    opens: string;
    closes: string | null;
    voted: boolean | null;
    asked: boolean | null;
  } | null;
  seen_at: string | null;
};

/** A comment with what a page needs beside it. Absent texts do not leave the database. */
export type CommentRow = {
  id: string;
  parent_id: string | null;
  depth: number;
  author_id: string | null;
  handle: string | null;
  name: string | null;
  role: Role | null;
  state: CommentState;
  revision: number;
  html: string | null;
  source: string | null;
  posted_at: string;
  edited_at: string | null;
  reply_count: number;
  thread_count: number;
  respect: number;
  unconvinced: number;
  bridging: number;
  changed_minds: number;
  locked: boolean;
  pinned: boolean;
  stance: string | null;
  stance_label: string | null;
  stance_outdated: boolean;
  absence: Absence | null;
  answers: { handle: string | null; name: string | null; head: string | null } | null;
  mine: ReactionKind | null;
};

/** What `overlayColumns` gives. */
export type OverlayRow = Pick<
  CommentRow,
  | "id"
  | "parent_id"
  | "author_id"
  | "state"
  | "html"
  | "posted_at"
  | "respect"
  | "unconvinced"
  | "locked"
  | "stance"
  | "stance_label"
  | "stance_outdated"
  | "absence"
  | "mine"
>;

/** Enough HTML for the first words of an answered comment, in characters. */
const HEAD = 400;

const viewerId = (viewer: Member | null) => Prisma.sql`${viewer?.id ?? null}::uuid`;

/** The columns of a `PlaceRow`, from `article a`. */
export const placeColumns = (viewer: Member | null): Prisma.Sql => Prisma.sql`
  a.id, a.slug, a.comments_state, coalesce(a.closes_at <= now(), false) AS over, now() AS now,
  pg_current_snapshot()::text AS snapshot,
  (SELECT json_build_object('shown', p.results_shown, 'opens', p.opens_at, 'closes', p.closes_at,
     'voted', standing.voted, 'asked', standing.asked)
   FROM poll p LEFT JOIN LATERAL ${standing(viewer)} ON true WHERE p.article_id = a.id) AS poll,
  ${viewer ? Prisma.sql`(SELECT v.seen_at FROM visit v WHERE v.article_id = a.id AND v.member_id = ${viewerId(viewer)})` : Prisma.sql`NULL`} AS seen_at`;

const standing = (viewer: Member | null): Prisma.Sql =>
  viewer?.ballotKey
    ? Prisma.sql`my_standing(p.id, ${viewer.ballotKey}) standing`
    : Prisma.sql`(SELECT NULL::boolean AS voted, NULL::boolean AS asked) standing`;

/** The columns of a `CommentRow`, from `comment c` and `commentJoins`. */
export const commentColumns = (viewer: Member | null): Prisma.Sql => Prisma.sql`
  c.id, c.parent_id, c.depth, c.author_id, m.handle, m.name, m.role, c.state, c.revision,
  CASE WHEN ${readable(viewer)} THEN c.html END AS html,
  ${viewer ? Prisma.sql`CASE WHEN ${readable(viewer)} AND ${theirs(viewer)} THEN c.source END` : Prisma.sql`NULL`} AS source,
  c.posted_at, c.edited_at, c.reply_count, c.thread_count, c.respect, c.unconvinced, c.bridging, c.changed_minds,
  c.locked, c.pinned, c.stance, o.label AS stance_label, c.stance_outdated,
  ${absence} AS absence,
  CASE WHEN c.parent_id IS NOT NULL THEN (
    SELECT json_build_object('handle', pm.handle, 'name', pm.name, 'head', left(pc.html, ${HEAD}::int))
    FROM (SELECT 1) one LEFT JOIN comment pc ON pc.id = c.parent_id AND pc.state = 'visible'
      LEFT JOIN member pm ON pm.id = pc.author_id AND pm.erased_at IS NULL) END AS answers,
  ${viewer ? myReaction(viewer) : Prisma.sql`NULL`} AS mine`;

/** The same row without texts: enough for what a viewer may do and has done. */
export const overlayColumns = (viewer: Member): Prisma.Sql => Prisma.sql`
  c.id, c.parent_id, c.author_id, c.state, CASE WHEN ${readable(viewer)} THEN '' END AS html, c.posted_at,
  c.respect, c.unconvinced, c.locked, c.stance, o.label AS stance_label, c.stance_outdated, ${absence} AS absence,
  ${myReaction(viewer)} AS mine`;

export const commentJoins: Prisma.Sql = Prisma.sql`
  LEFT JOIN member m ON m.id = c.author_id AND m.erased_at IS NULL
  LEFT JOIN poll sp ON c.stance IS NOT NULL AND sp.article_id = c.article_id
  LEFT JOIN poll_option o ON o.poll_id = sp.id AND o.key = c.stance`;

/** One's own, or under an article one moderates. */
export function theirs(viewer: Member): Prisma.Sql {
  const articles = reachOf(viewer);
  const own = Prisma.sql`c.author_id = ${viewerId(viewer)}`;
  if (articles === null) return Prisma.sql`true`;
  return articles.length === 0 ? own : Prisma.sql`(${own} OR c.article_id = ANY(${articles}::uuid[]))`;
}

/** The same as `mayRead`, said to the database. */
const readable = (viewer: Member | null): Prisma.Sql =>
  viewer
    ? Prisma.sql`(c.state = 'visible' OR (c.state = 'held' AND ${theirs(viewer)}))`
    : Prisma.sql`c.state = 'visible'`;

const absence = Prisma.sql`CASE WHEN c.state IN ('rejected', 'withdrawn') THEN (
    SELECT json_build_object('by', r.by, 'reason', r.reason, 'at', r.at) FROM removal r
    WHERE r.comment_id = c.id AND r.ended_at IS NULL ORDER BY r.id DESC LIMIT 1) END`;

const myReaction = (viewer: Member): Prisma.Sql =>
  Prisma.sql`(SELECT re.kind FROM reaction re WHERE re.comment_id = c.id AND re.member_id = ${viewerId(viewer)})`;
