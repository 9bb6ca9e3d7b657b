import "server-only";

import { LRUCache } from "lru-cache";
import type { Member } from "./member";
import { database } from "@/platform/database";
import { holds } from "@/platform/held";
import { processSingleton } from "@/platform/process-singleton";
import { tokenHash } from "@/platform/tokens";

/** `browser` is empty where it is not known; times in ISO 8601 UTC, the second to the hour. `here` is the one that asks. */
export type OwnSession = { id: string; browser: string; since: string; seen: string; here: boolean };

/** The viewer's browsers, this one first and then the newest. */
export async function sessionsOf(viewer: Member): Promise<OwnSession[]> {
  const rows = await database().session.findMany({
    where: { memberId: viewer.id, expiresAt: { gt: new Date() } },
    orderBy: { id: "desc" },
    select: { id: true, browser: true, createdAt: true, seenAt: true, tokenHash: true },
  });
  const ours = viewer.sessionToken === null ? null : Buffer.from(tokenHash(viewer.sessionToken));
  return rows
    .map(({ id, browser, createdAt, seenAt, tokenHash: hash }) => ({
      id,
      browser,
      since: createdAt.toISOString(),
      // Kept to the hour, which may have begun before the session did.
      seen: new Date(Math.max(seenAt.getTime(), createdAt.getTime())).toISOString(),
      here: ours?.equals(hash) === true,
    }))
    .sort((one, other) => Number(other.here) - Number(one.here));
}

const HOUR = 3_600_000;
/** Sessions of which this process knows that their hour is written down; of others it is written once more. */
const NOTED = 20_000;
const noted = processSingleton("seen sessions", () => new LRUCache<string, number>({ max: NOTED }));
holds("sessions that were seen", NOTED, () => noted.size);

/** Notes the hour in which a browser came, once an hour; nobody can tell from it when somebody read what. */
export async function noteSeen(token: string): Promise<void> {
  const hour = Math.floor(Date.now() / HOUR);
  if (noted.get(token) === hour) return;
  noted.set(token, hour);
  await database().$executeRaw`
    UPDATE session SET seen_at = date_trunc('hour', now())
    WHERE token_hash = ${tokenHash(token)} AND seen_at < date_trunc('hour', now())`;
}
