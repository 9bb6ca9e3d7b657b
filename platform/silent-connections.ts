import "server-only";

import { Socket } from "node:net";
import type pg from "pg";
import { log } from "./log";

/**
 * Ends connections of a pool on which an answer never comes. A host that vanishes says nothing: what was asked of it waits for minutes,
 * until the kernel gives up, and meanwhile every request that gets one of its connections waits with it.
 * @param within milliseconds in which a connection that is in use always hears something, for the server ends what takes longer
 */
export function endSilentConnections(pool: pg.Pool, within: number): void {
  const idle = new Set<pg.PoolClient>();
  pool.on("connect", (client) => {
    const { stream } = client.connection;
    if (!(stream instanceof Socket)) return;
    // Counts from the last byte in either direction.
    stream.setTimeout(within);
    stream.on("timeout", () => {
      if (idle.has(client)) return;
      log.warn({ idle: idle.size }, "the database does not answer; its connections are made anew");
      // A database that does not answer one connection will not answer the idle ones either.
      for (const one of [client, ...idle]) one.connection.stream.destroy();
    });
  });
  pool.on("acquire", (client) => idle.delete(client));
  pool.on("release", (_, client) => idle.add(client));
  pool.on("remove", (client) => idle.delete(client));
}
