import "server-only";

import type { Role } from "./member";
import { refuseLikenessToStaff, refuseWatchedWords } from "./profile";
import { whatIsTaken } from "./queries";
import type { NewMember } from "./schema";
import { signIn } from "./sign-in";
import type { SignedIn } from "./sessions";
import { refuseSignUpInRaid } from "@/domain/moderation/raid/commands";
import { database } from "@/platform/database";
import { hashPassword } from "@/platform/passwords";
import { Unacceptable } from "@/platform/refusal";

/**
 * An account, and a session in it. Refused by field when the address or handle is taken or the name is a staff member's.
 * Of a thousand at once with one address, one gets it: the table's unique index decides.
 */
export async function signUp(input: NewMember): Promise<SignedIn> {
  await refuseSignUpInRaid();
  await refuseLikenessToStaff({ handle: input.handle, name: input.name ?? input.handle });
  await refuseWatchedWords({ handle: input.handle, name: input.name });
  await join({ ...input, role: "reader", sample: false });
  return signIn(input);
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

async function join({ email, handle, name, password, role, sample = false }: Newcomer): Promise<void> {
  const passwordHash = await hashPassword(password);
  const { count } = await database().member.createMany({
    data: [{ email, handle, name: name ?? handle, passwordHash, role, sample }],
    skipDuplicates: true,
  });
  if (count > 0) return;
  const taken = await whatIsTaken(email, handle);
  throw new Unacceptable(Object.values(taken).join(" "), taken);
}
