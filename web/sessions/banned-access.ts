import "server-only";

import { z } from "zod";
import type { Member } from "@/domain/members/member";
import { bannedMember } from "@/domain/members/queries";
import { encrypt, decrypt } from "@/platform/encryption";
import { cookieNamed, COOKIE_ATTRIBUTES } from "./session-cookie";

/**
 * What a banned member gets instead of a session, once they have shown their password: it opens the decisions about them, an
 * appeal and a copy of their data, and nothing else. There is no session behind it, so it is nobody to every other route.
 */
const COOKIE = "moot-redress";
const PURPOSE = "redress";
/** Time to read, to think and to write. Seconds. */
const LASTS = 3_600;

const Sealed = z.strictObject({ member: z.uuid(), until: z.number() });

/** The Set-Cookie line for a banned member who has signed in. */
export function bannedAccessCookie(memberId: string): string {
  const payload = { member: memberId, until: Date.now() + LASTS * 1_000 } satisfies z.infer<typeof Sealed>;
  return `${COOKIE}=${encrypt(PURPOSE, JSON.stringify(payload))}; Max-Age=${LASTS}; ${COOKIE_ATTRIBUTES}`;
}

export const noBannedAccessCookie = (): string => `${COOKIE}=; Max-Age=0; ${COOKIE_ATTRIBUTES}`;

/** The banned member who asks, by the Cookie header; null also once the ban is over, for then they sign in as everybody. */
export async function bannedMemberFrom(cookieHeader: string | undefined): Promise<Member | null> {
  const opened = decrypt(PURPOSE, cookieNamed(COOKIE, cookieHeader) ?? "");
  if (opened === null) return null;
  const { member, until } = Sealed.parse(JSON.parse(opened));
  return until > Date.now() ? bannedMember(member) : null;
}
