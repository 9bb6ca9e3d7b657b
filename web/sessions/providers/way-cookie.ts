import "server-only";

import { z } from "zod";
import { Outsider } from "@/domain/members/providers/outside";
import { decrypt, encrypt } from "@/platform/encryption";
import { cookieName, cookieNamed, COOKIE_ATTRIBUTES } from "@/web/sessions/session-cookie";

/** Long enough to sign in elsewhere, and to choose a name here. Seconds. */
const LASTS = 1_800;

/**
 * What a browser holds on its way, sealed: no address anybody could write says where it goes on to, or whom an account elsewhere is joined to.
 */
const Way = z.object({
  provider: z.string(),
  next: z.string(),
  /** The member who joins an account elsewhere to theirs; null where somebody signs in. */
  joins: z.string().nullable(),
  invitation: z.string().optional(),
});
export type Way = z.infer<typeof Way>;

/** Somebody who came from a provider, has no account yet, and is choosing what to be called. */
const Newcomer = z.object({
  outsider: Outsider.extend({ email: z.string() }),
  provider: z.string(),
  next: z.string(),
  invitation: z.string().optional(),
});
export type Newcomer = z.infer<typeof Newcomer>;

/** `until` in milliseconds. */
const Sealed = z.object({ until: z.number(), content: z.unknown() });

const WAY = cookieName("moot-provider");
const NEWCOMER = cookieName("moot-newcomer");

export const wayCookie = (way: Way): string => sealed(WAY, way);
export const noWayCookie = (): string => forgotten(WAY);
export const wayIn = (cookies: string | undefined): Way | null => opened(WAY, Way, cookies);

export const newcomerCookie = (newcomer: Newcomer): string => sealed(NEWCOMER, newcomer);
export const noNewcomerCookie = (): string => forgotten(NEWCOMER);
export const newcomerIn = (cookies: string | undefined): Newcomer | null =>
  opened(NEWCOMER, Newcomer, cookies);

function sealed(name: string, content: object): string {
  const until = Date.now() + LASTS * 1_000;
  return `${name}=${encrypt(name, JSON.stringify({ until, content }))}; Max-Age=${LASTS}; ${COOKIE_ATTRIBUTES}`;
}

const forgotten = (name: string): string => `${name}=; Max-Age=0; ${COOKIE_ATTRIBUTES}`;

function opened<T extends z.ZodType>(
  name: string,
  schema: T,
  cookies: string | undefined,
): z.output<T> | null {
  const text = decrypt(name, cookieNamed(name, cookies) ?? "");
  if (text === null) return null;
  const kept = Sealed.safeParse(JSON.parse(text));
  if (!kept.success || kept.data.until <= Date.now()) return null;
  return schema.safeParse(kept.data.content).data ?? null;
}
