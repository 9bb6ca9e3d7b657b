import "server-only";

import { jobCounts, longestWait } from "./job-queue";
import { gauge, gaugeBy } from "./metrics";

gaugeBy("moot_queue_jobs", "Jobs that wait or were given up, by queue", ["queue", "state"], async () =>
  (await jobCounts()).map(({ queue, state, value }) => ({ labels: { queue, state }, value })),
);
gauge("moot_queue_wait_seconds", "How long the job that is due longest has waited", longestWait);
