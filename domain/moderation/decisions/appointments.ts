import "server-only";

import { aboutDecision, notify } from "@/domain/inbox/commands";
import type { Member, Role } from "@/domain/members/member";
import { OPERATOR, type Operator } from "@/domain/members/policy";
import type { Appointment } from "./decision";
import type { Database } from "@/platform/database";
import * as t from "#messages/offices";

type Made = Readonly<{
  action: Appointment;
  memberId: string;
  /** The discussion, where the office is of one. */
  articleId?: string;
  before: Role | null;
  after: Role | null;
}>;

const RIGHTS: Record<Role, string> = {
  reader: t.youHaveTheRightsOfAReader,
  editor: t.youHaveTheRightsOfAnEditor,
  moderator: t.youHaveTheRightsOfAModerator,
  admin: t.youHaveTheRightsOfAnAdmin,
};

/** Writes an appointment into the log and tells whom it is about, in the transaction that made it. */
export async function logAppointment(tx: Database, made: Made, actor: Member | Operator): Promise<void> {
  const { action, memberId, articleId } = made;
  const { id } = await tx.decision.create({
    data: { ...made, moderatorId: actor === OPERATOR ? null : actor.id, statement: { scope: scopeOf(made) } },
  });
  await notify(tx, {
    ...aboutDecision(memberId, id),
    ...(action !== "role" && articleId !== undefined && { articleId }),
  });
}

function scopeOf({ action, after }: Made): string {
  if (action === "appoint") return t.youModerateThisDiscussion;
  return after === null ? t.youNoLongerModerate : RIGHTS[after];
}
