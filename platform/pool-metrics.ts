import "server-only";

import { pool } from "./database";
import { gauge } from "./metrics";

gauge("moot_pool_connections", "Connections to the database", () => pool.totalCount);
gauge("moot_pool_idle", "Connections to the database that nobody uses", () => pool.idleCount);
gauge("moot_pool_waiting", "Requests that wait for a connection to the database", () => pool.waitingCount);
