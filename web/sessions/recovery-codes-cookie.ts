import "server-only";

import { z } from "zod";
import { decrypt, encrypt } from "@/platform/encryption";
import { cookieName, cookieNamed, COOKIE_ATTRIBUTES } from "./session-cookie";

/**
 * New recovery codes on their way to the page that shows them. The database keeps only hashes, so it is this browser that carries them
 * there, sealed, for long enough to write them down.
 */
const COOKIE = cookieName("moot-codes");
const PURPOSE = "recovery codes";
const SECONDS = 600;

const Kept = z.strictObject({ member: z.uuid(), until: z.int(), codes: z.array(z.string()) });

export function recoveryCodesCookie(member: string, codes: readonly string[]): string {
  const until = Date.now() + SECONDS * 1_000;
  const sealed = encrypt(PURPOSE, JSON.stringify({ member, until, codes }));
  return `${COOKIE}=${sealed}; Max-Age=${SECONDS}; ${COOKIE_ATTRIBUTES}`;
}

export const noRecoveryCodesCookie = (): string => `${COOKIE}=; Max-Age=0; ${COOKIE_ATTRIBUTES}`;

/** Those that were just made for this member; none to anybody else. */
export function recoveryCodesIn(cookieHeader: string | undefined, member: string): string[] {
  const words = decrypt(PURPOSE, cookieNamed(COOKIE, cookieHeader) ?? "");
  const kept = words === null ? null : Kept.parse(JSON.parse(words));
  return kept?.member === member && kept.until > Date.now() ? kept.codes : [];
}
