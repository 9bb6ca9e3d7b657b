import "server-only";

import { pool } from "./database";
import { gauge } from "./metrics";

/** The pool as it stands: connections, how many of them are idle, and how many requests wait for one. */
const poolNow = () => ({ connections: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount });

let noted = poolNow();

/**
 * Notes the pool before `/metrics` is put together. What is counted for that asks the database itself, and each of its questions stands in
 * the pool's queue for a moment: read along with them, `moot_pool_waiting` would never be 0.
 */
export function notePool(): void {
  noted = poolNow();
}

gauge("moot_pool_connections", "Connections to the database", () => noted.connections);
gauge("moot_pool_idle", "Connections to the database that nobody uses", () => noted.idle);
gauge("moot_pool_waiting", "Requests that wait for a connection to the database", () => noted.waiting);
