import "server-only";

import { PUBLISHED } from "@/domain/articles/published";
import type { CommentState, CommentView } from "./comment";
import { whyClosed, whyCannotWrite } from "./policy";
import { answered, discussionColumns, type CommentRow, type DiscussionRow } from "./columns";
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
import type { IdempotencyKey } from "@/platform/idempotency-key";
import { Conflict, NotAllowed, NotFound, Unacceptable } from "@/platform/refusal";
import * as t from "#messages/comments";
import * as passages from "#messages/passages";

/** So many posts of one author at once are put one behind the other; who has more on their way is asked to try again. */
const TURNS = 20;

/**
 * Posts a comment or a reply: one statement looks around, and one writes its row, its first revision, what the review found, the notices,
 * the event and the key with its answer, so that all of it happens or nothing. It waits for nobody but writers of replies to the same
 * comment, and its own author: whoever wrote since the review looked is reviewed again, so that no check of what was written before can be
 * outrun (optimistic concurrency control).
 * @param key of the request, if it has one: what was answered under it is repeated
 * @throws SignInFirst, NotAllowed, NotFound, Conflict, Unacceptable or TooMany, each with a sentence
 */
export async function post(
  slug: string,
  input: NewComment,
  actor: Member,
  key: Key = null,
): Promise<CommentView> {
  for (let nth = 0; nth < TURNS; nth++) {
    const { kept, place } = await gatherPosting(slug, input, actor, key);
    key?.repeat(kept);
    const silent = whyCannotWrite(actor);
    if (silent) throw new NotAllowed(silent);
    if (!place) throw new NotFound(t.noSuchArticle);
    const comment = await reviewAndWrite(place, input, actor, key);
    if (comment) {
      wakeListeners();
      return comment;
    }
  }
  throw new Conflict(t.youSentManyAtOnce);
}

type Key = IdempotencyKey<CommentView> | null;

/** The comment; none where its parent, its author's turn or its key was taken meanwhile, so that all of it must be looked at again. */
async function reviewAndWrite(
  place: Posting,
  input: NewComment,
  actor: Member,
  key: Key,
): Promise<CommentView | undefined> {
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
  const comment = presentComment(newRow(place, written, actor), place, actor);
  const isWritten = await refuseIfSanctioned(
    input.showStance
      ? writeWithStance(place, written, actor, key?.keep(comment, TURN))
      : write(place, written, actor, key?.keep(comment, TURN)),
  );
  return isWritten ? comment : undefined;
}

type Posting = DiscussionRow & {
  revision: number;
  moderation: "post" | "pre";
  slow_seconds: number;
  detached: boolean | null;
  vote: string | null;
  /** How many comments the actor has posted in turn. */
  turn: number;
  /** Of the comment to be written; `now` is when it is. */
  new_id: string;
  author: Pick<CommentRow, "handle" | "name" | "role"> | null;
  parent: { id: string; state: CommentState; locked: boolean; depth: number } | null;
  answers: CommentRow["answers"];
  around: ContextRow;
};

/**
 * The article as it stands now, the comment to be answered, the actor's own vote where it is to be shown, what the checks may know, and
 * what is kept under the key.
 */
async function gatherPosting(
  slug: string,
  { parentId, showStance }: NewComment,
  actor: Member,
  key: Key,
): Promise<{ kept: unknown; place: Posting | null }> {
  // Where the author stands in the poll, and what they have read, tells nothing of their own comment but of a vote that it shows.
  const viewer = showStance ? actor : null;
  const [found] = await query<{ kept: unknown; place: Posting | null }>(Prisma.sql`
    SELECT ${key?.kept ?? Prisma.sql`NULL`} AS kept, (SELECT row_to_json(x) FROM (
      SELECT ${discussionColumns(viewer)}, uuid_v7() AS new_id, a.revision, a.moderation, a.slow_seconds, p.detached,
        ${showStance ? Prisma.sql`my_vote(p.id, ${actor.sessionToken})` : Prisma.sql`NULL`} AS vote,
        coalesce((SELECT turn FROM author_turn WHERE member_id = ${actor.id}::uuid), 0) AS turn,
        (SELECT row_to_json(m) FROM (SELECT handle, name, role FROM member WHERE id = ${actor.id}::uuid AND hidden_at IS NULL) m) AS author,
        ${parentId ? parentColumn(parentId) : Prisma.sql`NULL`} AS parent,
        ${parentId ? Prisma.sql`(SELECT ${answered} FROM (SELECT ${parentId}::uuid AS parent_id) c)` : Prisma.sql`NULL`} AS answers,
        ${contextColumn(Prisma.sql`a.id`, actor)} AS around
      FROM article a LEFT JOIN poll p ON p.article_id = a.id WHERE a.slug = ${slug} AND ${PUBLISHED}) x) AS place`);
  return found ?? { kept: null, place: null };
}

