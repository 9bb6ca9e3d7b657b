import "server-only";

import type { Outsider } from "./outside";
import type { NewMemberByProvider } from "./schema";
import { whoIsBarredBy } from "@/domain/members/barred-address";
import { useInvitation } from "@/domain/members/joining/invitations";
import { agreedTo } from "@/domain/members/joining/joining";
import { admit } from "@/domain/members/joining/queries";
import { refuseLikenessToStaff, refuseWatchedWords } from "@/domain/members/profile";
import { refuseReservedHandle } from "@/domain/members/reserved-handle";
import { letIn } from "@/domain/members/sign-in";
import { AddressBarred } from "@/domain/members/sign-up";
import type { SignedIn } from "@/domain/members/sessions";
import { takeTurns } from "@/domain/mail/write";
import { refuseSignUpInRaid } from "@/domain/moderation/raid/commands";
import { transaction } from "@/platform/database";
import { Conflict, Unacceptable } from "@/platform/refusal";
import * as t from "#messages/members";
import * as own from "#messages/providers";

/**
 * An account for somebody who came from a provider that says their address is theirs: proven from the beginning, and without a password.
 * @throws Unacceptable by field; Conflict where the address has become an account's meanwhile
 */
export async function signUpByProvider(
  input: NewMemberByProvider,
  { issuer, subject, email, multiFactor = false }: Outsider & { email: string },
): Promise<SignedIn> {
  const { handle, name = handle } = input;
  await refuseSignUpInRaid();
  await refuseLikenessToStaff({ handle, name });
  await refuseWatchedWords({ handle, name: input.name });
  const { invitation } = await admit(email, input.invitation);
  const barredBy = await whoIsBarredBy(email);
  if (barredBy !== null) throw new AddressBarred(own.noAccountForThem, {}, barredBy);
  const id = await transaction(async (tx) => {
    await takeTurns(tx, email);
    if (await tx.member.findUnique({ where: { email }, select: { id: true } }))
      throw new Conflict(own.addressIsTaken);
    const [made] = await tx.member.createManyAndReturn({
      data: [{ handle, name, email, ...agreedTo(input), invitationId: invitation }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!made)
      throw new Unacceptable(t.somebodyHasThatHandleAlready, { handle: t.somebodyHasThatHandleAlready });
    await refuseReservedHandle(tx, handle);
    if (invitation !== null) await useInvitation(tx, invitation);
    const { count } = await tx.outsideAccount.createMany({
      data: [{ memberId: made.id, issuer, subject }],
      skipDuplicates: true,
    });
    if (count === 0) throw new Conflict(own.addressIsTaken);
    return made.id;
  });
  return letIn({ id, passwordHash: null }, t.accountClosed, multiFactor);
}
