import "server-only";

import type { Member, Role } from "./member";
import { mayGiveRoles, OPERATOR, type Operator } from "./policy";
import { demandFreshProof } from "./reauthentication";
import { noteSecurity } from "./security-events";
import { logAppointment } from "@/domain/moderation/decisions/appointments";
import { type Database, transaction } from "@/platform/database";
import { authorize, Conflict, NotFound } from "@/platform/refusal";
import * as t from "#messages/members";

type Wish = Readonly<{ handle: string; role: Role }>;

/**
 * Gives a member a role; the log says so, and the member is told. The last admin stays one: the table's trigger refuses, however
 * many ask at once.
 * @returns the member's id
 */
export async function setRole(wish: Wish, actor: Member | Operator): Promise<string> {
  authorize(mayGiveRoles(actor), actor === OPERATOR ? {} : actor, t.onlyAnAdminGivesRoles);
  if (actor !== OPERATOR) await demandFreshProof(actor);
  try {
    return await transaction((tx) => change(tx, wish, actor));
  } catch (problem) {
    if (isLastAdmin(problem)) throw new Conflict(t.somebodyMustBeAdmin);
    throw problem;
  }
}

async function change(tx: Database, { handle, role }: Wish, actor: Member | Operator): Promise<string> {
  await tx.$executeRaw`SELECT FROM member WHERE handle = ${handle} FOR UPDATE`;
  const person = await tx.member.findUnique({
    where: { handle, erasedAt: null },
    select: { id: true, role: true },
  });
  if (!person) throw new NotFound(t.thereIsNoMember);
  if (person.role === role) return person.id;
  await tx.member.update({ where: { id: person.id }, data: { role } });
  await noteSecurity(tx, person.id, "role-given");
  await logAppointment(tx, { action: "role", memberId: person.id, before: person.role, after: role }, actor);
  return person.id;
}

export const isLastAdmin = (problem: unknown): boolean =>
  problem instanceof Error && problem.message.includes("last admin");
