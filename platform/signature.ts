import "server-only";

import { createHmac, timingSafeEqual } from "node:crypto";
import { keysFor } from "./secret-keys";

/** 128 bits: nobody guesses that, and an address stays short. */
const BYTES = 16;

/**
 * A signature of words that travel through a stranger's hands and must come back unchanged (HMAC-SHA-256, RFC 2104, cut to
 * 128 bits). It is good for the same `purpose` only. @returns base64url, 22 characters
 */
export function sign(purpose: string, payload: string): string {
  return signature(purpose, payload, keys()[0]).toString("base64url");
}

/** The same, and what it was under each earlier secret: for what is looked up by its signature. */
export function signatures(purpose: string, payload: string): [string, ...string[]] {
  const [current, ...earlier] = keys();
  const under = (key: Buffer) => signature(purpose, payload, key).toString("base64url");
  return [under(current), ...earlier.map(under)];
}

/** Whether `given` is our signature of these words for this purpose, also of a time when the site had another secret. */
export function isSigned(purpose: string, payload: string, given: string): boolean {
  const bytes = Buffer.from(given, "base64url");
  // One signature has one spelling: base64 has several ways to write its last bits.
  return (
    bytes.length === BYTES &&
    bytes.toString("base64url") === given &&
    keys().some((key) => timingSafeEqual(bytes, signature(purpose, payload, key)))
  );
}

const signature = (purpose: string, payload: string, key: Buffer): Buffer =>
  // The length says where the purpose ends, so that no two pairs are signed as the same text.
  createHmac("sha256", key).update(`${purpose.length}:${purpose}${payload}`).digest().subarray(0, BYTES);

let made: ReturnType<typeof keysFor> | undefined;
const keys = () => (made ??= keysFor("signed words"));
