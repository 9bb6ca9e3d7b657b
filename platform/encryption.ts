import "server-only";

import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { env } from "./env";

const METHOD = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export const KEY_BYTES = 32;

/**
 * Words that travel through a stranger's hands and are neither read nor changed there (AES-256-GCM, NIST SP 800-38D).
 * They open again only for the same `purpose` and under the same key, which is the site's own unless another is given.
 * @returns base64url
 */
export function encrypt(purpose: string, plaintext: string, key = ownKey()): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(METHOD, key, nonce).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** What was sealed for this purpose; null for anything else. */
export function decrypt(purpose: string, sealed: string, key = ownKey()): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  // One text has one seal: base64 has several ways to write its last bits.
  if (bytes.length <= NONCE_BYTES + TAG_BYTES || bytes.toString("base64url") !== sealed) return null;
  const [nonce, tag, rest] = [
    bytes.subarray(0, NONCE_BYTES),
    bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES),
    bytes.subarray(NONCE_BYTES + TAG_BYTES),
  ];
  const decipher = createDecipheriv(METHOD, key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(purpose))
    .setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(rest), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

let made: Buffer | undefined;
/** Another key than the one that signs sessions, made from the same secret. */
const ownKey = (): Buffer => (made ??= createHmac("sha256", env.secret).update("sealed words").digest());
