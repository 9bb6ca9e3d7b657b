import "server-only";

import { PUBLISHED } from "@/domain/articles/published";
import type { CommentState, CommentView } from "./comment";
import { whyClosed, whyCannotWrite } from "./policy";
import {
  commentColumns,
  commentJoins,
  discussionColumns,
  type CommentRow,
  type DiscussionRow,
} from "./columns";
import { presentPassage } from "@/domain/passages/passage";
import { placePassage, type Placed } from "@/domain/passages/place";
import type { NewComment } from "./schema";
import { tellOfComment } from "./notify-mentions";
import { presentComment } from "./presenter";
import { wakeListeners } from "@/domain/events/record";
import { beginFollowing } from "@/domain/following/begin";
import type { Member } from "@/domain/members/member";
import { refuseIfSanctioned } from "@/domain/members/good-standing";
import type { Finding } from "@/domain/moderation/checks/check";
import { contextColumn, type ContextRow } from "@/domain/moderation/checks/check-context";
import { review } from "@/domain/moderation/review";
import { renderComment } from "@/domain/prose/comment";
import { database, Prisma, query, transaction } from "@/platform/database";
import { Conflict, NotAllowed, NotFound, Unacceptable } from "@/platform/refusal";
import * as t from "#messages/comments";
import * as passages from "#messages/passages";

/** So many posts of one author at once are put one behind the other; who has more on their way is asked to try again. */
const TURNS = 20;

/**
 * Posts a comment or a reply: one statement writes its row, its first revision, what the review found, the notices and the
 * event, so that all of it happens or nothing. It waits for nobody but writers of replies to the same comment, and its own author:
 * whoever wrote since the review looked is reviewed again, so that no check of what was written before can be outrun
 * (optimistic concurrency control).
 * @throws SignInFirst, NotAllowed, NotFound, Conflict, Unacceptable or TooMany, each with a sentence
 */
export async function post(slug: string, input: NewComment, actor: Member): Promise<CommentView> {
  const silent = whyCannotWrite(actor);
  if (silent) throw new NotAllowed(silent);
  for (let nth = 0; nth < TURNS; nth++) {
    const place = await gatherPosting(slug, input, actor);
    const row = await reviewAndWrite(place, input, actor);
    if (row) {
      wakeListeners();
      return presentComment(row, place, actor);
    }
  }
  throw new Conflict(t.youSentManyAtOnce);
}

/** The row; none where its parent or its author's turn was taken meanwhile, so that all of it must be looked at again. */
async function reviewAndWrite(
  place: Posting,
  input: NewComment,
  actor: Member,
): Promise<CommentRow | undefined> {
  const parent = parentOf(place, input);
  const closed = whyClosed({ discussion: { state: place.comments_state, over: place.over }, parent });
  if (closed) throw refusedAt(parent?.state, closed);
  if (input.showStance) refuseWithoutVote(place);
  const passage = await passageOf(place, input);
  const { state, findings } = await review(
    database(),
    {
      article: { id: place.id, moderation: place.moderation, slowSeconds: place.slow_seconds },
      author: actor,
      parent,
      text: input.body,
    },
    place.around,
  );
  const written = { ...input, passage, html: renderComment(input.body), state, findings };
  const row = await refuseIfSanctioned(
    input.showStance ? writeWithStance(place, written, actor) : write(place, written, actor),
  );
  // The statement that writes it does not see it yet.
  return row && { ...row, passage: passage && presentPassage(passage) };
}

type Posting = DiscussionRow & {
  revision: number;
  moderation: "post" | "pre";
  slow_seconds: number;
  detached: boolean | null;
  vote: string | null;
  /** How many comments the actor has posted in turn. */
  turn: number;
  parent: { id: string; state: CommentState; locked: boolean } | null;
  around: ContextRow;
};

