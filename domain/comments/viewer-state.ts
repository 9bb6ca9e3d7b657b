import "server-only";

import { PUBLISHED, readableTo } from "@/domain/articles/published";
import type { ViewerState } from "./comment";
import { mayReply, whyCannotWrite, whyClosed } from "./policy";
import {
  commentColumns,
  commentJoins,
  viewerColumns,
  discussionColumns,
  theirs,
  type CommentRow,
  type ViewerRow,
  type DiscussionRow,
} from "./columns";
import { SCORE_HIDDEN_MINUTES } from "./ranking";
import type { NewVisit } from "./schema";
import { followingColumn, followingHere, NOTHING_SAID, type FollowingRows } from "@/domain/following/here";
import { notByMuted } from "@/domain/following/muted";
import { presentViewerState, presentComment } from "./presenter";
import { isModeratorHere, type Member } from "@/domain/members/member";
import { database, literalNumber, Prisma } from "@/platform/database";
import { NotFound } from "@/platform/refusal";
import * as t from "#messages/comments";

/** Waiting comments that come with an overlay; the rest are in the moderators' room. */
const WAITING_SHOWN = 20;
/** A reader's own new comments that come with an overlay. */
const RECENT_SHOWN = 10;
/** So many new comments are stepped through one by one; more are told as "more". */
const UNREAD_SHOWN = 100;

type Rows = {
  place: DiscussionRow;
  asked: ViewerRow[];
  waiting: CommentRow[];
  recent: CommentRow[];
  unread: string[];
  following: FollowingRows;
};

/** What a viewer adds to the public page of a discussion, in one query. `ids` are the comments the page shows. */
export async function viewerState(slug: string, ids: string[], viewer: Member | null): Promise<ViewerState> {
  const found = viewer ? await read(slug, ids, viewer) : await readForNobody(slug);
  if (!found) throw new NotFound(t.noSuchArticle);
  const { place, asked, waiting, recent, unread, following } = found;
  const here = { discussion: { state: place.comments_state, over: place.over }, parent: null };
  return {
    can: { comment: mayReply(viewer, here), moderate: isModeratorHere(viewer, place.id) },
    closed: whyClosed(here) ?? (viewer && whyCannotWrite(viewer)),
    until: viewer?.suspension?.until?.toISOString() ?? null,
    comments: viewer
      ? Object.fromEntries(asked.map((row) => [row.id, presentViewerState(row, place, viewer)]))
      : {},
    waiting: waiting.map((row) => presentComment(row, place, viewer)),
    recent: recent.map((row) => presentComment(row, place, viewer)),
    unread: {
      since: place.seen_at === null ? null : new Date(place.seen_at).toISOString(),
      ids: unread.slice(0, UNREAD_SHOWN),
      more: unread.length > UNREAD_SHOWN,
    },
    following: followingHere(following, place.id),
    now: new Date(place.now).toISOString(),
  };
}

async function read(slug: string, ids: string[], viewer: Member): Promise<Rows | undefined> {
  const [found] = await database().$queryRaw<Rows[]>`
    WITH place AS MATERIALIZED (SELECT ${discussionColumns(viewer)} FROM article a WHERE a.slug = ${slug} AND ${readableTo(viewer)}),
    asked AS (
      SELECT ${viewerColumns(viewer)} FROM comment c ${commentJoins}
      WHERE c.id = ANY(${ids}::uuid[]) AND c.article_id = (SELECT id FROM place) AND c.listed
    ), waiting AS (
      SELECT ${commentColumns(viewer)} FROM comment c ${commentJoins}
      WHERE c.article_id = (SELECT id FROM place) AND c.state = 'held' AND ${theirs(viewer)} ORDER BY c.id LIMIT ${literalNumber(WAITING_SHOWN)}
    ), recent AS (
      SELECT ${commentColumns(viewer)} FROM comment c ${commentJoins}
      WHERE c.author_id = ${viewer.id}::uuid AND c.id > uuid_floor(now() - make_interval(mins => ${SCORE_HIDDEN_MINUTES}::int))
        AND c.posted_at > now() - make_interval(mins => ${SCORE_HIDDEN_MINUTES}::int)
        AND c.article_id = (SELECT id FROM place) AND c.listed AND c.state = 'visible' ORDER BY c.id DESC LIMIT ${literalNumber(RECENT_SHOWN)}
    ), unread AS (
      SELECT c.id FROM comment c
      WHERE c.article_id = (SELECT id FROM place) AND c.listed AND c.state = 'visible' AND c.id > uuid_floor((SELECT to_timestamp(seen_at / 1000.0) FROM place))
        AND c.author_id IS DISTINCT FROM ${viewer.id}::uuid
        AND ${notByMuted(viewer.id)} ORDER BY c.id LIMIT ${literalNumber(UNREAD_SHOWN + 1)}
    )
    SELECT row_to_json(place) AS place,
      coalesce((SELECT json_agg(row_to_json(asked)) FROM asked), '[]') AS asked,
      coalesce((SELECT json_agg(row_to_json(waiting)) FROM waiting), '[]') AS waiting,
      coalesce((SELECT json_agg(row_to_json(recent) ORDER BY id) FROM recent), '[]') AS recent,
      coalesce((SELECT json_agg(id ORDER BY id) FROM unread), '[]') AS unread,
      ${followingColumn(Prisma.sql`place.id`, viewer)} AS following
    FROM place`;
  return found;
}

async function readForNobody(slug: string): Promise<Rows | undefined> {
  const [found] = await database().$queryRaw<Pick<Rows, "place">[]>`
    SELECT row_to_json(x) AS place FROM (SELECT ${discussionColumns(null)} FROM article a WHERE a.slug = ${slug} AND ${PUBLISHED}) x`;
  return found && { ...found, asked: [], waiting: [], recent: [], unread: [], following: NOTHING_SAID };
}

/** Notes that the discussion was read up to `at`; a visit never moves back, nor into the future. */
export async function visit(slug: string, { at }: NewVisit, actor: Member): Promise<void> {
  const noted = await database().$executeRaw`
    INSERT INTO visit AS v (member_id, article_id, seen_at)
    SELECT ${actor.id}::uuid, a.id, least(now(), coalesce(${at ?? null}::timestamptz, now())) FROM article a WHERE a.slug = ${slug} AND ${PUBLISHED}
    ON CONFLICT (member_id, article_id) DO UPDATE SET seen_at = greatest(v.seen_at, excluded.seen_at)`;
  if (noted === 0) throw new NotFound(t.noSuchArticle);
}
