import "server-only";

import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "./env";

/** 128 bits: nobody guesses that, and an address stays short. */
const BYTES = 16;

/**
 * A signature of words that travel through a stranger's hands and must come back unchanged (HMAC-SHA-256, RFC 2104, cut to
 * 128 bits). It is good for the same `purpose` only. @returns base64url, 22 characters
 */
export function sign(purpose: string, payload: string): string {
  return signature(purpose, payload).toString("base64url");
}

/** Whether `given` is our signature of these words for this purpose. */
export function isSigned(purpose: string, payload: string, given: string): boolean {
  const bytes = Buffer.from(given, "base64url");
  // One signature has one spelling: base64 has several ways to write its last bits.
  return (
    bytes.length === BYTES &&
    bytes.toString("base64url") === given &&
    timingSafeEqual(bytes, signature(purpose, payload))
  );
}

const signature = (purpose: string, payload: string): Buffer =>
  // The length says where the purpose ends, so that no two pairs are signed as the same text.
  createHmac("sha256", key()).update(`${purpose.length}:${purpose}${payload}`).digest().subarray(0, BYTES);

let made: Buffer | undefined;
/** Another key than the one that signs sessions, made from the same secret. */
const key = (): Buffer => (made ??= createHmac("sha256", env.secret).update("signed words").digest());
