import "server-only";

import { LRUCache } from "lru-cache";
import { currentClient } from "@/platform/client";
import { holds } from "@/platform/held";
import { log } from "@/platform/log";
import { metrics } from "@/platform/metrics";
import { processSingleton } from "@/platform/process-singleton";
import { dailyHash } from "./client-ip";

/** What an operator may want to find again (OWASP ASVS 5.0, 16.3). */
type SecurityEvent =
  | "first admin"
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
  | "code asked for"
  | "identity confirmed"
  | "passkey added"
  | "passkey removed"
  | "codes switched on"
  | "codes switched off"
  | "recovery codes made"
  | "second factor demanded"
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
  | "site settings changed"
  | "site page changed"
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

/**
 * One line of the log. Whence it came is a keyed hash that is another one tomorrow. Refusals of one kind from one client are so many lines
 * a minute at most, so that nobody fills a disk by asking for what they do not get.
 */
export function logSecurity(event: SecurityEvent, about: About): void {
  const { address } = currentClient();
  metrics.security.inc({ event, status: about.status ?? "" });
  const more = about.status === undefined ? 0 : untoldOf(`${event} ${about.status} ${address}`);
  if (more === null) return;
  const whence = address !== "" && { client: shortHash(address) };
  log.info({ event, ...about, ...whence, ...(more > 0 && { more }) }, event);
}

/** Enough to see what somebody is trying. */
export const LINES_A_MINUTE = 30;
/** Clients that are remembered; whoever has more addresses has as many lines of each. */
const CLIENTS = 10_000;

type Told = { minute: number; lines: number; untold: number };
const told = processSingleton("lines of refusals", () => new LRUCache<string, Told>({ max: CLIENTS }));
holds("refusals that were told", CLIENTS, () => told.size);

/** How many such refusals before this minute left no line; null where this one is to leave none either. */
function untoldOf(kind: string): number | null {
  const minute = Math.floor(Date.now() / 60_000);
  const before = told.get(kind);
  const now = before?.minute === minute ? before : { minute, lines: 0, untold: before?.untold ?? 0 };
  told.set(kind, now);
  if (now.lines >= LINES_A_MINUTE) {
    now.untold++;
    return null;
  }
  now.lines++;
  const { untold } = now;
  now.untold = 0;
  return untold;
}

export const shortHash = (value: string): string => dailyHash(value).slice(0, HASH_LENGTH);

/** Not signed in, not allowed, too many requests; and what no form and no client of ours sends: unreadable, too large, of another type. */
const DENIED = new Set([401, 403, 429, 400, 413, 415]);

export function logRefusal(status: number, about: About): void {
  if (DENIED.has(status)) logSecurity("refused", { ...about, status });
}
