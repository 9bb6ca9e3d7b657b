import "server-only";

import { Prisma } from "@/platform/database";
import type { Absence, CommentState, ReactionKind } from "./comment";
import type { ResultsShown } from "@/domain/polls/poll";
import type { Member, Role } from "@/domain/members/member";
import { contextOf } from "@/domain/passages/context";
import type { PassageView } from "@/domain/passages/passage";
import { scopeOf } from "@/domain/moderation/decisions/policy";
import { BADGE_BOUND } from "@/domain/polls/statistics/bridging";

/** The article a comment stands under, and the database's clock. Times are milliseconds since 1970. */
export type DiscussionRow = {
  id: string;
  slug: string;
  comments_state: "open" | "closed" | "locked";
  over: boolean;
  now: number;
  /** `pg_current_snapshot()` of the statement that read this. */
  snapshot: string;
  /** `voted` and `asked` are null for nobody in particular. */
  poll: {
    shown: ResultsShown;
    opens: number;
    closes: number | null;
    /** What its options are called, by key. */
    labels: Record<string, string> | null;
    /** How many answers there are to choose from. */
    answers: number;
    voted: boolean | null;
    asked: boolean | null;
  } | null;
  seen_at: number | null;
};

/** A comment with what a page needs beside it. Absent texts do not leave the database. Times are milliseconds since 1970. */
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
  posted_at: number;
  edited_at: number | null;
  reply_count: number;
  thread_count: number;
  respect: number;
  unconvinced: number;
  /** Both sides respect it, by so much that it wears the badge. */
  valued: boolean;
  changed_minds: number;
  locked: boolean;
  pinned: boolean;
  stance: string | null;
  stance_outdated: boolean;
  absence: Absence | null;
  answers: { handle: string | null; name: string | null; head: string | null } | null;
  passage: PassageView | null;
  mine: ReactionKind | null;
};

/** What an overlay says of a comment: enough for what a viewer may do and has done. */
const OVERLAY = [
  "id",
  "parent_id",
  "author_id",
  "role",
  "state",
  "html",
  "posted_at",
  "respect",
  "unconvinced",
  "locked",
  "stance",
  "stance_outdated",
  "absence",
  "mine",
] as const satisfies readonly (keyof CommentRow)[];
export type ViewerRow = Pick<CommentRow, (typeof OVERLAY)[number]>;

/** Enough HTML for the first words of an answered comment, in characters. */
export const HEAD = 400;

const viewerId = (viewer: Member | null) => Prisma.sql`${viewer?.id ?? null}::uuid`;

/** A time as a number: neither side has to write and read a date for it, and pages hold many. */
const ms = (time: Prisma.Sql): Prisma.Sql => Prisma.sql`(date_part('epoch', ${time}) * 1000)::bigint`;

/** The columns of a `DiscussionRow`, from `article a`. */
export const discussionColumns = (viewer: Member | null): Prisma.Sql => Prisma.sql`
  a.id, a.slug, a.comments_state, coalesce(a.closes_at <= now(), false) AS over, ${ms(Prisma.sql`now()`)} AS now,
  pg_current_snapshot()::text AS snapshot,
  (SELECT json_build_object('shown', p.results_shown, 'opens', ${ms(Prisma.sql`p.opens_at`)}, 'closes', ${ms(Prisma.sql`p.closes_at`)},
     'labels', (SELECT json_object_agg(o.key, o.label) FROM poll_option o WHERE o.poll_id = p.id),
     'answers', (SELECT count(*) FROM poll_option o WHERE o.poll_id = p.id AND o.removed_at IS NULL),
     'voted', standing.voted, 'asked', standing.asked)
   FROM poll p LEFT JOIN LATERAL ${standing(viewer)} ON true WHERE p.article_id = a.id) AS poll,
  ${viewer ? Prisma.sql`(SELECT ${ms(Prisma.sql`v.seen_at`)} FROM visit v WHERE v.article_id = a.id AND v.member_id = ${viewerId(viewer)})` : Prisma.sql`NULL`} AS seen_at`;

const standing = (viewer: Member | null): Prisma.Sql =>
  viewer?.sessionToken
    ? Prisma.sql`my_standing(p.id, ${viewer.sessionToken}) standing`
    : Prisma.sql`(SELECT NULL::boolean AS voted, NULL::boolean AS asked) standing`;

