import "server-only";

import { pool } from "./database";
import { gauge } from "./metrics";
import { processSingleton } from "./process-singleton";

const seen = processSingleton("pool that was seen", () => ({ connections: 0, idle: 0, waiting: 0 }));

/** To be called before the numbers are looked up: some of them ask the database, and would themselves count as waiting for it. */
export function lookAtPool(): void {
  Object.assign(seen, { connections: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount });
}

gauge("moot_pool_connections", "Connections to the database", () => seen.connections);
gauge("moot_pool_idle", "Connections to the database that nobody uses", () => seen.idle);
gauge("moot_pool_waiting", "Requests that wait for a connection to the database", () => seen.waiting);
