import "server-only";

import { whyNotThisCode } from "./keys/app-codes";
import { holderOf } from "./keys/asserted";
import { isCodeOf } from "./keys/factors";
import type { SignedChallenge } from "./keys/schema";
import { isKnownPassword } from "./known-password";
import type { Member } from "./member";
import { memberBySession } from "./queries";
import { hasFactor } from "./reauthentication";
import type { SignedIn } from "./sessions";
import { database } from "@/platform/database";
import { NotAllowed, SignInFirst, Unacceptable } from "@/platform/refusal";
import { newToken, tokenHash } from "@/platform/tokens";
import * as t from "#messages/keys";

/** By the password, where the account has nothing better. @throws Unacceptable by field */
export async function confirmByPassword(current: string, actor: Member): Promise<SignedIn> {
  if (await hasFactor(actor)) throw new NotAllowed(t.pleaseUseYourKey);
  const { passwordHash } = await database().member.findUniqueOrThrow({ where: { id: actor.id } });
  if (!(await isKnownPassword(current, passwordHash)))
    throw new Unacceptable(t.thatIsNotYourPassword, { current: t.thatIsNotYourPassword });
  return renewSession(actor, false);
}

/** By a code of an app, or a recovery code. @throws Unacceptable by field */
export async function confirmByCode(code: string, actor: Member): Promise<SignedIn> {
  if (!(await isCodeOf(actor.id, code))) {
    const why = await whyNotThisCode(actor.id);
    throw new Unacceptable(why, { code: why });
  }
  return renewSession(actor, true);
}

/** By a passkey of the actor's. @throws Unacceptable */
export async function confirmByPasskey(signed: SignedChallenge, actor: Member): Promise<SignedIn> {
  if ((await holderOf(signed)) !== actor.id) throw new Unacceptable(t.thatPasskeyIsNotYours);
  return renewSession(actor, true);
}

/** The same session under another token: what was known of the old one opens nothing any more. */
async function renewSession(actor: Member, multiFactor: boolean): Promise<SignedIn> {
  if (actor.sessionToken === null) throw new SignInFirst();
  const token = newToken();
  await database().$executeRaw`
    UPDATE session SET token_hash = ${tokenHash(token)}, authenticated_at = now(), multi_factor = multi_factor OR ${multiFactor}
    WHERE token_hash = ${tokenHash(actor.sessionToken)} AND expires_at > now()`;
  const member = await memberBySession(token);
  if (!member) throw new SignInFirst();
  return { member, token };
}
