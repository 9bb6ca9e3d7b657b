import "server-only";

import type { HistoryStep } from "./comment";
import { getComment } from "./get-comment";
import { theirs } from "./columns";
import type { Member } from "@/domain/members/member";
import { wordDiff } from "@/domain/prose/word-diff";
import { fromStore } from "@/domain/prose/safe-html";
import { database, literalNumber, Prisma } from "@/platform/database";
import { NotFound } from "@/platform/refusal";
import * as t from "#messages/comments";

/** The newest texts that are shown; the edit window lets nobody make many more. */
const STEPS_SHOWN = 50;

type Revision = { number: number; source: string; html: string; at: Date };

/**
 * Every text a comment had, oldest first, each with what changed since the one before, word by word. A text that only ever
 * waited for a moderator is its author's and the moderators': what was approved later is another.
 */
export async function history(id: string, viewer: Member | null): Promise<HistoryStep[]> {
  const comment = await getComment(id, viewer);
  if (comment.html === "") throw new NotFound(t.goneWithItsVersions);
  const newest = await database().$queryRaw<Revision[]>`
    SELECT r.number, r.source, r.html, r.at FROM comment_revision r JOIN comment c ON c.id = r.comment_id
    WHERE r.comment_id = ${id}::uuid AND (r.shown OR ${viewer ? theirs(viewer) : Prisma.sql`false`})
    ORDER BY r.number DESC LIMIT ${literalNumber(STEPS_SHOWN)}`;
  const revisions = newest.reverse();
  return revisions.map((revision, nth) => {
    const before = revisions[nth - 1];
    return {
      number: revision.number,
      at: revision.at.toISOString(),
      html: fromStore(revision.html),
      diff: before ? wordDiff(before.source, revision.source) : null,
    };
  });
}
