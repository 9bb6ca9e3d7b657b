import "server-only";

import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import "@/platform/job-metrics";
import "@/platform/pool-metrics";
import { backupRuns } from "@/domain/operations/backups";
import { BACKUP_RUNS } from "@/domain/operations/status";
import { queueSizes } from "@/domain/moderation/queue/queries";
import { env } from "@/platform/env";
import { held } from "@/platform/held";
import { isLoopback } from "@/platform/loopback";
import { gauge, gaugeBy, metrics } from "@/platform/metrics";
import { anyOf } from "@/platform/networks";
import { openStreams } from "./connection-limit";

gauge("moot_streams_open", "Open live streams", openStreams);
gaugeBy("moot_moderation_queue", "What stands in each queue of the moderators", ["queue"], async () =>
  [...(await queueSizes())].map(([queue, value]) => ({ labels: { queue }, value })),
);

gaugeBy("moot_held", "What this process holds in memory, by kind: things or bytes", ["what"], () =>
  Promise.all([...held].map(async ([what, { now }]) => ({ labels: { what }, value: await now() }))),
);
gaugeBy("moot_held_most", "How much of a kind this process holds at most", ["what"], async () =>
  Promise.resolve([...held].map(([what, { most }]) => ({ labels: { what }, value: most }))),
);

gaugeBy(
  "moot_backup_timestamp_seconds",
  "When a scheduled backup was last made (backup) or tried (verify), and when that last failed; 0 for never",
  ["run", "outcome"],
  async () => {
    const runs = await backupRuns();
    if (runs === null) return [];
    return BACKUP_RUNS.flatMap((run) => [
      { labels: { run, outcome: "succeeded" as const }, value: seconds(runs[run].succeededAt) },
      { labels: { run, outcome: "failed" as const }, value: seconds(runs[run].failedAt) },
    ]);
  },
);
const seconds = (at: Date | null): number => (at?.getTime() ?? 0) / 1_000;

/** What a proxy in front leaves behind. */
const FORWARDED = [
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-real-ip",
  "forwarded",
  "via",
];

const isProxy = anyOf(env.trustedProxies);

type MetricsRequest = Readonly<{
  headers: IncomingMessage["headers"];
  socket: { remoteAddress?: string | undefined };
}>;

/**
 * Whether somebody may see the numbers: whoever says the token, or this machine itself, but not in the name of a proxy on it, which
 * would speak for everybody.
 */
export function maySeeMetrics({ headers, socket }: MetricsRequest): boolean {
  const [, said] = /^Bearer (.+)$/i.exec(headers.authorization ?? "") ?? [];
  if (said !== undefined) return env.metricsToken !== null && isSame(said, env.metricsToken);
  const from = socket.remoteAddress ?? "";
  const isForwarded = FORWARDED.some((name) => headers[name] !== undefined);
  return isLoopback(from) && !isForwarded && !isProxy(from.replace(/^::ffff:/, ""));
}

/** `/metrics`, as Prometheus reads it. */
export async function sendMetrics(response: ServerResponse): Promise<void> {
  const text = await metrics.registry.metrics();
  response.writeHead(200, { "content-type": metrics.registry.contentType, "cache-control": "no-store" });
  response.end(text);
}

const isSame = (one: string, other: string): boolean => timingSafeEqual(hash(one), hash(other));
const hash = (text: string): Buffer => createHash("sha256").update(text).digest();
