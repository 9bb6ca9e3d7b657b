import "server-only";

import pg from "pg";
import { pool } from "./database";
import { env } from "./env";
import { log } from "./log";
import { processSingleton } from "./process-singleton";
import { outsideRequests } from "./outside-requests";

const CHANNEL = "moot";
/** A NOTIFY takes a lock of the whole database at commit, so writers do not send one each: a process sends one for many. */
const POKE_EVERY = 50;
/** Polling catches a missed notification (a broken connection, a slow commit) this often. */
const LOOK_EVERY = 2_000;
/** Whoever only listens would not notice that nobody is there any more, so it asks this often, and waits this long; milliseconds. */
const PING_EVERY = 10_000;
const ANSWER_WITHIN = 5_000;
const RECONNECT_FIRST = 500;
const RECONNECT_MOST = 10_000;

/** Called when something may have happened: `poked` by a notification, else by polling. */
export type Listener = (poked: boolean) => void;

type Bus = {
  listeners: Set<Listener>;
  /** A notification is about to be sent. */
  notifying: boolean;
  /** Ends the connection that listens; null while nobody does. */
  stop: (() => void) | null;
};

const bus = processSingleton<Bus>("live", () => ({ listeners: new Set(), notifying: false, stop: null }));

/**
 * Tells every process, soon, that something may have happened. Called by whoever writes, also before its commit: a
 * listener reads what is committed, and what is committed later is found by its next look.
 */
export function notify(): void {
  if (bus.notifying) return;
  bus.notifying = true;
  outsideRequests(() =>
    setTimeout(() => {
      bus.notifying = false;
      pool.query("SELECT pg_notify($1, '')", [CHANNEL]).catch(() => undefined);
    }, POKE_EVERY).unref(),
  );
}

/** Hears of every poke, over one connection a process however many listen, and looks every 2 s besides. @returns the end of it */
export function listen(listener: Listener): () => void {
  bus.listeners.add(listener);
  bus.stop ??= outsideRequests(start);
  return () => {
    bus.listeners.delete(listener);
    if (bus.listeners.size > 0) return;
    bus.stop?.();
    bus.stop = null;
  };
}

function start(): () => void {
  let ended = false;
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | undefined;
  let pinging: NodeJS.Timeout | undefined;
  const looking = setInterval(() => tellAll(false), LOOK_EVERY).unref();
  const connect = (wait: number) => {
    const one = new pg.Client({
      connectionString: env.databaseUrl,
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_WITHIN,
      query_timeout: ANSWER_WITHIN,
    });
    client = one;
    let lost = false;
    const again = () => {
      if (lost || ended) return;
      lost = true;
      clearInterval(pinging);
      one.removeAllListeners("notification");
      one.connection.stream.destroy();
      retry = setTimeout(() => connect(Math.min(wait * 2, RECONNECT_MOST)), wait).unref();
    };
    one.on("notification", () => tellAll(true));
    one.on("error", again);
    one.on("end", again);
    one
      .connect()
      .then(() => one.query(`LISTEN ${CHANNEL}`))
      .then(() => {
        wait = RECONNECT_FIRST;
        pinging = setInterval(() => void one.query("SELECT 1").catch(again), PING_EVERY).unref();
        tellAll(false);
      })
      .catch((error: unknown) => {
        log.warn({ err: error }, "live updates wait for the database");
        again();
      });
  };
  connect(RECONNECT_FIRST);
  return () => {
    ended = true;
    clearInterval(looking);
    clearTimeout(retry);
    clearInterval(pinging);
    void client?.end().catch(() => undefined);
  };
}

function tellAll(poked: boolean): void {
  for (const listener of bus.listeners) listener(poked);
}
