import "server-only";

import { hash, verify } from "@node-rs/argon2";
import { currentClient } from "./client";
import { concurrencyLimit } from "./concurrency-limit";
import { holds } from "./held";
import { processSingleton } from "./process-singleton";
import { isRefusal, TooMany } from "./refusal";
import * as t from "#messages/api";

/**
 * Argon2id (the package's default variant) at OWASP's first recommendation: 19 MiB, two passes, one lane.
 * Source: OWASP Password Storage Cheat Sheet, "Argon2id".
 */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of a password nobody has: comparing with it costs what comparing with a member's costs. */
const NOBODYS =
  "$argon2id$v=19$m=19456,t=2,p=1$GCmshfovADOfrKqi7lH0xA$FXfBiW6kwyxIwlhG8JlRkXQah8LBDfy2v+mg9YAPd+I";

/** Node has four threads for such work, and names of hosts are looked up on them too: half are left alone. */
const MAX_CONCURRENT = 2;
/** About two seconds of waiting; whoever comes after these is better told to come again. */
const MAX_QUEUED = 200;

const limit = processSingleton("passwords", () =>
  concurrencyLimit({ maxConcurrent: MAX_CONCURRENT, maxQueued: MAX_QUEUED, maxPerClient: MAX_QUEUED }),
);
holds("passwords to be hashed", MAX_QUEUED, () => limit.load().queued);

/** The PHC string to keep (parameters, salt and hash in one). */
export function hashPassword(password: string): Promise<string> {
  return limited(() => hash(password, ARGON2ID));
}

/** Compares in the same time whether or not there is a hash to compare with, so that time tells no one who has an account. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const same = await limited(() => verify(kept ?? NOBODYS, password));
  return kept !== null && same;
}

const limited = <T>(work: () => Promise<T>): Promise<T> =>
  limit(currentClient(), work).catch((problem: unknown) => {
    if (isRefusal(problem)) throw new TooMany(t.manyPeopleAreSigningIn, 2);
    throw problem;
  });
