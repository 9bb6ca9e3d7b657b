import "server-only";

import { readdirSync } from "node:fs";
import { getHeapStatistics } from "node:v8";
import type { Member } from "@/domain/members/member";
import { WAITING } from "@/domain/moderation/queue/queue";
import { pool } from "@/platform/database";
import { env } from "@/platform/env";
import { longestWait, queueState } from "@/platform/job-queue";
import { jobStates } from "@/platform/jobs";
import { currentLoad, eventLoopLag } from "@/platform/load";
import { authorize } from "@/platform/refusal";
import { backupRuns } from "./backups";
import { mayReadStatus } from "./policy";
import { describeStatus, type Facts, type SiteStatus } from "./status";
import * as t from "#messages/status";

/** Every migration this version brings. */
export const migrations = readdirSync("prisma/migrations").filter((file) => file.endsWith(".sql")).length;

/** How this process and what it works with are, in words. @throws SignInFirst, NotAllowed */
export async function siteStatus(viewer: Member | null): Promise<SiteStatus> {
  authorize(mayReadStatus(viewer), viewer, t.theStatusIsForAdmins);
  const { rss, heapUsed } = process.memoryUsage();
  return describeStatus({
    now: new Date(),
    database: await databaseFacts().catch(() => null),
    pool: {
      most: pool.options.max,
      busy: pool.totalCount - pool.idleCount,
      waiting: pool.waitingCount,
    },
    jobs: jobStates(),
    ...currentLoad(),
    sendsMail: env.mail === "smtp",
    backups: await backupRuns().catch(() => "unknown" as const),
    process: {
      seconds: process.uptime(),
      memory: rss,
      heap: heapUsed,
      heapLimit: getHeapStatistics().heap_size_limit,
      lag: eventLoopLag(),
    },
  });
}

type Row = {
  applied: number;
  writable: boolean;
  walled: boolean;
  bytes: string;
  waiting: number;
  since: Date | null;
};

async function databaseFacts(): Promise<Facts["database"]> {
  const [{ rows }, mail, waits] = await Promise.all([
    pool.query<Row>(
      `SELECT (SELECT count(*)::int FROM migration) AS applied, NOT has_table_privilege('vote', 'SELECT') AS walled,
         NOT pg_is_in_recovery() AND NOT current_setting('transaction_read_only')::bool AS writable,
         pg_database_size(current_database()) AS bytes,
         (SELECT coalesce(sum(items), 0)::int FROM queue_count WHERE queue = ANY ($1)) AS waiting,
         (SELECT min((SELECT since FROM queue_item q WHERE q.queue = name ORDER BY since LIMIT 1)) FROM unnest($1) name) AS since`,
      [[...WAITING]],
    ),
    queueState("mail"),
    longestWait(),
  ]);
  const [row] = rows;
  if (!row) return null;
  const { applied, writable, walled, bytes, waiting, since } = row;
  return {
    migrations: { applied, expected: migrations },
    writable,
    walled,
    bytes: Number(bytes),
    queue: { waiting, since },
    mail,
    longestWait: waits,
  };
}