/** The article as it stands now, the comment to be answered, the actor's own vote where it is to be shown, and what the checks may know. */
async function gatherPosting(
  slug: string,
  { parentId, showStance }: NewComment,
  actor: Member,
): Promise<Posting> {
  const [found] = await query<{ place: Posting }>(Prisma.sql`
    SELECT row_to_json(x) AS place FROM (
      SELECT ${discussionColumns(actor)}, a.revision, a.moderation, a.slow_seconds, p.detached,
        ${showStance ? Prisma.sql`my_vote(p.id, ${actor.sessionToken})` : Prisma.sql`NULL`} AS vote,
        coalesce((SELECT turn FROM author_turn WHERE member_id = ${actor.id}::uuid), 0) AS turn,
        ${parentId ? parentColumn(parentId) : Prisma.sql`NULL`} AS parent,
        ${contextColumn(Prisma.sql`a.id`, actor)} AS around
      FROM article a LEFT JOIN poll p ON p.article_id = a.id WHERE a.slug = ${slug} AND ${PUBLISHED}) x`);
  if (!found) throw new NotFound(t.noSuchArticle);
  return found.place;
}

/** Closed is a comment when it or anything above it is; the walk up is as long as the thread is deep. */
const parentColumn = (id: string): Prisma.Sql => Prisma.sql`
  (WITH RECURSIVE up AS (
     SELECT c.id, c.parent_id, c.state, c.locked FROM comment c WHERE c.id = ${id}::uuid AND c.article_id = a.id
     UNION ALL
     SELECT c.id, c.parent_id, c.state, c.locked FROM up JOIN comment c ON c.id = up.parent_id)
   SELECT json_build_object('id', t.id, 'state', t.state, 'locked', (SELECT bool_or(locked) FROM up)) FROM up t WHERE t.id = ${id}::uuid)`;

function parentOf({ parent }: Posting, { parentId }: NewComment): Posting["parent"] {
  if (!parentId) return null;
  if (parent) return parent;
  throw new Unacceptable(t.noSuchCommentToAnswer, {
    parentId: t.noSuchCommentHere,
  });
}

const refusedAt = (state: CommentState | undefined, sentence: string) =>
  state === undefined || state === "visible" ? new NotAllowed(sentence) : new Conflict(sentence);

/** Whether there is a vote to show with a comment. */
function refuseWithoutVote({ poll, detached, vote }: Posting): void {
  if (!poll) throw cannotShow(t.thisArticleHasNoPoll);
  if (detached) throw cannotShow(t.pollStoresVotesWithoutNames);
  if (!vote) throw cannotShow(t.youHaveNotVoted);
}

const cannotShow = (sentence: string) => new Unacceptable(sentence, { showStance: sentence });

/** What is about a passage begins a discussion of it: a reply is about what it answers. */
async function passageOf(place: Posting, { passage, parentId }: NewComment): Promise<Placed | null> {
  if (passage && parentId)
    throw new Unacceptable(passages.aReplyHasNoPassage, { passage: passages.aReplyHasNoPassage });
  return passage ? placePassage(place, passage) : null;
}

type Written = Omit<NewComment, "passage"> & {
  passage: Placed | null;
  html: string;
  state: "visible" | "held";
  findings: Finding[];
};

/**
 * The parent's row is locked for the length of the statement, and seen as it is once the lock is had: a reply to a comment
 * withdrawn in the same instant either comes before the tombstone or is not written. (FOR SHARE would let two
 * replies in and deadlock them when the counters move.) No row where the parent does not stand any more, where the article with the
 * passage was revised, or where the author has posted since: of several that saw the same turn one takes it, the others find it taken when they have waited for its row.
 */
