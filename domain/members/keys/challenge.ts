import "server-only";

import { randomBytes } from "node:crypto";
import { database } from "@/platform/database";
import { isSigned, sign } from "@/platform/signature";
import { tokenHash } from "@/platform/tokens";

/** Somebody reads the page, looks for the key, and unlocks it. Seconds. */
export const CHALLENGE_SECONDS = 900;
const NONCE_BYTES = 16;

/** For what a passkey is asked: to sign in with, or to be added to the account with this id. */
export type ChallengeFor = "sign in" | `add to ${string}`;

/**
 * What a passkey shall sign. It says until when it is good and is signed by us, so that asking leaves no row; that it is answered once
 * is seen to by `spendChallenge`.
 */
export function newChallenge(what: ChallengeFor): string {
  const until = Math.floor(Date.now() / 1_000) + CHALLENGE_SECONDS;
  const words = `${randomBytes(NONCE_BYTES).toString("base64url")}~${until}`;
  return `${words}~${sign("challenge", `${what} ${words}`)}`;
}

/** Whether it is one of ours, for this, and still good. @param given in base64url, as a passkey repeats it */
export function isOurChallenge(what: ChallengeFor, given: string): boolean {
  const [nonce = "", until = "", signature = ""] = Buffer.from(given, "base64url")
    .toString("utf8")
    .split("~");
  return (
    isSigned("challenge", `${what} ${nonce}~${until}`, signature) &&
    Number(until) > Math.floor(Date.now() / 1_000)
  );
}

/** Uses it up. @returns false where it was answered before */
export async function spendChallenge(given: string): Promise<boolean> {
  const hash = tokenHash(Buffer.from(given, "base64url").toString("utf8"));
  return (
    (await database().$executeRaw`
      INSERT INTO spent_challenge (challenge_hash) VALUES (${hash}) ON CONFLICT DO NOTHING`) === 1
  );
}

/** Those that have ended cannot be answered again. */
export async function forgetSpentChallenges(): Promise<void> {
  await database().$executeRaw`
    DELETE FROM spent_challenge WHERE at < now() - make_interval(secs => ${2 * CHALLENGE_SECONDS})`;
}
