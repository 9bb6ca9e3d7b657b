import "server-only";

import { whoIsBarredBy } from "./barred-address";
import type { Role } from "./member";
import { isReservedHandle } from "./reserved-handle";
import { refuseLikenessToStaff, refuseWatchedWords } from "./profile";
import { whatIsTaken } from "./queries";
import type { NewMember } from "./schema";
import { signIn } from "./sign-in";
import type { SignedIn } from "./sessions";
import { refuseSignUpInRaid } from "@/domain/moderation/raid/commands";
import { transaction } from "@/platform/database";
import { hashPassword } from "@/platform/passwords";
import { Unacceptable } from "@/platform/refusal";
import * as t from "#messages/members";

/**
 * An account, and a session in it. Refused by field when the address or handle is taken or the name is a staff member's.
 * Of a thousand at once with one address, one gets it: the table's unique index decides.
 */
export async function signUp(input: NewMember): Promise<SignedIn> {
  await refuseSignUpInRaid();
  await refuseLikenessToStaff({ handle: input.handle, name: input.name ?? input.handle });
  await refuseWatchedWords({ handle: input.handle, name: input.name });
  await join({ ...input, role: "reader", sample: false }, await whoIsBarredBy(input.email));
  return signIn(input);
}

/** In the words and the time of an address that is taken, so that a stranger learns of no ban; the log is told whose it is. */
export class AddressBarred extends Unacceptable {
  constructor(
    message: string,
    problems: Record<string, string>,
    readonly memberId: string,
  ) {
    super(message, problems);
  }
}

/** An account made by the operator: any role, and any name. */
export async function addMember(input: Newcomer): Promise<void> {
  await join(input);
}

export type Newcomer = {
  email: string;
  handle: string;
  name?: string | undefined;
  password: string;
  role: Role;
  sample?: boolean;
};

/** `barredBy` is the member whose ban this account would get round. */
async function join(
  { email, handle, name, password, role, sample = false }: Newcomer,
  barredBy: string | null = null,
): Promise<void> {
  const passwordHash = await hashPassword(password);
  const data = barredBy === null ? [{ email, handle, name: name ?? handle, passwordHash, role, sample }] : [];
  const joined = await transaction(async (tx) => {
    const { count } = await tx.member.createMany({ data, skipDuplicates: true });
    // Afterwards: whoever was erased just now has left the handle and reserved it in one step, for which the insertion waited.
    if (count > 0 && (await isReservedHandle(tx, handle))) throw handleTaken();
    return count > 0;
  });
  if (joined) return;
  const taken = await whatIsTaken(email, handle);
  if (barredBy !== null) {
    const problems = { ...taken, email: t.noAccountWithThisAddress };
    throw new AddressBarred(Object.values(problems).join(" "), problems, barredBy);
  }
  throw new Unacceptable(Object.values(taken).join(" "), taken);
}

/** In the words of a handle that somebody has. */
const handleTaken = () =>
  new Unacceptable(t.somebodyHasThatHandleAlready, { handle: t.somebodyHasThatHandleAlready });
