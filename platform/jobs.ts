import "server-only";

import { setMaxListeners } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { transaction } from "./database";
import { log } from "./log";
import { metrics } from "./metrics";
import { processSingleton } from "./process-singleton";

/**
 * Work that comes round by itself. `run` does one bounded batch (a transaction may last 8 seconds) and is called inside that
 * transaction: what it writes is all or nothing.
 */
export type Job = {
  name: string;
  everySeconds: number;
  run: () => Promise<unknown>;
  /** Works longer than a transaction may last: it makes its own small ones, and sees to it that two do not do the same. */
  long?: true;
};

/** Between the first rounds of two jobs: a process that starts on a busy machine has no connection to spare for all at once. Milliseconds. */
const APART = 50;

/** How the rounds of a job in this process have gone; null for not yet. */
type JobState = { name: string; everySeconds: number; succeededAt: Date | null; failedAt: Date | null };

const states = processSingleton("job states", () => new Map<string, JobState>());

export const jobStates = (): JobState[] => [...states.values()];

/**
 * Starts every job; each goes round on its own, with its pause between an end and the next beginning. Several processes
 * may start the same jobs: an advisory lock lets one of them work at a time, the others skip that round.
 * @returns what stops them: it resolves once the rounds under way have ended
 */
export function startJobs(jobs: readonly Job[]): () => Promise<void> {
  const stop = new AbortController();
  // Each waits on it; ten are no sign of a leak here.
  setMaxListeners(jobs.length, stop.signal);
  const rounds = jobs.map(async (job, nth) => {
    await wait(nth * APART, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
    await goRound(job, stop.signal);
  });
  return async () => {
    stop.abort();
    await Promise.all(rounds);
  };
}

async function goRound(job: Job, stopped: AbortSignal): Promise<void> {
  const { name, everySeconds } = job;
  const state: JobState = { name, everySeconds, succeededAt: null, failedAt: null };
  states.set(name, state);
  while (!stopped.aborted) {
    const ended = metrics.jobs.startTimer({ job: job.name });
    await once(job).then(
      (done) => {
        ended({ outcome: done ? "done" : "another's" });
        metrics.jobEnded.setToCurrentTime({ job: job.name });
        state.succeededAt = new Date();
      },
      (error: unknown) => {
        ended({ outcome: "failed" });
        state.failedAt = new Date();
        log.error({ err: error, job: job.name }, "a job failed");
      },
    );
    await wait(job.everySeconds * 1_000, undefined, { signal: stopped, ref: false }).catch(() => undefined);
  }
}

/** One round of a job; false when another process is at it. */
export async function once({ name, run, long }: Job): Promise<boolean> {
  if (long) {
    await run();
    return true;
  }
  return transaction(async (tx) => {
    const [lock] = await tx.$queryRaw<{ ours: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended(${`job ${name}`}, 0)) AS ours`;
    if (!lock?.ours) return false;
    await run();
    return true;
  });
}
