import "server-only";

import { isKnownPassword } from "./known-password";
import type { Member } from "./member";
import { weaknessOf } from "./password";
import { memberBySession } from "./queries";
import type { ChangedPassword } from "./schema";
import { noteSecurity } from "./security-events";
import { endSessions, openSession, type SignedIn } from "./sessions";
import { tellPasswordChanged } from "./security-mails";
import { database, transaction } from "@/platform/database";
import { hashPassword } from "@/platform/passwords";
import { Conflict, NotAllowed, Unacceptable } from "@/platform/refusal";
import * as t from "#messages/members";

/** A new password ends every session; the actor gets a fresh one. Refused by field when the present password is not right. */
export async function changePassword(input: ChangedPassword, actor: Member): Promise<SignedIn> {
  const { email, passwordHash } = await database().member.findUniqueOrThrow({
    where: { id: actor.id },
    select: { email: true, passwordHash: true },
  });
  if (!(await isKnownPassword(input.current, passwordHash)))
    throw new Unacceptable(t.yourPasswordStays, {
      current: t.thatIsNotYourPresentPassword,
    });
  refuseWeakPassword(input.password, [actor.handle, actor.name, email ?? ""]);
  const fresh = await hashPassword(input.password);
  return transaction(async (tx) => {
    const { count } = await tx.member.updateMany({
      where: { id: actor.id, passwordHash },
      data: { passwordHash: fresh },
    });
    if (count === 0) throw new Conflict(t.yourPasswordWasChangedElsewhere);
    await endSessions(tx, actor.id);
    await noteSecurity(tx, actor.id, "password-changed");
    if (email !== null) await tellPasswordChanged(tx, actor.id, email);
    const token = await openSession(
      { id: actor.id, passwordHash: fresh },
      { multiFactor: actor.multiFactor === true },
    );
    const member = token === null ? null : await memberBySession(token);
    if (token === null || !member) throw new NotAllowed(t.accountClosed);
    return { member, token };
  });
}

/** @param about what others know of its owner @throws Unacceptable by field */
export function refuseWeakPassword(password: string, about: string[]): void {
  const weakness = weaknessOf(password, about);
  if (weakness !== null) throw new Unacceptable(weakness, { password: weakness });
}
