import "server-only";

import type { Member } from "@/domain/members/member";
import { refuseWeakPassword } from "@/domain/members/passwords";
import { demandFreshProof } from "@/domain/members/reauthentication";
import { noteSecurity } from "@/domain/members/security-events";
import { tellPasswordChanged } from "@/domain/members/security-mails";
import { database, transaction } from "@/platform/database";
import { hashPassword } from "@/platform/passwords";
import { Conflict } from "@/platform/refusal";
import * as t from "#messages/providers";

/** Whoever came by a provider has none. */
export async function hasPassword(viewer: Member): Promise<boolean> {
  const { passwordHash } = await database().member.findUniqueOrThrow({
    where: { id: viewer.id },
    select: { passwordHash: true },
  });
  return passwordHash !== null;
}

/** A password for an account that has none. @throws Conflict where it has one */
export async function setFirstPassword({ password }: { password: string }, actor: Member): Promise<void> {
  if (await hasPassword(actor)) throw new Conflict(t.youHaveAPassword);
  await demandFreshProof(actor);
  const { email } = await database().member.findUniqueOrThrow({
    where: { id: actor.id },
    select: { email: true },
  });
  refuseWeakPassword(password, [actor.handle, actor.name, email ?? ""]);
  const passwordHash = await hashPassword(password);
  await transaction(async (tx) => {
    const { count } = await tx.member.updateMany({
      where: { id: actor.id, passwordHash: null, erasedAt: null },
      data: { passwordHash },
    });
    if (count === 0) throw new Conflict(t.youHaveAPassword);
    await noteSecurity(tx, actor.id, "password-changed");
    if (email !== null) await tellPasswordChanged(tx, actor.id, email);
  });
}