async function write(
  place: Posting,
  { body, html, parentId, passage, state, findings }: Written,
  actor: Member,
): Promise<CommentRow | undefined> {
  const parent = parentId
    ? Prisma.sql`
        SELECT c.id AS parent_id, coalesce(c.root_id, c.id) AS root_id, c.depth + 1 AS depth
        FROM comment c WHERE c.id = ${parentId}::uuid AND c.state = 'visible' AND NOT c.locked FOR NO KEY UPDATE`
    : passage
      ? Prisma.sql`
        SELECT NULL::uuid AS parent_id, NULL::uuid AS root_id, 0 AS depth FROM article
        WHERE id = ${place.id}::uuid AND revision = ${place.revision}::int FOR SHARE`
      : Prisma.sql`SELECT NULL::uuid AS parent_id, NULL::uuid AS root_id, 0 AS depth`;
  const shown = state === "visible";
  const [row] = await query<{ comment: CommentRow }>(Prisma.sql`
    WITH parent AS MATERIALIZED (${parent}),
    turn AS (
      INSERT INTO author_turn AS seen (member_id, turn) SELECT ${actor.id}::uuid, ${place.turn}::int + 1 FROM parent
      ON CONFLICT (member_id) DO UPDATE SET turn = excluded.turn WHERE seen.turn = ${place.turn}::int RETURNING turn
    ), c AS (
      INSERT INTO comment (article_id, article_revision, parent_id, root_id, depth, author_id, state, listed, source, html)
      SELECT ${place.id}::uuid, ${place.revision}::int, parent_id, root_id, depth, ${actor.id}::uuid,
        ${state}::comment_state, ${shown}, ${body}, ${html}
      FROM parent, turn RETURNING *
    ), first_revision AS (
      INSERT INTO comment_revision (comment_id, number, source, html, shown) SELECT id, 1, source, html, ${shown} FROM c
    ), ${passage ? Prisma.sql`about AS (${keepPassage(passage)}), ` : Prisma.empty}kept_findings AS (${keepFindings(findings)}
    ), follows AS (${beginFollowing(Prisma.sql`(SELECT author_id, article_id FROM c)`)}
    ), happened AS (
      INSERT INTO event (kind, article_id, subject_id, parent_id)
      SELECT 'comment.posted', article_id, id, parent_id FROM c WHERE ${shown}
    )
    SELECT row_to_json(x) AS comment, ${shown ? tellOfComment(body) : Prisma.sql`0`} AS told
    FROM c CROSS JOIN LATERAL (SELECT ${commentColumns(actor)} FROM (SELECT c.*) c ${commentJoins}) x`);
  return row?.comment;
}

/** The vote is shown by the ballot box itself: nobody else may write which one it is. */
const writeWithStance = (place: Posting, written: Written, actor: Member): Promise<CommentRow | undefined> =>
  transaction(async () => {
    const row = await write(place, written, actor);
    if (!row) return undefined;
    const [shown] = await query<{ stance: string | null }>(Prisma.sql`
      SELECT show_stance(${row.id}::uuid, ${actor.sessionToken}) AS stance`);
    if (!shown?.stance) throw cannotShow(t.youHaveNotVoted);
    return { ...row, stance: shown.stance };
  });

const keepPassage = (passage: Placed): Prisma.Sql => Prisma.sql`
  INSERT INTO passage (comment_id, article_id, revision, exact, prefix, suffix, begins, ends, block, now_begins, now_ends, visible)
  SELECT c.id, c.article_id, ${passage.revision}::int, ${passage.exact}, ${passage.prefix}, ${passage.suffix}, ${passage.begins}::int,
    ${passage.ends}::int, ${passage.block}::int, ${passage.nowBegins}::int, ${passage.nowEnds}::int, c.state = 'visible' FROM c`;

const keepFindings = (findings: Finding[]): Prisma.Sql => Prisma.sql`
  INSERT INTO finding (comment_id, revision, rule, effect, reason)
  SELECT c.id, c.revision, f.rule, f.effect, f.reason
  FROM c, jsonb_to_recordset(${JSON.stringify(findings)}::jsonb) AS f(rule text, effect text, reason text)`;
