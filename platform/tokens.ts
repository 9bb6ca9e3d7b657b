import "server-only";

import { createHash, randomBytes } from "node:crypto";

/** 256 bits: nobody guesses it, so a fast hash is enough to keep it by. */
const TOKEN_BYTES = 32;

/** A secret for one holder, in 43 characters of base64url. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** What the database keeps of a token: its SHA-256, which opens nothing. */
export function tokenHash(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token, "utf8").digest());
}