/** Closed is a comment when it or anything above it is; the walk up is as long as the thread is deep. */
const parentColumn = (id: string): Prisma.Sql => Prisma.sql`
  (WITH RECURSIVE up AS (
     SELECT c.id, c.parent_id, c.state, c.locked, c.depth FROM comment c WHERE c.id = ${id}::uuid AND c.article_id = a.id
     UNION ALL
     SELECT c.id, c.parent_id, c.state, c.locked, c.depth FROM up JOIN comment c ON c.id = up.parent_id)
   SELECT json_build_object('id', t.id, 'state', t.state, 'depth', t.depth, 'locked', (SELECT bool_or(locked) FROM up)) FROM up t WHERE t.id = ${id}::uuid)`;

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

/** The comment as it will be read once it is written: nobody has done anything with it yet. */
const newRow = (place: Posting, { body, html, passage, state }: Written, actor: Member): CommentRow => ({
  id: place.new_id,
  parent_id: place.parent?.id ?? null,
  depth: place.parent ? place.parent.depth + 1 : 0,
  author_id: actor.id,
  handle: place.author?.handle ?? null,
  name: place.author?.name ?? null,
  role: place.author?.role ?? null,
  state,
  revision: 1,
  html,
  source: body,
  posted_at: place.now,
  edited_at: null,
  reply_count: 0,
  thread_count: 0,
  respect: 0,
  unconvinced: 0,
  valued: false,
  changed_minds: 0,
  locked: false,
  pinned: false,
  stance: place.vote,
  stance_outdated: false,
  absence: null,
  answers: place.answers,
  passage: passage && presentPassage(passage),
  mine: null,
});

/** The part of the statement below (a CTE) that has a row if the comment is to be written. */
const TURN = Prisma.sql`turn`;

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
  keepKey = Prisma.sql`SELECT true FROM turn`,
): Promise<boolean> {
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
  const rows = await query(Prisma.sql`
    WITH parent AS MATERIALIZED (${parent}),
    turn AS (
      INSERT INTO author_turn AS seen (member_id, turn) SELECT ${actor.id}::uuid, ${place.turn}::int + 1 FROM parent
      ON CONFLICT (member_id) DO UPDATE SET turn = excluded.turn WHERE seen.turn = ${place.turn}::int RETURNING turn
    ), key AS (${keepKey}
    ), c AS (
      INSERT INTO comment (id, posted_at, article_id, article_revision, parent_id, root_id, depth, author_id, state, listed, source, html)
      SELECT ${place.new_id}::uuid, to_timestamp(${place.now}::float8 / 1000), ${place.id}::uuid, ${place.revision}::int, parent_id, root_id, depth, ${actor.id}::uuid,
        ${state}::comment_state, ${shown}, ${body}, ${html}
      FROM parent, key RETURNING *
    ), first_revision AS (
      INSERT INTO comment_revision (comment_id, number, source, html, at, shown) SELECT id, 1, source, html, posted_at, ${shown} FROM c
    ), ${passage ? Prisma.sql`about AS (${keepPassage(passage)}), ` : Prisma.empty}
    ${findings.length > 0 ? Prisma.sql`kept_findings AS (${keepFindings(findings)}), ` : Prisma.empty}
    follows AS (${beginFollowing(Prisma.sql`(SELECT author_id, article_id FROM c)`)}
    ), happened AS (
      INSERT INTO event (kind, article_id, subject_id, parent_id)
      SELECT 'comment.posted', article_id, id, parent_id FROM c WHERE ${shown}
    )
    SELECT ${shown ? tellOfComment(body) : Prisma.sql`0`} AS told FROM c`);
  return rows.length > 0;
}

/** The vote is shown by the ballot box itself: nobody else may write which one it is. */
const writeWithStance = (
  place: Posting,
  written: Written,
  actor: Member,
  keepKey?: Prisma.Sql,
): Promise<boolean> =>
  transaction(async () => {
    if (!(await write(place, written, actor, keepKey))) return false;
    const [shown] = await query<{ stance: string | null }>(Prisma.sql`
      SELECT show_stance(${place.new_id}::uuid, ${actor.sessionToken}) AS stance`);
    if (shown?.stance === place.vote) return true;
    throw shown?.stance ? new Conflict(t.youChangedYourVote) : cannotShow(t.youHaveNotVoted);
  });

const keepPassage = (passage: Placed): Prisma.Sql => Prisma.sql`
  INSERT INTO passage (comment_id, article_id, revision, exact, prefix, suffix, begins, ends, block, now_begins, now_ends, visible)
  SELECT c.id, c.article_id, ${passage.revision}::int, ${passage.exact}, ${passage.prefix}, ${passage.suffix}, ${passage.begins}::int,
    ${passage.ends}::int, ${passage.block}::int, ${passage.nowBegins}::int, ${passage.nowEnds}::int, c.state = 'visible' FROM c`;

const keepFindings = (findings: Finding[]): Prisma.Sql => Prisma.sql`
  INSERT INTO finding (comment_id, revision, rule, effect, reason)
  SELECT c.id, c.revision, f.rule, f.effect, f.reason
  FROM c, jsonb_to_recordset(${JSON.stringify(findings)}::jsonb) AS f(rule text, effect text, reason text)`;
