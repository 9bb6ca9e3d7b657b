import "server-only";

import { randomUUID } from "node:crypto";
import { decisionLeadsTo } from "@/domain/comments/moves";
import type { Member } from "@/domain/members/member";
import { deedsOf, isIts } from "./queries";
import { lastDecisions } from "@/domain/moderation/decisions/queries";
import type { UndoingCheck } from "./schema";
import { mayDecideOn, mayModerateEverywhere } from "@/domain/moderation/decisions/policy";
import { carryOut, lockComments, type Change } from "@/domain/moderation/decisions/write";
import { transaction, type Database } from "@/platform/database";
import { authorize } from "@/platform/refusal";
import * as t from "#messages/house-rules";

export type Undone = { bulk: string; restored: number; left: number };

/**
 * Undoes what a check did to the comments that were shown, as they were shown: what waits because of it alone returns to the thread, if wished
 * also what a moderator rejected out of its hold, each with a row of its own in the log; its remarks are taken away. What returns is
 * new to the moderators, for nobody has looked at it. Itself undone with `undoBulk`.
 */
export async function undoCheck(check: string, wish: UndoingCheck, actor: Member): Promise<Undone> {
  authorize(mayModerateEverywhere(actor), actor, t.onlyModeratorsUndoWhatACheck);
  return transaction(async (tx) => {
    const seen = new Map(wish.comments.map((one) => [one.comment, one]));
    const pointed = (await deedsOf(tx, check, wish)).flatMap(({ comment }) =>
      seen.has(comment) ? [comment] : [],
    );
    const standing = await lockComments(tx, pointed);
    // Once they are locked: what was decided a moment ago is decided.
    const outcomes = new Map(
      (await deedsOf(tx, check, wish)).map(({ comment, outcome }) => [comment, outcome]),
    );
    const last = await lastDecisions(tx, pointed);
    const authors = await authorsOf(
      tx,
      standing.flatMap(({ authorId }) => authorId ?? []),
    );
    const bulk = randomUUID();
    const changes: Change[] = [];
    for (const comment of standing) {
      const outcome = outcomes.get(comment.id);
      const what = seen.get(comment.id);
      if (what?.revision !== comment.revision || what.seen !== last.get(comment.id)?.id) continue;
      if (outcome !== "returns" && !(wish.rejected && outcome === "rejected")) continue;
      const author = authors.get(comment.authorId ?? "") ?? null;
      const after = decisionLeadsTo("restore", comment);
      if (after && mayDecideOn(actor, author, comment.articleId))
        changes.push({ comment, action: "restore", after, bulk });
    }
    await carryOut(tx, changes, actor);
    const back = changes.map(({ comment }) => comment.id);
    const kept = standing.filter(
      ({ id }) => !back.includes(id) && ["returns", "rejected"].includes(outcomes.get(id) ?? ""),
    );
    await takeRemarksAway(
      tx,
      check,
      wish,
      pointed.filter((id) => !kept.some((one) => one.id === id)),
    );
    await tx.$executeRaw`UPDATE queue_item SET queue = 'new' WHERE queue = 'approved' AND subject_id = ANY(${back}::uuid[])`;
    return { bulk, restored: back.length, left: kept.length };
  });
}

async function authorsOf(tx: Database, ids: string[]) {
  const rows = await tx.member.findMany({ where: { id: { in: ids } }, select: { id: true, role: true } });
  return new Map(rows.map((row) => [row.id, row]));
}

/** At the transaction's own time, which its decisions carry too: undoing those finds these again. */
const takeRemarksAway = (tx: Database, check: string, wish: UndoingCheck, comments: string[]) =>
  tx.$executeRaw`
    UPDATE finding f SET undone_at = now()
    WHERE f.comment_id = ANY(${comments}::uuid[]) AND f.undone_at IS NULL AND ${isIts(check, wish, "f")}`;
