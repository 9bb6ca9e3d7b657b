import "server-only";

import { currentClient } from "@/platform/client";
import { log } from "@/platform/log";
import { metrics } from "@/platform/metrics";
import { dailyHash } from "./client-ip";

/** What an operator may want to find again (OWASP ASVS 5.0, 16.3). */
type SecurityEvent =
  | "signed up"
  | "sign-up refused"
  | "signed in"
  | "sign-in refused"
  | "signed out"
  | "signed out everywhere"
  | "password changed"
  | "new password asked for"
  | "password recovered"
  | "address confirmed"
  | "link to sign in asked for"
  | "another address asked for"
  | "erasure asked for"
  | "erasure taken back"
  | "role given"
  | "moderator appointed"
  | "moderator dismissed"
  | "handle changed"
  | "provider joined"
  | "provider left"
  | "joining changed"
  | "invitation made"
  | "invitation ended"
  | "raid mode started"
  | "raid mode ended"
  | "data exported"
  | "refused";

/** Ids, statuses and names of ours: nothing that somebody wrote. */
type About = Readonly<{
  /** The id of whoever did it. */
  member?: string | undefined;
  /** The id of whom it was done to. */
  subject?: string | undefined;
  /** An account somebody tried, as a hash of the day. */
  account?: string | undefined;
  route?: string;
  status?: number;
  role?: string;
}>;

/** Characters of a hash: enough to tell the clients of a day apart. */
const HASH_LENGTH = 12;

/** One line of the log. Whence it came is a keyed hash that is another one tomorrow. */
export function logSecurity(event: SecurityEvent, about: About): void {
  const { address } = currentClient();
  metrics.security.inc({ event, status: about.status ?? "" });
  log.info({ event, ...about, ...(address !== "" && { client: shortHash(address) }) }, event);
}

export const shortHash = (value: string): string => dailyHash(value).slice(0, HASH_LENGTH);

/** Statuses that say who somebody is not, what they may not do, or that they ask too often. */
const DENIED = new Set([401, 403, 429]);

export function logRefusal(status: number, about: About): void {
  if (DENIED.has(status)) logSecurity("refused", { ...about, status });
}
