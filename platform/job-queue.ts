import "server-only";

import PgBoss from "pg-boss";
import { database, pool } from "./database";
import { log } from "./log";
import { outsideRequests } from "./outside-requests";
import { processSingleton } from "./process-singleton";

/** Its own, made by a migration: the site may use these tables and change none of them. */
const SCHEMA = "job_queue";

const DAY = 86_400;
/** What is done is kept so long for whoever looks, what was given up longer. Seconds. */
const DONE_KEPT = 3_600;
const DEAD_KEPT = 14 * DAY;
/** A process that was killed left its job behind: this often somebody looks for such. Seconds. */
const LOOK_AFTER = 30;
/** How often a worker asks for the next job. Seconds. */
const ASK_EVERY = 1;
/** Jobs of one kind that a process does at once. */
const AT_ONCE = 2;
/** When the database is away at the start. Milliseconds. */
const START_AGAIN = 5_000;
/** So often it fails before that is an error. */
const WORTH_A_WORD = 2;
/** Jobs under way get this long when the process ends. Milliseconds. */
const END_WITHIN = 4_000;
/** Dead jobs told at once. */
const TOLD = 100;

/** Does the job with this id. What it throws brings the job back later, and after the last try among the dead. */
export type Worker = (id: string) => Promise<void>;

/**
 * Puts a job into its queue, in the transaction it is called in: it is done after the commit, once for each id.
 * How often it is tried stands with the queue, in the migration that made it.
 */
export async function enqueue(queue: string, id: string): Promise<void> {
  const db = {
    executeSql: async (text: string, values: unknown[]) => ({
      rows: await database().$queryRawUnsafe<unknown[]>(text, ...values.map((value) => value ?? null)),
    }),
  };
  await boss().send(queue, {}, { id, db });
}

/** Starts the workers of this process. @returns what ends them */
export function startWorkers(workers: Readonly<Record<string, Worker>>): () => Promise<void> {
  let ended = false;
  const starting = outsideRequests(async () => {
    for (let nth = 1; !ended; nth++) {
      try {
        await boss().start();
        for (const [queue, work] of Object.entries(workers)) await hire(queue, work);
        return;
      } catch (error) {
        // While a busy process starts, a connection may not come in time; that is no trouble yet.
        log[nth < WORTH_A_WORD ? "info" : "error"](
          { err: error },
          "the queue of jobs did not start; it is tried again in a moment",
        );
        await new Promise((resolve) => setTimeout(resolve, START_AGAIN).unref());
      }
    }
  });
  return async () => {
    ended = true;
    await Promise.race([starting, new Promise((resolve) => setTimeout(resolve, END_WITHIN).unref())]);
    await boss().stop({ timeout: END_WITHIN });
  };
}

async function hire(queue: string, work: Worker): Promise<void> {
  for (let nth = 0; nth < AT_ONCE; nth++)
    await boss().work(queue, { pollingIntervalSeconds: ASK_EVERY, batchSize: 1 }, async (jobs) => {
      for (const { id } of jobs) await work(id);
    });
}

const boss = (): PgBoss =>
  processSingleton("job queue", () => {
    const made = new PgBoss({
      db: { executeSql },
      schema: SCHEMA,
      migrate: false,
      schedule: false,
      maintenanceIntervalSeconds: LOOK_AFTER,
      archiveCompletedAfterSeconds: DONE_KEPT,
      archiveFailedAfterSeconds: DEAD_KEPT,
      deleteAfterSeconds: DAY,
    });
    made.on("error", (error) => log.error({ err: error }, "the queue of jobs failed at something"));
    return made;
  });

/** Some of its statements are transactions: a connection on which one has failed is not given to anybody else. */
async function executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
  const connection = await pool.connect();
  try {
    const result = await connection.query(text, values);
    connection.release();
    return result;
  } catch (error) {
    connection.release(true);
    throw error;
  }
}

/** Brings back what nobody is at any more, as every process does each half minute: for a test that cannot wait. */
export const returnAbandoned = (): Promise<void> => boss().expire();

/** How many wait or are under way, and how many were given up; none is counted beyond a thousand. */
export async function queueState(queue: string): Promise<{ waiting: number; dead: number }> {
  const { rows } = await pool.query<{ waiting: number; dead: number }>(
    `SELECT count(*) FILTER (WHERE state < 'completed')::int AS waiting, count(*) FILTER (WHERE state = 'failed')::int AS dead
     FROM (SELECT state FROM ${SCHEMA}.job WHERE name = $1 AND state IN ('created', 'retry', 'active', 'failed') LIMIT 1000) counted`,
    [queue],
  );
  return rows[0] ?? { waiting: 0, dead: 0 };
}

export type JobCount = { queue: string; state: "waiting" | "dead"; value: number };

/** The same of every queue, where there is anything; none is counted beyond ten thousand. */
export async function jobCounts(): Promise<JobCount[]> {
  const { rows } = await pool.query<JobCount>(
    `SELECT name AS queue, CASE state WHEN 'failed' THEN 'dead' ELSE 'waiting' END AS state, count(*)::int AS value
     FROM (SELECT name, state FROM ${SCHEMA}.job WHERE state IN ('created', 'retry', 'active', 'failed') LIMIT 10000) counted
     GROUP BY 1, 2`,
  );
  return rows;
}

/** How long the job that is due longest has waited, in seconds; 0 when none waits. */
export async function longestWait(): Promise<number> {
  const { rows } = await pool.query<{ seconds: number }>(
    `SELECT greatest(0, extract(epoch FROM now() - min(start_after)))::float8 AS seconds FROM ${SCHEMA}.job WHERE state IN ('created', 'retry')`,
  );
  return rows[0]?.seconds ?? 0;
}

export type DeadJob = { id: string; queue: string; since: Date; tries: number; problem: string };

/** Jobs that were given up, the newest first. */
export async function deadJobs(): Promise<DeadJob[]> {
  const { rows } = await pool.query<DeadJob>(
    `SELECT id::text, name AS queue, completed_on AS since, retry_count + 1 AS tries, coalesce(output->>'message', '') AS problem
     FROM ${SCHEMA}.job WHERE state = 'failed' ORDER BY completed_on DESC LIMIT ${TOLD}`,
  );
  return rows;
}

/** Brings dead jobs back; those that are none any more are left out. @returns how many came back */
export async function retryDead(jobs: readonly Pick<DeadJob, "id" | "queue">[]): Promise<number> {
  let came = 0;
  for (const { id, queue } of jobs) {
    const { rowCount } = await pool.query(
      `UPDATE ${SCHEMA}.job SET state = 'retry', retry_limit = retry_count + 3, start_after = now(), completed_on = NULL
       WHERE name = $1 AND id = $2 AND state = 'failed'`,
      [queue, id],
    );
    came += rowCount ?? 0;
  }
  return came;
}
