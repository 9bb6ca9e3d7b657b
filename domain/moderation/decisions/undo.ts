import "server-only";

import { randomUUID } from "node:crypto";
import type { CommentState } from "@/domain/comments/comment";
import { statesAfter } from "@/domain/comments/moves";
import type { Member } from "@/domain/members/member";
import { refuseOwnAndHigher } from "./commands";
import type { Statement } from "./decision";
import { mayModerate } from "./policy";
import { lastDecisions } from "./queries";
import { refuseOutOfScope } from "./scope";
import { carryOut, lockComments, type Change } from "./write";
import { transaction, type Database } from "@/platform/database";
import { authorize, Conflict, NotFound } from "@/platform/refusal";
import * as t from "#messages/decisions";

/**
 * Takes a decision about a comment back: the comment and its reports stand as they did before. Only the last one can be, and only
 * about the very text that was decided about: another one is looked at first.
 */
export async function undo(
  decisionId: string,
  actor: Member,
): Promise<{ decision: string; state: CommentState }> {
  authorize(mayModerate(actor), actor, t.onlyModeratorsUndoDecisions);
  return transaction(async (tx) => {
    const { changes, refused } = await undoing(tx, [decisionId], actor, null);
    if (refused) throw refused;
    const [change] = changes;
    const [decided] = await carryOut(tx, changes, actor);
    if (!change || !decided) throw new NotFound(t.noSuchDecisionAboutAComment);
    return { decision: decided.id, state: change.after };
  });
}

/** Takes back everything that was decided together and is still as it was left. Tells how much, and how much had moved on. */
export async function undoBulk(
  bulk: string,
  actor: Member,
): Promise<{ undone: number; left: number; bulk: string }> {
  authorize(mayModerate(actor), actor, t.onlyModeratorsUndoDecisions);
  return transaction(async (tx) => {
    const rows = await tx.decision.findMany({
      where: { bulk, commentId: { not: null } },
      select: { id: true },
    });
    const again = randomUUID();
    const { changes } = await undoing(
      tx,
      rows.map(({ id }) => id),
      actor,
      again,
    );
    await carryOut(tx, changes, actor);
    await remarkAgain(tx, bulk, changes);
    return { undone: changes.length, left: rows.length - changes.length, bulk: again };
  });
}

/** What a check had remarked, where undoing the check had taken that away together with these decisions. */
const remarkAgain = (tx: Database, bulk: string, changes: Change[]) =>
  tx.$executeRaw`
    UPDATE finding f SET undone_at = NULL FROM decision d
    WHERE d.bulk = ${bulk}::uuid AND d.comment_id = f.comment_id AND f.undone_at = d.at
      AND d.comment_id = ANY(${changes.map(({ comment }) => comment.id)}::uuid[])`;

/** The changes that take these decisions back, for those where it is still possible, and why not for the last of the others. */
async function undoing(
  tx: Database,
  ids: string[],
  actor: Member,
  bulk: string | null,
): Promise<{ changes: Change[]; refused: Error | null }> {
  const named = await tx.decision.findMany({
    where: { id: { in: ids }, commentId: { not: null } },
    select: { commentId: true },
  });
  const comments = await lockComments(
    tx,
    named.flatMap(({ commentId }) => commentId ?? []),
  );
  // Scope first: the refusals below name later decisions, which moderators of other articles must not learn.
  for (const { articleId } of comments) refuseOutOfScope(articleId, actor);
  const last = await lastDecisions(
    tx,
    comments.map(({ id }) => id),
  );
  const reasons = await earlierReasons(
    tx,
    comments.map(({ id }) => id),
  );
  const changes: Change[] = [];
  let refused: Error | null = null;
  for (const comment of comments) {
    const decision = last.get(comment.id);
    const after = decision?.before;
    if (
      !decision ||
      !ids.includes(decision.id) ||
      !after ||
      comment.state !== decision.after ||
      decision.action === "undo" ||
      !statesAfter("undo", comment.state).includes(after)
    )
      refused = new Conflict(t.changedSinceSoNotUndone, {
        state: comment.state,
        decision,
      });
    else if (decision.revision !== comment.revision)
      refused = new Conflict(t.changedSinceThatDecision, {
        state: comment.state,
        revision: comment.revision,
        decision,
      });
    else
      changes.push({
        comment,
        action: "undo",
        after,
        undoes: decision.id,
        bulk,
        ...(after === "rejected" ? reasons.get(comment.id) : {}),
      });
  }
  for (const { comment } of changes) await refuseOwnAndHigher(tx, comment, actor);
  return { changes, refused };
}

/** What a rejection said, for when undoing its restoring brings it back. */
async function earlierReasons(
  tx: Database,
  comments: string[],
): Promise<Map<string, Pick<Change, "ground" | "statement">>> {
  const rows = await tx.$queryRaw<
    { comment_id: string; ground: string; rules_version: number; statement: Statement }[]
  >`
    SELECT DISTINCT ON (comment_id) comment_id, ground, rules_version, statement FROM decision
    WHERE comment_id = ANY(${comments}::uuid[]) AND after = 'rejected' AND before <> 'rejected' ORDER BY comment_id, seq DESC`;
  return new Map(
    rows.map((row) => [
      row.comment_id,
      { ground: { key: row.ground, version: row.rules_version }, statement: row.statement },
    ]),
  );
}