/** The columns of a `CommentRow` by their names, from `comment c` and `commentJoins`; without what it answers. */
export const columnsOf = (viewer: Member | null): Record<keyof Omit<CommentRow, "answers">, Prisma.Sql> => ({
  id: Prisma.sql`c.id`,
  parent_id: Prisma.sql`c.parent_id`,
  depth: Prisma.sql`c.depth`,
  author_id: Prisma.sql`c.author_id`,
  handle: Prisma.sql`m.handle`,
  name: Prisma.sql`m.name`,
  role: Prisma.sql`m.role`,
  state: Prisma.sql`c.state`,
  revision: Prisma.sql`c.revision`,
  html: Prisma.sql`CASE WHEN ${readable(viewer)} THEN c.html END`,
  source: viewer
    ? Prisma.sql`CASE WHEN ${readable(viewer)} AND ${theirs(viewer)} THEN c.source END`
    : Prisma.sql`NULL`,
  posted_at: ms(Prisma.sql`c.posted_at`),
  edited_at: ms(Prisma.sql`c.edited_at`),
  reply_count: Prisma.sql`c.reply_count`,
  thread_count: Prisma.sql`c.thread_count`,
  respect: Prisma.sql`c.respect`,
  unconvinced: Prisma.sql`c.unconvinced`,
  valued: Prisma.sql`c.bridging >= ${BADGE_BOUND}::float8`,
  changed_minds: Prisma.sql`c.changed_minds`,
  locked: Prisma.sql`c.locked`,
  pinned: Prisma.sql`c.pinned`,
  stance: Prisma.sql`c.stance`,
  stance_outdated: Prisma.sql`c.stance_outdated`,
  absence,
  passage: Prisma.sql`CASE WHEN c.parent_id IS NULL AND ${readable(viewer)} THEN ${passageOf} END`,
  mine: viewer ? myReaction(viewer) : Prisma.sql`NULL`,
});

/** The columns of a `CommentRow`, from `comment c` and `commentJoins`. */
export const commentColumns = (viewer: Member | null): Prisma.Sql =>
  named({ ...columnsOf(viewer), answers: answered });

/** The columns of a `ViewerRow`. Of the text it says only whether there is one to read. */
export function viewerColumns(viewer: Member): Prisma.Sql {
  const columns = {
    ...columnsOf(viewer),
    html: Prisma.sql`CASE WHEN ${readable(viewer)} THEN '' END`,
  };
  return named(Object.fromEntries(OVERLAY.map((name) => [name, columns[name]])));
}

/** `… AS name`, for each. */
export const named = (columns: Record<string, Prisma.Sql>): Prisma.Sql =>
  Prisma.join(
    Object.entries(columns).map(([name, value]) => Prisma.sql`${value} AS ${Prisma.raw(name)}`),
    ", ",
  );

/** One lookup a comment: a plan that is made once cannot know how few they are, and would read all members instead. */
export const commentJoins: Prisma.Sql = Prisma.sql`LEFT JOIN LATERAL (
  SELECT handle, name, role FROM member WHERE id = c.author_id AND hidden_at IS NULL LIMIT 1) m ON true`;

/** One's own, or under an article one moderates. */
export function theirs(viewer: Member): Prisma.Sql {
  const articles = scopeOf(viewer);
  const own = Prisma.sql`c.author_id = ${viewerId(viewer)}`;
  if (articles === null) return Prisma.sql`true`;
  return articles.length === 0 ? own : Prisma.sql`(${own} OR c.article_id = ANY(${articles}::uuid[]))`;
}

/** Its text is read by everyone, and while it is held by those whom `maySeeHeld` names. What was taken down is read in moderation only. */
const readable = (viewer: Member | null): Prisma.Sql =>
  viewer
    ? Prisma.sql`(c.state = 'visible' OR (c.state = 'held' AND ${theirs(viewer)}))`
    : Prisma.sql`c.state = 'visible'`;

const passageOf = Prisma.sql`(
    SELECT json_build_object('exact', p.exact, 'prefix', ${contextOf("prefix")}, 'suffix', ${contextOf("suffix")}, 'revision', p.revision,
      'place', nullif(p.block, 0))
    FROM passage p JOIN article pa ON pa.id = p.article_id WHERE p.comment_id = c.id)`;

const absence = Prisma.sql`CASE WHEN c.state IN ('rejected', 'withdrawn') THEN (
    SELECT json_build_object('by', r.by, 'reason', r.reason, 'at', r.at) FROM removal r
    WHERE r.comment_id = c.id AND r.ended_at IS NULL ORDER BY r.id DESC LIMIT 1) END`;

/** Whom a comment answers, with the first words of that; where the answered one stands beside it, it says so itself. */
export const answered = Prisma.sql`CASE WHEN c.parent_id IS NOT NULL THEN (
    SELECT json_build_object('handle', pm.handle, 'name', pm.name, 'head', left(pc.html, ${HEAD}::int))
    FROM (SELECT 1) one LEFT JOIN comment pc ON pc.id = c.parent_id AND pc.state = 'visible'
      LEFT JOIN member pm ON pm.id = pc.author_id AND pm.hidden_at IS NULL) END`;

/** A row of somebody's own under an article that they cannot read: what it answers is not theirs, nor are the words of the article it is about. */
export const ownWordsAlone = (row: CommentRow): CommentRow => ({
  ...row,
  passage: null,
  answers: row.parent_id === null ? null : { handle: null, name: null, head: null },
});

const myReaction = (viewer: Member): Prisma.Sql =>
  Prisma.sql`(SELECT re.kind FROM reaction re WHERE re.comment_id = c.id AND re.member_id = ${viewerId(viewer)})`;
