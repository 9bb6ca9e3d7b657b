import "server-only";

import { type ChallengeFor, isOurChallenge, spendChallenge } from "./challenge";
import { RELYING_PARTY } from "./relying-party";
import type { MadePasskey, SignedChallenge } from "./schema";
import { webauthn } from "./webauthn";
import { Unacceptable } from "@/platform/refusal";
import * as t from "#messages/keys";

const EXPECTED = {
  expectedOrigin: RELYING_PARTY.origin,
  expectedRPID: RELYING_PARTY.id,
  // A passkey stands for two things at once: having the device, and the finger or PIN that unlocks it.
  requireUserVerification: true,
};

type NewKey = { credentialId: string; publicKey: Uint8Array<ArrayBuffer>; counter: number };

/** A new passkey that answered our challenge for this account, once. @throws Unacceptable */
export async function verifyNew({ id, response }: MadePasskey, memberId: string): Promise<NewKey> {
  const challenge = answered(`add to ${memberId}`);
  const { verifyRegistrationResponse } = await webauthn();
  const found = await refusing(() =>
    verifyRegistrationResponse({ ...EXPECTED, ...challenge, response: { ...envelope(id), response } }),
  );
  if (!found.verified) throw new Unacceptable(t.thatPasskeyWasRefused);
  await spend(challenge.given);
  const { credential } = found.registrationInfo;
  return {
    credentialId: credential.id,
    publicKey: new Uint8Array(credential.publicKey),
    counter: credential.counter,
  };
}

type KnownKey = { credentialId: string; publicKey: Uint8Array; transports: string[] };

/**
 * A passkey of ours that answered our challenge, once. The counter is compared by whoever keeps it.
 * @returns how often the device says it was used
 * @throws Unacceptable
 */
export async function verifySigned({ id, response }: SignedChallenge, key: KnownKey): Promise<number> {
  const challenge = answered("sign in");
  const { userHandle, ...signed } = response;
  const { verifyAuthenticationResponse } = await webauthn();
  const found = await refusing(() =>
    verifyAuthenticationResponse({
      ...EXPECTED,
      ...challenge,
      response: { ...envelope(id), response: { ...signed, ...(userHandle && { userHandle }) } },
      credential: { id: key.credentialId, publicKey: new Uint8Array(key.publicKey), counter: 0 },
    }),
  );
  if (!found.verified) throw new Unacceptable(t.thatPasskeyWasRefused);
  await spend(challenge.given);
  return found.authenticationInfo.newCounter;
}

/** Looks at the challenge while the library reads the answer, and remembers it. */
function answered(what: ChallengeFor) {
  const challenge = {
    given: "",
    expectedChallenge: (given: string): boolean => {
      challenge.given = given;
      return isOurChallenge(what, given);
    },
  };
  return challenge;
}

const envelope = (id: string) => ({
  id,
  rawId: id,
  type: "public-key" as const,
  clientExtensionResults: {},
});

async function spend(challenge: string): Promise<void> {
  if (!(await spendChallenge(challenge))) throw new Unacceptable(t.thatPasskeyWasRefused);
}

/** The library throws at whatever is not as it should be: another site's answer, an old challenge, bytes that are no key. */
async function refusing<T>(verify: () => Promise<T>): Promise<T> {
  try {
    return await verify();
  } catch {
    throw new Unacceptable(t.thatPasskeyWasRefused);
  }
}
