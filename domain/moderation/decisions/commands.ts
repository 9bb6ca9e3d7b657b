import "server-only";

import type { CommentState } from "@/domain/comments/comment";
import { decisionLeadsTo } from "@/domain/comments/moves";
import type { Member } from "@/domain/members/member";
import { DONE } from "./decision";
import { mayDecideOn, mayModerate } from "./policy";
import { lastDecisions } from "./queries";
import { refuseOutOfScope } from "./scope";
import { reasonsFor } from "./reasons";
import type { OnComment } from "./schema";
import { carryOut, lockComments, type Stands } from "./write";
import { transaction, type Database } from "@/platform/database";
import { authorize, Conflict, NotFound } from "@/platform/refusal";
import * as t from "#messages/decisions";
import { say } from "@/messages/say";

/**
 * Decides about one comment. Exactly one of several moderators wins: the comment is locked, and the text and the last decision
 * must be those that were `seen`. The others get a Conflict (409) that says what holds instead.
 */
export async function decide(
  input: OnComment,
  actor: Member,
): Promise<{ decision: string; state: CommentState }> {
  authorize(mayModerate(actor), actor, t.onlyModeratorsDecideAbout);
  return transaction(async (tx) => {
    const [comment] = await lockComments(tx, [input.comment]);
    if (!comment) throw new NotFound(t.thisCommentIsNotThere);
    refuseOutOfScope(comment.articleId, actor);
    await refuseUnseen(tx, comment, input);
    await refuseOwnAndHigher(tx, comment, actor);
    const after = decisionLeadsTo(input.action, comment);
    if (!after)
      throw new Conflict(say(t.aCommentThatIsCannot, { state: comment.state, action: DONE[input.action] }), {
        state: comment.state,
      });
    const change = {
      comment,
      action: input.action,
      after,
      ...(await reasonsFor(tx, input, [comment])).get(comment.id),
    };
    const [decided] = await carryOut(tx, [change], actor);
    if (!decided) throw new Error("A decision left no row.");
    return { decision: decided.id, state: after };
  });
}

/** Refused with what holds now, when the text or the standing is not what the moderator looked at. */
async function refuseUnseen(tx: Database, comment: Stands, { revision, seen }: OnComment): Promise<void> {
  const last = (await lastDecisions(tx, [comment.id])).get(comment.id);
  if (last && last.id !== seen) {
    const who = last.moderator?.name ?? t.somebody;
    throw new Conflict(say(t.thisMeanwhile, { who, action: DONE[last.action] }), {
      state: comment.state,
      revision: comment.revision,
      decision: last,
    });
  }
  if (comment.revision !== revision) {
    const text = await tx.comment.findUniqueOrThrow({
      where: { id: comment.id },
      select: { html: true, source: true },
    });
    throw new Conflict(t.itsAuthorHasChangedTheText, {
      ...text,
      state: comment.state,
      revision: comment.revision,
    });
  }
}

/** Nobody judges their own comment, and only an admin an admin's; and nobody what is outside their articles. */
export async function refuseOwnAndHigher(
  tx: Database,
  { authorId, articleId }: Stands,
  actor: Member,
): Promise<void> {
  refuseOutOfScope(articleId, actor);
  const author = authorId
    ? await tx.member.findUnique({ where: { id: authorId }, select: { id: true, role: true } })
    : null;
  authorize(authorId !== actor.id, actor, t.somebodyElseHasToDecideAbout);
  authorize(mayDecideOn(actor, author, articleId), actor, t.onlyAnAdminDecidesAbout);
}
