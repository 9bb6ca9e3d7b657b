import "server-only";

import { whoIsBarredBy } from "./barred-address";
import { claimAccount } from "./claims";
import type { Role } from "./member";
import { refuseReservedHandle } from "./reserved-handle";
import { useInvitation } from "./joining/invitations";
import { agreedTo } from "./joining/joining";
import { admit } from "./joining/queries";
import { refuseLikenessToStaff, refuseWatchedWords } from "./profile";
import { whatIsTaken } from "./queries";
import type { NewMember } from "./schema";
import { letIn, signIn } from "./sign-in";
import type { SignedIn } from "./sessions";
import { refuseSignUpInRaid } from "@/domain/moderation/raid/commands";
import { transaction } from "@/platform/database";
import { env } from "@/platform/env";
import { hashPassword } from "@/platform/passwords";
import { Unacceptable } from "@/platform/refusal";
import * as t from "#messages/members";

/** `browser` is a token for the browser that signs up, where the code of the mail does; null where no address is asked to prove itself. */
export type Joined = SignedIn & { browser: string | null; barredBy: string | null };

/**
 * An account, and a session in it. Where addresses prove themselves it is the same for one that is somebody's, who is told by mail.
 * Elsewhere it is refused by field when the address is taken: of a thousand at once with one address, one gets it. A handle that is
 * taken, and a name of the staff's, are refused by field everywhere.
 */
export async function signUp(input: NewMember): Promise<Joined> {
  await refuseSignUpInRaid();
  await refuseLikenessToStaff({ handle: input.handle, name: input.name ?? input.handle });
  await refuseWatchedWords({ handle: input.handle, name: input.name });
  const admission = await admit(input.email, input.invitation);
  const barredBy = await whoIsBarredBy(input.email);
  if (env.provesAddress) {
    const { credentials, browser } = await claimAccount({ ...input, ...admission }, barredBy !== null);
    return { ...(await letIn(credentials, t.accountClosed)), browser, barredBy };
  }
  await join({ ...input, ...admission, role: "reader", sample: false }, barredBy);
  return { ...(await signIn(input)), browser: null, barredBy: null };
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
  /** The versions of the house rules, the terms and the privacy page they agreed to. */
  rules?: number | undefined;
  terms?: number | undefined;
  privacy?: number | undefined;
  /** The id of the invitation they came with. */
  invitation?: string | null;
};

/** `barredBy` is the member whose ban this account would get round. */
async function join(
  {
    email,
    handle,
    name = handle,
    password,
    role,
    sample = false,
    rules,
    terms,
    privacy,
    invitation = null,
  }: Newcomer,
  barredBy: string | null = null,
): Promise<void> {
  const passwordHash = await hashPassword(password);
  const came = { ...agreedTo({ rules, terms, privacy }), invitationId: invitation };
  const row = { email, handle, name, passwordHash, role, sample, ...came };
  const data = barredBy === null ? [row] : [];
  const joined = await transaction(async (tx) => {
    const { count } = await tx.member.createMany({ data, skipDuplicates: true });
    if (count > 0) await refuseReservedHandle(tx, handle);
    if (count > 0 && invitation !== null) await useInvitation(tx, invitation);
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
