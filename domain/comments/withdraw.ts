import "server-only";

import type { CommentState, CommentView } from "./comment";
import { EDIT_MINUTES } from "./comment";
import { mayAskToHideStance, mayUndoWithdraw, mayWithdraw, whyCannotWrite } from "./policy";
import { getComment } from "./get-comment";
import { wakeListeners } from "@/domain/events/record";
import type { Member } from "@/domain/members/member";
import { refuseIfSanctioned } from "@/domain/members/good-standing";
import { mayShowStances } from "@/domain/polls/queries";
import { database, transaction } from "@/platform/database";
import { authorize, Conflict, NotFound } from "@/platform/refusal";
import * as t from "#messages/comments";
import { say } from "@/messages/say";

type Own = {
  article_id: string;
  author_id: string | null;
  state: CommentState;
  stance: string | null;
  posted_at: Date;
  withdrawn_at: Date | null;
  now: Date;
};

/** Takes one's own comment back. Its replies stay, under a tombstone; what never was public just goes. */
export async function withdraw(id: string, actor: Member): Promise<CommentView> {
  const comment = await own(id);
  authorize(mayWithdraw(actor, written(comment)), actor, whyNotWithdraw(comment, actor));
  const gone = await database().$executeRaw`
    WITH before AS MATERIALIZED (
      SELECT id, state FROM comment
      WHERE id = ${id}::uuid AND author_id = ${actor.id}::uuid AND state = ${comment.state}::comment_state FOR NO KEY UPDATE
    ), c AS (
      UPDATE comment SET state = 'withdrawn', moved_by = 'withdraw' FROM before WHERE comment.id = before.id
      RETURNING comment.id, article_id, comment.parent_id, listed, before.state AS was
    ), happened AS (
      INSERT INTO event (kind, article_id, subject_id, parent_id)
      SELECT 'comment.removed', article_id, id, parent_id FROM c WHERE listed
    )
    INSERT INTO removal (comment_id, by, was) SELECT id, 'author', was FROM c`;
  if (gone === 0) throw new Conflict(t.justChangedLookAgain);
  wakeListeners();
  return getComment(id, actor);
}

/** Undoes one's own withdrawal while it is fresh: the comment stands, or waits, as it did before. */
export async function undoWithdraw(id: string, actor: Member): Promise<CommentView> {
  const comment = await own(id);
  authorize(
    mayUndoWithdraw(actor, written(comment), comment.withdrawn_at, comment.now),
    actor,
    whyNotUndo(comment, actor),
  );
  const returning = database().$executeRaw`
    WITH before AS MATERIALIZED (
      SELECT id FROM comment WHERE id = ${id}::uuid AND author_id = ${actor.id}::uuid AND state = 'withdrawn' FOR NO KEY UPDATE
    ), ended AS (
      UPDATE removal SET ended_at = now() FROM before
      WHERE comment_id = before.id AND by = 'author' AND ended_at IS NULL
        AND at >= now() - make_interval(mins => ${EDIT_MINUTES}::int)
      RETURNING comment_id, was
    ), c AS (
      UPDATE comment SET state = ended.was, moved_by = 'return' FROM ended WHERE id = ended.comment_id
      RETURNING id, article_id, parent_id, state
    )
    INSERT INTO event (kind, article_id, subject_id, parent_id)
    SELECT 'comment.restored', article_id, id, parent_id FROM c`;
  const back = await refuseIfSanctioned(returning);
  if (back === 0) throw new Conflict(t.justChangedLookAgain);
  wakeListeners();
  return getComment(id, actor);
}

/**
 * Shows the vote with this comment no more, anywhere. Whoever it is not for hears the same whether one was shown, and while readers
 * do not see stances none of them is told that one went.
 */
export async function hideStance(id: string, actor: Member): Promise<CommentView> {
  const comment = await own(id);
  authorize(mayAskToHideStance(actor, { authorId: comment.author_id }), actor, t.onlyItsAuthorCanHide);
  const isPublic = await mayShowStances({ id: comment.article_id }, null);
  await transaction(async (tx) => {
    const [done] = await tx.$queryRaw<{ hidden: boolean }[]>`
      SELECT hide_stance(${id}::uuid, ${actor.sessionToken}) AS hidden`;
    if (!done?.hidden || !isPublic) return;
    await tx.$executeRaw`
      INSERT INTO event (kind, article_id, subject_id, parent_id)
      SELECT 'comment.edited', article_id, id, parent_id FROM comment WHERE id = ${id}::uuid`;
  });
  wakeListeners();
  return getComment(id, actor);
}

async function own(id: string): Promise<Own> {
  const [found] = await database().$queryRaw<Own[]>`
    SELECT c.article_id, c.author_id, c.state::text AS state, c.stance, c.posted_at, now() AS now,
      (SELECT r.at FROM removal r WHERE r.comment_id = c.id AND r.ended_at IS NULL AND r.by = 'author'
       ORDER BY r.id DESC LIMIT 1) AS withdrawn_at
    FROM comment c WHERE c.id = ${id}::uuid`;
  if (!found) throw new NotFound(t.noSuchComment);
  return found;
}

const written = ({ author_id, state, posted_at }: Own) => ({
  authorId: author_id,
  state,
  postedAt: posted_at,
});

function whyNotWithdraw(comment: Own, actor: Member): string {
  if (comment.author_id !== actor.id) return t.onlyItsAuthorCanWithdraw;
  if (comment.state === "withdrawn") return t.youHaveWithdrawnThisComment;
  return t.removedNotWithdrawn;
}

function whyNotUndo(comment: Own, actor: Member): string {
  if (comment.author_id !== actor.id) return t.onlyItsAuthorCanBring;
  if (comment.state !== "withdrawn") return t.thisCommentIsNotWithdrawn;
  return whyCannotWrite(actor) ?? say(t.aWithdrawalCanBeUndone, { editMinutes: EDIT_MINUTES });
}
