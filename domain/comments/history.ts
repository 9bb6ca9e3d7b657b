import "server-only";

import { diffWordsWithSpace } from "diff";
import type { HistoryStep } from "./comment";
import { getComment } from "./get-comment";
import { theirs } from "./columns";
import type { Member } from "@/domain/members/member";
import { fromStore } from "@/domain/prose/safe-html";
import { database, literalNumber, Prisma } from "@/platform/database";
import { NotFound } from "@/platform/refusal";
import * as t from "#messages/comments";

/** The newest texts that are shown; the edit window lets nobody make many more. */
const STEPS_SHOWN = 50;
/** Texts further apart than so many words have nothing in common worth marking; comparing them would only take long. */
const WORDS_APART = 1_500;

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
  return revisions.map((revision, nth) => ({
    number: revision.number,
    at: revision.at.toISOString(),
    html: fromStore(revision.html),
    diff: changes(revisions[nth - 1]?.source ?? null, revision.source),
  }));
}

function changes(before: string | null, after: string): HistoryStep["diff"] {
  if (before === null) return null;
  const parts = diffWordsWithSpace(before, after, { maxEditLength: WORDS_APART });
  if (!parts)
    return [
      { text: before, change: "removed" },
      { text: after, change: "added" },
    ];
  return parts.map(({ value, added, removed }) => ({
    text: value,
    change: added ? "added" : removed ? "removed" : null,
  }));
}
