import "server-only";

import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { processSingleton } from "./process-singleton";

/** Seconds; most answers take milliseconds, and nothing is waited for longer than ten. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What this process counts for whoever watches it. Labels are names of ours alone: never an address, a name or an id. */
export const metrics = processSingleton("metrics", makeMetrics);

function makeMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: "moot_" });
  return {
    registry,
    requests: new Histogram({
      name: "moot_request_seconds",
      help: "How long requests took, by route, method and status",
      labelNames: ["route", "method", "status"],
      buckets: SECONDS,
      registers,
    }),
    pages: new Counter({
      name: "moot_pages_total",
      help: "Public pages: kept, drawn, or stale because drawing found no place",
      labelNames: ["served"],
      registers,
    }),
    security: new Counter({
      name: "moot_security_events_total",
      help: "Sign-ins, refusals and the like, by what the log calls them; refusals by status",
      labelNames: ["event", "status"],
      registers,
    }),
    troubles: new Counter({
      name: "moot_database_troubles_total",
      help: "Errors that were the database being away, full, read-only, busy or without connections",
      labelNames: ["trouble"],
      registers,
    }),
    externalCheck: new Counter({
      name: "moot_external_check_total",
      help: "What the operator's own check answered; silent when it did not",
      labelNames: ["outcome"],
      registers,
    }),
    jobs: new Histogram({
      name: "moot_job_seconds",
      help: "How long rounds of jobs took, by job and how they ended",
      labelNames: ["job", "outcome"],
      buckets: SECONDS,
      registers,
    }),
    jobEnded: new Gauge({
      name: "moot_job_succeeded_timestamp_seconds",
      help: "When a round of a job last succeeded in this process",
      labelNames: ["job"],
      registers,
    }),
  };
}

/** A number that is looked up when somebody asks; without one where that fails, for the others are asked for just then. */
export function gauge(name: string, help: string, read: () => number | Promise<number>): void {
  processSingleton(
    `gauge ${name}`,
    () =>
      new Gauge({
        name,
        help,
        registers: [metrics.registry],
        async collect() {
          this.reset();
          await Promise.resolve(read()).then(
            (number) => this.set(number),
            () => undefined,
          );
        },
      }),
  );
}

/** Numbers of one kind, by a label of each. */
export function gaugeBy<const Label extends string>(
  name: string,
  help: string,
  labelNames: readonly Label[],
  read: () => Promise<readonly { labels: Record<Label, string>; value: number }[]>,
): void {
  processSingleton(
    `gauge ${name}`,
    () =>
      new Gauge({
        name,
        help,
        labelNames: [...labelNames],
        registers: [metrics.registry],
        async collect() {
          this.reset();
          for (const { labels, value } of await read().catch(() => [])) this.set(labels, value);
        },
      }),
  );
}
