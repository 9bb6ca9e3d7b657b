import "server-only";

import { ABOUT_COMMENTS, type NoticeKind } from "./notice";
import type { Member } from "@/domain/members/member";
import { type Database, Prisma, transaction } from "@/platform/database";

export type NewNotice = {
  memberId: string;
  kind: NoticeKind;
  /** What made it so, by an id: one cause, one notice. */
  cause: string;
  articleId?: string;
  commentId?: string;
  /** The decision, for the kinds that are about one. */
  subjectId?: string;
};

/** Tells a member something, in the transaction that made it so. */
export async function notify(tx: Database, ...notices: NewNotice[]): Promise<void> {
  for (const { memberId, kind, cause, articleId, commentId, subjectId } of notices)
    await tx.$queryRaw`
      SELECT tell(ARRAY[${memberId}::uuid], ${kind}, ${cause}, ${articleId ?? null}::uuid, ${commentId ?? null}::uuid,
        ${subjectId ?? null}::uuid, NULL, now())`;
}

/** What everybody who follows a discussion, or the author or a tag of a new article, is told of, once it is committed. `by` is who did it, and is not told. */
export async function announce(
  tx: Database,
  kind: "new-article" | "correction" | "poll-reworded",
  { cause, articleId, by }: { cause: string; articleId: string; by: string | null },
): Promise<void> {
  await tx.$queryRaw`SELECT announce(${kind}, ${cause}, ${articleId}::uuid, NULL, ${by}::uuid)::text`;
}

/** That a member was the subject of a decision which is about no comment. */
export const aboutDecision = (memberId: string, id: string): NewNotice => ({
  memberId,
  kind: "decision",
  cause: `decision ${id}`,
  subjectId: id,
});

/** This one has been read, as when one opened what it is about. That of somebody else stays as it is. */
export const markOneRead = (id: string, actor: Member): Promise<void> => markTheseRead([id], actor);

/** These have been read: several that were told together. Those of somebody else stay as they are. */
export const markTheseRead = (ids: string[], actor: Member): Promise<void> =>
  nowRead(actor, Prisma.sql`id = ANY (${ids}::uuid[])`);

/** These comments have been read where they stand, and so what one was told of them. */
export const markCommentsRead = (comments: string[], actor: Member): Promise<void> =>
  nowRead(
    actor,
    Prisma.sql`comment_id = ANY (${comments}::uuid[]) AND kind = ANY (${[...ABOUT_COMMENTS]}::text[])`,
  );

/** Everything up to and including this notice has been read. Without one: everything. */
export const markRead = (upTo: string | null, actor: Member): Promise<void> =>
  nowRead(actor, Prisma.sql`(${upTo}::uuid IS NULL OR id <= ${upTo}::uuid)`);

/** What is told later stands among them already, and nobody has read it. A transaction, because two devices that read at once may wait for each other. */
const nowRead = (actor: Member, which: Prisma.Sql): Promise<void> =>
  transaction(async (tx) => {
    await tx.$executeRaw`
      UPDATE notice SET read_at = now()
      WHERE member_id = ${actor.id}::uuid AND read_at IS NULL AND at <= now() AND ${which}`;
  });
