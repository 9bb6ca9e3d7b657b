import "server-only";

import type { PasskeyOptions } from "./answers";
import { CHALLENGE_SECONDS, newChallenge } from "./challenge";
import { type OwnPasskey, PASSKEYS_AT_MOST } from "./key";
import { noteRemoved } from "./last-factor";
import { RELYING_PARTY } from "./relying-party";
import type { MadePasskey } from "./schema";
import { tellOfKey } from "./told";
import { verifyNew } from "./verify";
import { webauthn } from "./webauthn";
import { browserInWords } from "@/domain/members/browser";
import type { Member } from "@/domain/members/member";
import { hasAnotherWayIn } from "@/domain/members/providers/ways-in";
import { demandFreshProof } from "@/domain/members/reauthentication";
import { noteSecurity } from "@/domain/members/security-events";
import { currentClient } from "@/platform/client";
import { database, transaction } from "@/platform/database";
import { Conflict, NotAllowed, NotFound } from "@/platform/refusal";
import * as t from "#messages/keys";
import { thatIsTheLastWayIn } from "#messages/providers";
import { say } from "@/messages/say";

/** What a browser is told to make a passkey for the actor; not on a device that holds one already. */
export async function passkeyOptions(actor: Member): Promise<PasskeyOptions> {
  refuseSample(actor);
  await demandFreshProof(actor);
  const there = await database().passkey.findMany({ where: { memberId: actor.id } });
  const { generateRegistrationOptions } = await webauthn();
  const {
    challenge,
    pubKeyCredParams,
    user,
    excludeCredentials = [],
  } = await generateRegistrationOptions({
    rpName: RELYING_PARTY.id,
    rpID: RELYING_PARTY.id,
    userName: actor.handle,
    userDisplayName: actor.name,
    userID: new Uint8Array(Buffer.from(actor.id, "utf8")),
    challenge: newChallenge(`add to ${actor.id}`),
    attestationType: "none",
    excludeCredentials: there.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
  });
  return {
    challenge,
    timeout: CHALLENGE_SECONDS * 1_000,
    rp: { id: RELYING_PARTY.id, name: RELYING_PARTY.id },
    user,
    pubKeyCredParams: pubKeyCredParams.map(({ alg }) => ({ alg, type: "public-key" })),
    excludeCredentials: excludeCredentials.map(({ id, transports }) => ({
      id,
      type: "public-key",
      transports,
    })),
    attestation: "none",
    // Found without a name to type, and opened by a finger, a face or a PIN.
    authenticatorSelection: {
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    },
  };
}

/** Adds a passkey, called after the browser it was made in; the actor is told by mail. @returns its id @throws Unacceptable, Conflict */
export async function addPasskey(made: MadePasskey, actor: Member): Promise<string> {
  refuseSample(actor);
  await demandFreshProof(actor);
  const key = await verifyNew(made, actor.id);
  return transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM member WHERE id = ${actor.id}::uuid FOR UPDATE`;
    if ((await tx.passkey.count({ where: { memberId: actor.id } })) >= PASSKEYS_AT_MOST)
      throw new Conflict(say(t.soManyPasskeysAreEnough, { most: PASSKEYS_AT_MOST }));
    const { count } = await tx.passkey.createMany({
      data: [
        {
          ...key,
          memberId: actor.id,
          transports: made.response.transports,
          name: browserInWords(currentClient().agent ?? "") || t.aPasskey,
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) throw new Conflict(t.thatPasskeyIsKnown);
    await noteSecurity(tx, actor.id, "passkey-added");
    await tellOfKey(tx, actor.id, "passkey-added");
    const { id } = await tx.passkey.findUniqueOrThrow({ where: { credentialId: key.credentialId } });
    return id;
  });
}

/** Only its holder reads the name, and it opens nothing: no fresh proof is asked for. */
export async function renamePasskey(id: string, name: string, actor: Member): Promise<void> {
  const { count } = await database().passkey.updateMany({
    where: { id, memberId: actor.id },
    data: { name },
  });
  if (count === 0) throw new NotFound(t.thereIsNoSuchPasskey);
}

/** @throws Conflict where nobody could get into the account any more, NotFound */
export async function removePasskey(id: string, actor: Member): Promise<void> {
  await demandFreshProof(actor);
  await transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM member WHERE id = ${actor.id}::uuid FOR UPDATE`;
    const { count } = await tx.passkey.deleteMany({ where: { id, memberId: actor.id } });
    if (count === 0) throw new NotFound(t.thereIsNoSuchPasskey);
    if (!(await hasAnotherWayIn(tx, actor.id))) throw new Conflict(thatIsTheLastWayIn);
    await noteRemoved(tx, actor.id);
    await noteSecurity(tx, actor.id, "passkey-removed");
    await tellOfKey(tx, actor.id, "passkey-removed");
  });
}

/** The viewer's passkeys, oldest first. */
export async function passkeysOf(viewer: Member): Promise<OwnPasskey[]> {
  const rows = await database().passkey.findMany({ where: { memberId: viewer.id }, orderBy: { id: "asc" } });
  return rows.map(({ id, name, createdAt, usedAt }) => ({
    id,
    name,
    since: createdAt.toISOString(),
    usedAt: usedAt?.toISOString() ?? null,
  }));
}

/** Everybody on this machine is a member of the sample: it has no keys. */
export function refuseSample(actor: Member): void {
  if (actor.sample) throw new NotAllowed(t.theSampleHasNoKeys);
}
