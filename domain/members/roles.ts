import "server-only";

import type { Member, Role } from "./member";
import { mayGiveRoles, OPERATOR, type Operator } from "./policy";
import { noteSecurity } from "./security-events";
import { transaction } from "@/platform/database";
import { authorize, Conflict, NotFound } from "@/platform/refusal";
import * as t from "#messages/members";

/** Gives a member a role. @returns the member's id. The last admin stays one: the table's trigger refuses, however many ask at once. */
export async function setRole(
  { handle, role }: { handle: string; role: Role },
  actor: Member | Operator,
): Promise<string> {
  authorize(mayGiveRoles(actor), actor === OPERATOR ? {} : actor, t.onlyAnAdminGivesRoles);
  try {
    return await transaction(async (tx) => {
      const [changed] = await tx.member.updateManyAndReturn({
        where: { handle, erasedAt: null },
        data: { role },
        select: { id: true },
      });
      if (!changed) throw new NotFound(t.thereIsNoMember);
      await noteSecurity(tx, changed.id, "role-given");
      return changed.id;
    });
  } catch (problem) {
    if (isLastAdmin(problem)) throw new Conflict(t.somebodyMustBeAdmin);
    throw problem;
  }
}

const isLastAdmin = (problem: unknown): boolean =>
  problem instanceof Error && problem.message.includes("last admin");
