import "server-only";

import type { SignInOptions } from "./answers";
import { CHALLENGE_SECONDS, newChallenge } from "./challenge";
import { RELYING_PARTY } from "./relying-party";
import type { SignedChallenge } from "./schema";
import { verifySigned } from "./verify";
import { noteSecurity } from "@/domain/members/security-events";
import type { SignedIn } from "@/domain/members/sessions";
import { letIn } from "@/domain/members/sign-in";
import { database } from "@/platform/database";
import { Unacceptable } from "@/platform/refusal";
import * as t from "#messages/keys";

/** What a browser is told to find a passkey of ours, whoever's: nobody has to say who they are. */
export const signInOptions = (): SignInOptions => ({
  challenge: Buffer.from(newChallenge("sign in"), "utf8").toString("base64url"),
  timeout: CHALLENGE_SECONDS * 1_000,
  rpId: RELYING_PARTY.id,
  userVerification: "required",
});

/** A session for whoever holds the passkey: a second factor in itself. @throws Unacceptable, AccountClosed */
export async function signInByPasskey(signed: SignedChallenge): Promise<SignedIn> {
  const id = await holderOf(signed);
  const credentials = await database().member.findUnique({
    where: { id, erasedAt: null },
    select: { id: true, passwordHash: true },
  });
  if (!credentials) throw new Unacceptable(t.thatPasskeyIsNotKnown);
  return letIn(credentials, t.thatPasskeyIsNotKnown, true);
}

/** Whose passkey signed our challenge. @returns the member's id @throws Unacceptable */
export async function holderOf(signed: SignedChallenge): Promise<string> {
  const key = await database().passkey.findUnique({ where: { credentialId: signed.id } });
  if (!key) throw new Unacceptable(t.thatPasskeyIsNotKnown);
  const counter = await verifySigned(signed, key);
  const { userHandle } = signed.response;
  if (userHandle && Buffer.from(userHandle, "base64url").toString("utf8") !== key.memberId)
    throw new Unacceptable(t.thatPasskeyWasRefused);
  if (!(await countUse(key.id, counter))) {
    await noteSecurity(database(), key.memberId, "passkey-doubted");
    throw new Unacceptable(t.thatPasskeyMayBeACopy);
  }
  return key.memberId;
}

/** A device that counts has counted on; one that does not says 0 always. Of two answers at once one is older than the other. */
async function countUse(id: string, counter: number): Promise<boolean> {
  const used = await database().$executeRaw`
    UPDATE passkey SET counter = ${counter}, used_at = date_trunc('hour', now())
    WHERE id = ${id}::uuid AND (counter < ${counter} OR (counter = 0 AND ${counter} = 0))`;
  return used === 1;
}
