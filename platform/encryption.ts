import "server-only";

import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { keysFor } from "./secret-keys";

const METHOD = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export const KEY_BYTES = 32;

/**
 * Words that travel through a stranger's hands and are neither read nor changed there (AES-256-GCM, NIST SP 800-38D).
 * They open again only for the same `purpose` and under the same key, which is the site's own unless another is given.
 * @returns base64url
 */
export function encrypt(purpose: string, plaintext: string, key = ownKeys()[0]): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(METHOD, key, nonce).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** What was sealed for this purpose, by the site also under one of its earlier secrets; null for anything else. */
export function decrypt(purpose: string, sealed: string, key?: Buffer): string | null {
  for (const one of key ? [key] : ownKeys()) {
    const plaintext = opened(purpose, sealed, one);
    if (plaintext !== null) return plaintext;
  }
  return null;
}

/** "current" for what is under the secret in force already, "lost" for what opens under none that is known. */
export type Resealed = { sealed: string } | "current" | "lost";

/** What opens under an earlier secret only, sealed under the one in force. */
export function reseal(purpose: string, sealed: string): Resealed {
  const [current, ...earlier] = ownKeys();
  if (opened(purpose, sealed, current) !== null) return "current";
  const plaintext = earlier.map((key) => opened(purpose, sealed, key)).find((text) => text !== null);
  return plaintext == null ? "lost" : { sealed: encrypt(purpose, plaintext) };
}

function opened(purpose: string, sealed: string, key: Buffer): string | null {
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

let made: ReturnType<typeof keysFor> | undefined;
const ownKeys = () => (made ??= keysFor("sealed words"));
