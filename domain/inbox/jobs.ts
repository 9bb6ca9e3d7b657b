import "server-only";

import { setTimeout as pause } from "node:timers/promises";
import { mailDigests } from "./mails/digest";
import { mailNotices } from "./mails/due";
import { WAITING } from "@/domain/moderation/queue/queue";
import { currentSettings } from "@/domain/moderation/settings/queries";
import { database, Prisma } from "@/platform/database";
import type { Job } from "@/platform/jobs";
import { forgetRows } from "@/platform/slices";

/** Members who are told of an announcement at once. */
const TOLD_AT_ONCE = 1_000;
/** Slices of a round. */
const SLICES = 100;
/** That something was announced is remembered so long, so that it is not announced again. Days. */
const ANNOUNCED = 30;
/** What an inbox tells. Decisions stay where they are, with their way to object. Days. */
const NOTICES_KEPT = 365;
/** Moderators who are told of one queue. */
const STAFF_TOLD = 50;

/**
 * Tells what was announced, a slice a transaction, until nothing is left or the round is over. It rests for as long as it works: whoever writes in
 * a discussion that thousands follow is not to wait for the last of them.
 */
export async function tellFollowers(most = TOLD_AT_ONCE): Promise<void> {
  for (let nth = 0; nth < SLICES; nth++) {
    const began = performance.now();
    const [slice] = await database().$queryRaw<
      { told: number | null }[]
    >`SELECT go_on_announcing(${most}::int) AS told`;
    if (slice?.told == null) return;
    await pause(performance.now() - began);
  }
}

export async function announceClosing(): Promise<void> {
  await database().$queryRaw`SELECT announce_polls_closing()::text`;
}

/** Once a day for each queue in which something has waited too long, the site's moderators hear of it. */
export async function tellOfQueues(): Promise<void> {
  const { tellAfterHours } = await currentSettings();
  if (tellAfterHours === 0) return;
  await database().$queryRaw`
    SELECT tell(ARRAY(SELECT id FROM member WHERE role IN ('moderator', 'admin') AND hidden_at IS NULL ORDER BY id LIMIT ${STAFF_TOLD}::int),
      'queue-waits', format('queue %s %s', queue, current_date), NULL, NULL, NULL, NULL, now())
    FROM unnest(${[...WAITING]}::text[]) queue
    WHERE EXISTS (SELECT FROM queue_item q WHERE q.queue = queue.queue AND q.since < now() - make_interval(hours => ${tellAfterHours}::int))`;
}

const forgetAnnounced = (): Promise<number> =>
  forgetRows(
    Prisma.sql`announcement`,
    Prisma.sql`done_at IS NOT NULL AND at < now() - make_interval(days => ${ANNOUNCED}::int)`,
  );

/** Ids sort by time, so those of before are the beginning of an index. */
const forgetNotices = (): Promise<number> =>
  forgetRows(
    Prisma.sql`notice`,
    Prisma.sql`id < uuid_floor(now() - make_interval(days => ${NOTICES_KEPT}::int)) AND at < now()`,
  );

export const inboxJobs: readonly Job[] = [
  { name: "tell followers", everySeconds: 2, run: () => tellFollowers(), long: true },
  { name: "announce closing polls", everySeconds: 60, run: announceClosing },
  { name: "mail notices", everySeconds: 10, run: mailNotices, long: true },
  { name: "mail digests", everySeconds: 300, run: mailDigests, long: true },
  { name: "tell of queues", everySeconds: 600, run: tellOfQueues },
  { name: "forget announcements", everySeconds: 3_600, run: forgetAnnounced, long: true },
  { name: "forget old notices", everySeconds: 3_600, run: forgetNotices, long: true },
];
