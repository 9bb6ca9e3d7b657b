import "server-only";

import { randomUUID } from "node:crypto";
import { decisionLeadsTo } from "@/domain/comments/moves";
import type { Member } from "@/domain/members/member";
import { BULK_LIMIT } from "./decision";
import { reasonsFor } from "./reasons";
import { mayDecideOn, mayModerate } from "./policy";
import { lastDecisions } from "./queries";
import type { BulkDecision } from "./schema";
import { carryOut, lockComments, type Change } from "./write";
import { transaction, type Database } from "@/platform/database";
import { authorize } from "@/platform/refusal";
import * as t from "#messages/decisions";

export type BulkResult = { bulk: string; decided: number; left: number };

/**
 * The same decision about many comments, all of it or nothing. What cannot be decided so (already there, the moderator's own,
 * an admin's), and what has been edited or decided about since it was seen, is left as it is and counted in `left`. Undone with
 * `undoBulk`.
 */
export async function decideInBulk(
  input: BulkDecision,
  actor: Member,
  bulk: string = randomUUID(),
): Promise<BulkResult> {
  authorize(mayModerate(actor), actor, t.onlyModeratorsDecideAbout);
  return transaction(async (tx) => {
    const changes = await changesFor(tx, input, actor, bulk);
    await carryOut(tx, changes, actor);
    return { bulk, decided: changes.length, left: input.comments.length - changes.length };
  });
}

async function changesFor(tx: Database, input: BulkDecision, actor: Member, bulk: string): Promise<Change[]> {
  const standing = await lockComments(
    tx,
    input.comments.slice(0, BULK_LIMIT).map(({ comment }) => comment),
  );
  const seen = new Map(input.comments.map((one) => [one.comment, one]));
  const last = await lastDecisions(
    tx,
    standing.map(({ id }) => id),
  );
  const authors = await tx.member.findMany({
    where: { id: { in: standing.flatMap(({ authorId }) => authorId ?? []) } },
    select: { id: true, role: true },
  });
  const byId = new Map(authors.map((author) => [author.id, author]));
  const changes: Change[] = [];
  const reasons = await reasonsFor(tx, input, standing);
  for (const comment of standing) {
    const what = seen.get(comment.id);
    if (what?.revision !== comment.revision || what.seen !== last.get(comment.id)?.id) continue;
    const after = decisionLeadsTo(input.action, comment);
    const author = comment.authorId ? (byId.get(comment.authorId) ?? null) : null;
    if (!after || !mayDecideOn(actor, author, comment.articleId)) continue;
    changes.push({ comment, action: input.action, after, bulk, ...reasons.get(comment.id) });
  }
  return changes;
}
