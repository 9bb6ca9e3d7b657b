import "server-only";

import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { Prisma, PrismaClient } from "@/generated/prisma/client";
import { onePerProcess } from "@/platform/one-per-process";

export { Prisma };

/** What a read or write may use: the client itself, or the transaction it is in. */
export type Database = Prisma.TransactionClient;

/** PostgreSQL's defaults wait for ever; a reader does not (milliseconds). */
const PATIENCE = {
  connectionTimeoutMillis: 2_000,
  statement_timeout: 5_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
};

/** Enough to keep a two-core PostgreSQL busy, and small enough for several processes under its usual limit of 100. */
const CONNECTIONS = 16;

/**
 * Work as `moot_app` wherever the migrations could make that role: it cannot read ballots nor rewrite the logs.
 * Asked once a connection.
 */
const BECOME_THE_APPLICATION = `
  DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'moot_app' AND pg_has_role(session_user, oid,
        CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END)) THEN
      SET ROLE moot_app;
    END IF;
  END $$`;

function openPool(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: process.env.DATABASE_URL,
    max: CONNECTIONS,
    ...PATIENCE,
    // Before a new connection is handed to anybody.
    verify: (connection, ready) =>
      void connection.query(BECOME_THE_APPLICATION).then(
        () => ready(),
        (error: unknown) => ready(error instanceof Error ? error : new Error(String(error))),
      ),
  });
  // A connection that breaks while idle is replaced at its next use; there is nobody to tell.
  pool.on("error", () => undefined);
  return pool;
}

export const pool: pg.Pool = onePerProcess("pool", openPool);

const client = onePerProcess(
  "prisma",
  () =>
    new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: { maxWait: 2_000, timeout: 8_000 } }),
);

const ambient = onePerProcess("transaction", () => new AsyncLocalStorage<Database>());

/** The database as seen from here: inside `transaction` that transaction, elsewhere the client. */
export function database(): Database {
  return ambient.getStore() ?? client;
}

/**
 * Runs `work` in one transaction. Called inside another it joins that one, so that a command can be a whole
 * by itself or a part of something larger (the door's answer under an Idempotency-Key, a bulk decision).
 */
export function transaction<T>(work: (tx: Database) => Promise<T>): Promise<T> {
  const outer = ambient.getStore();
  if (outer) return work(outer);
  return client.$transaction((tx) => ambient.run(tx, () => work(tx)));
}

/** Work that must outlive the transaction it is called in (a rate limit counts refused requests too). */
export function apart<T>(work: (db: Database) => Promise<T>): Promise<T> {
  return ambient.exit(() => work(client));
}

export async function closeDatabase(): Promise<void> {
  await client.$disconnect();
  await pool.end();
}
