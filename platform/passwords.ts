import "server-only";

import { hash, verify } from "@node-rs/argon2";

/**
 * Argon2id (the package's default variant) at OWASP's first recommendation: 19 MiB, two passes, one lane.
 * Source: OWASP Password Storage Cheat Sheet, "Argon2id".
 */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of a password nobody has: comparing with it costs what comparing with a member's costs. */
const NOBODYS =
  "$argon2id$v=19$m=19456,t=2,p=1$GCmshfovADOfrKqi7lH0xA$FXfBiW6kwyxIwlhG8JlRkXQah8LBDfy2v+mg9YAPd+I";

/** The PHC string to keep (parameters, salt and hash in one). */
export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2ID);
}

/** Compares in the same time whether or not there is a hash to compare with, so that time tells no one who has an account. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const same = await verify(kept ?? NOBODYS, password);
  return kept !== null && same;
}
