import "server-only";

import { createHmac } from "node:crypto";
import { env } from "./env";

/**
 * Keys for one use, made from the site's secrets, so that no two uses share one. What is made now is made with the first; the others open
 * what was made before the secret was changed (`MOOT_OLD_SECRETS`).
 */
export const keysFor = (use: string): readonly [Buffer, ...Buffer[]] => [
  keyOf(env.secret, use),
  ...env.oldSecrets.map((secret) => keyOf(secret, use)),
];

const keyOf = (secret: string, use: string): Buffer => createHmac("sha256", secret).update(use).digest();
