import "server-only";

import type { NoticeKind } from "./notice";
import type { Member } from "@/domain/members/member";
import { type Database, database } from "@/platform/database";

export type NewNotice = {
  memberId: string;
  kind: NoticeKind;
  articleId?: string;
  commentId?: string;
  /** The decision, for the kinds that are about one. */
  subjectId?: string;
};

/** Tells a member something, in the transaction that made it so. Several at once are one statement. */
export async function notify(tx: Database, ...notices: NewNotice[]): Promise<void> {
  if (notices.length > 0) await tx.notice.createMany({ data: notices });
}

/** This one has been read, as when one opened what it is about. That of somebody else stays as it is. */
export async function markOneRead(id: string, actor: Member): Promise<void> {
  await database().notice.updateMany({
    where: { id, memberId: actor.id, readAt: null },
    data: { readAt: new Date() },
  });
}

/** Everything up to and including this notice has been read. Without one: everything. */
export async function markRead(upTo: string | null, actor: Member): Promise<void> {
  await database().notice.updateMany({
    where: { memberId: actor.id, readAt: null, ...(upTo !== null && { id: { lte: upTo } }) },
    data: { readAt: new Date() },
  });
}
