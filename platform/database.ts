import "server-only";

import { AsyncLocalStorage, AsyncResource } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { Prisma, PrismaClient } from "@/generated/prisma/client";
import { holds } from "./held";
import { processSingleton } from "./process-singleton";
import { endSilentConnections } from "./silent-connections";
import { outsideRequests } from "./outside-requests";

export { Prisma };

/** What a read or write may use: the client itself, or the transaction it is in. */
export type Database = Prisma.TransactionClient;

/** So long somebody waits for a connection, in milliseconds. Read here, because a build asks before there are settings. */
const WAIT = Number(process.env.MOOT_DATABASE_WAIT || 2) * 1_000;

/** Set by `moot` for its own process (bin/without-timeouts.ts): what readers cannot wait for, a command can. */
const WITHOUT_TIMEOUTS = process.env.MOOT_WITHOUT_TIMEOUTS === "1";

/** PostgreSQL's defaults wait for ever; a reader does not (milliseconds). */
const PATIENCE = {
  connectionTimeoutMillis: WAIT,
  statement_timeout: WITHOUT_TIMEOUTS ? 0 : 5_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
  // A host that vanished is noticed on idle connections, too.
  keepAlive: true,
  keepAliveInitialDelayMillis: 5_000,
};

/** A transaction is given up after so long. Milliseconds. */
const TRANSACTION_WITHIN = WITHOUT_TIMEOUTS ? 24 * 3_600_000 : 8_000;

/** Nothing of ours lets a connection be silent for longer, neither a statement nor a transaction between two of them. Milliseconds. */
const SILENT_AT_MOST = TRANSACTION_WITHIN + 1_000;

/** By default enough to keep a two-core PostgreSQL busy, and small enough for several processes under its usual limit of 100. */
const CONNECTIONS = Number(process.env.MOOT_DATABASE_CONNECTIONS || 16);

/** What a connection works as: either role of `scripts/roles.ts`, by how its name begins. */
type Role = "moot_app" | "moot_publisher";

/**
 * Become a lesser role wherever the start could make it: that of this database, which is the one that may use its schema. The site's
 * cannot read ballots nor rewrite the logs; the publisher's can do little but publish. Asked once a connection.
 */
const become = (role: Role): string => `
  DO $$ DECLARE ours name; BEGIN
    SELECT r.rolname INTO ours FROM pg_namespace n CROSS JOIN LATERAL aclexplode(n.nspacl) a JOIN pg_roles r ON r.oid = a.grantee
      WHERE n.nspname = 'public' AND r.rolname ~ '^${role}(_|$)' AND pg_has_role(session_user, r.oid,
        CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END);
    IF FOUND THEN EXECUTE format('SET ROLE %I', ours); END IF;
  END $$`;

/**
 * A plan is made once a connection and statement, for whatever its parameters will be: ours ask for ranges of indexes, which
 * are the right way for every parameter, and the page of a thread took 1.5 ms to plan and 0.9 ms to read.
 */
const PLAN_ONCE = "SET plan_cache_mode = force_generic_plan";
/** Plans are made anew with the connection, should a table have become another since. Seconds. */
const CONNECTION_LIFE = 600;

/** The connection of a transaction while it goes on, and when it ends at the latest, by `performance.now()`. */
type TransactionConnection = { connection?: pg.PoolClient; until: number };
const transactionConnection = processSingleton("lent", () => new AsyncLocalStorage<TransactionConnection>());

/** A pool that notes which connection a transaction is given, and whose connections belong to no request and are asked in turn. */
export class TrackingPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<pg.PoolClient> | void {
    if (callback) {
      this.#take(callback);
      return;
    }
    const note = transactionConnection.getStore();
    return new Promise((resolve, reject) => {
      this.#take((error, connection) => {
        if (connection) resolve(tracked(connection, note));
        else reject(error ?? new Error("There is no connection."));
      });
    });
  }

  /**
   * Opening a connection starts sockets and timers, and giving one back starts another. A connection remembers for its whole life what
   * it called once it was there, so that must lead to nobody any more.
   */
  #take(callback: Callback): void {
    let here: Callback | undefined = inItsRequest(callback);
    outsideRequests(() => {
      super.connect((error, connection, release) => {
        const then = here;
        here = undefined;
        if (connection) releaseOutsideRequests(connection);
        then?.(error, connection, release);
      });
    });
  }
}

type Callback = Parameters<pg.Pool["connect"]>[0];

/** As `AsyncResource.bind`, which in Node 20 makes four more functions each time: a tenth of what it costs to ask a short query. */
function inItsRequest(callback: Callback): Callback {
  const request = new AsyncResource("connection");
  return (...given) => request.runInAsyncScope(callback, undefined, ...given);
}

/**
 * Prisma's client remembers its last hundred transactions, and each its connection: a connection given back must not lead to who had
 * it. So this is a function of its own, whose closure knows of no request, and once used it makes room for the pool's own.
 */
function releaseOutsideRequests(connection: pg.PoolClient): void {
  const giveBack = connection.release.bind(connection);
  connection.release = (broken) => {
    // First, because the pool may hand it to the next caller before `giveBack` returns.
    connection.release = giveBack;
    outsideRequests(() => giveBack(broken));
  };
}

/**
 * Given back, it is somebody else's. The time begins before the client's own, so that nothing is asked behind its ROLLBACK.
 * @param note none where Prisma makes a transaction of its own, of a row with those below it
 */
function tracked(connection: pg.PoolClient, note: TransactionConnection | undefined): pg.PoolClient {
  const giveBack = connection.release.bind(connection);
  const askAtOnce = askInTurn(connection);
  connection.release = (broken) => {
    if (note) delete note.connection;
    askAtOnce();
    giveBack(broken);
  };
  if (note) Object.assign(note, { connection, until: performance.now() + TRANSACTION_WITHIN });
  return connection;
}

/**
 * Reads of a transaction may be asked for together, and pg warns that it will not queue them for ever: here each waits for the
 * one before. @returns what ends it
 */
function askInTurn(connection: pg.PoolClient): () => void {
  // Prisma's adapter only uses the form that promises.
  const ask = connection.query.bind(connection) as (...asked: unknown[]) => Promise<unknown>;
  let last: Promise<unknown> = Promise.resolve();
  const query = (...asked: unknown[]): Promise<unknown> => {
    const answer = last.then(() => ask(...asked));
    last = answer.catch(() => undefined);
    return answer;
  };
  Object.assign(connection, { query });
  return () => void Reflect.deleteProperty(connection, "query");
}

function openPool(role: Role, connectionString: string | undefined, max: number): pg.Pool {
  const pool = new TrackingPool({
    connectionString,
    max,
    maxLifetimeSeconds: CONNECTION_LIFE,
    ...PATIENCE,
    // Before a new connection is handed to anybody.
    verify: (connection, ready) =>
      void connection.query(`${become(role)}; ${PLAN_ONCE}`).then(
        () => ready(),
        (error: unknown) => ready(error instanceof Error ? error : new Error(String(error))),
      ),
  });
  // A connection that breaks while idle is replaced at its next use; there is nobody to tell.
  pool.on("error", () => undefined);
  endSilentConnections(pool, SILENT_AT_MOST);
  return pool;
}

export const pool: pg.Pool = processSingleton("pool", () =>
  openPool("moot_app", process.env.DATABASE_URL, CONNECTIONS),
);

/** Publishing is seldom, and one at a time. */
const PUBLISHER_CONNECTIONS = 2;

/** Where the site's login can only be the site, the publisher comes in by an address of its own, or by the owner's. */
const publisherPool: pg.Pool = processSingleton("publisher pool", () =>
  openPool(
    "moot_publisher",
    process.env.MOOT_PUBLISHER_URL || process.env.MOOT_MIGRATION_URL || process.env.DATABASE_URL,
    PUBLISHER_CONNECTIONS,
  ),
);

/**
 * Statements a process may know by name. Ours are a few hundred; more would be texts made for one occasion (a list of
 * ids in them), and each costs every connection memory.
 */
const NAMED_AT_MOST = 500;

const names = processSingleton("statements", () => new Map<string, string>());
holds("statements", NAMED_AT_MOST, () => names.size);

/**
 * A name for a statement's text: PostgreSQL parses and plans a named statement once a connection. The larger reads
 * took it longer to plan than to do. An empty name means none.
 */
function statementName({ sql }: { sql: string }): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= NAMED_AT_MOST) return "";
  const name = `moot_${names.size}`;
  names.set(sql, name);
  return name;
}

/**
 * A number as a part of the statement's text. A plan that is made once takes LIMIT of a parameter for a tenth of all there is, and
 * reads and sorts a table for it. For few different numbers: each makes a statement of its own.
 */
export const literalNumber = (number: number): Prisma.Sql => Prisma.raw(String(Math.trunc(number)));

const clientOf = (connections: pg.Pool) =>
  new PrismaClient({
    adapter: new PrismaPg(connections, { statementNameGenerator: statementName }),
    transactionOptions: { maxWait: WAIT, timeout: TRANSACTION_WITHIN },
  });

const client = processSingleton("prisma", () => clientOf(pool));
/** Made when it is first needed: most processes publish nothing. */
const publisher = () => processSingleton("publisher", () => clientOf(publisherPool));

type Ambient = Readonly<{ tx: Database; lent: TransactionConnection }>;
const ambient = processSingleton("transaction", () => new AsyncLocalStorage<Ambient>());

/** The database as seen from here: inside `transaction` that transaction, elsewhere the client. */
export function database(): Database {
  return ambient.getStore()?.tx ?? client;
}

/**
 * The rows of one of the few statements that nearly every request needs. It takes the short way, which costs a third of the
 * client's time (its own protocol, and JSON read twice); inside a transaction it takes it on that one's connection. Values are
 * `pg`'s: times are Dates, JSON is parsed, and a bigint would be text.
 */
export async function query<Row extends object>(statement: Prisma.Sql): Promise<Row[]> {
  const within = ambient.getStore();
  const connection = within ? connectionOf(within.lent) : pool;
  // A transaction that is over says so.
  if (!connection) return database().$queryRaw<Row[]>(statement);
  const { text, values } = statement;
  return (await connection.query<Row>({ name: statementName({ sql: text }), text, values })).rows;
}

const connectionOf = ({ connection, until }: TransactionConnection) =>
  performance.now() < until ? connection : undefined;

/**
 * Runs `work` in one transaction. Called inside another it joins that one, so that a command can be a whole
 * by itself or a part of something larger (the door's answer under an Idempotency-Key, a bulk decision).
 */
export function transaction<T>(work: (tx: Database) => Promise<T>): Promise<T> {
  const outer = ambient.getStore();
  return outer ? work(outer.tx) : transactionOf(client, work);
}

/**
 * Runs `work` in a transaction of the publisher's, on a connection of its own, wherever it is called: it counts what was committed
 * before it began and nothing that its caller has written and could still roll back.
 */
export function asPublisher<T>(work: () => Promise<T>): Promise<T> {
  return transactionOf(publisher(), work);
}

/** A transaction is done so often at most. */
const TRIES = 3;

/**
 * Of transactions that wait for each other in a circle PostgreSQL ends one and undoes all of it, so it can be done again: a ban that holds a
 * member's row and a decision about which that member must hear meet so. `work` runs again from its beginning.
 */
async function transactionOf<T>(whose: PrismaClient, work: (tx: Database) => Promise<T>): Promise<T> {
  for (let nth = 1; ; nth++) {
    try {
      return await onceOf(whose, work);
    } catch (error) {
      if (nth === TRIES || !isDeadlock(error)) throw error;
    }
  }
}

/** PostgreSQL's code for it, in Prisma's words (P2034) or its own. */
const isDeadlock = (error: unknown): boolean =>
  error instanceof Error &&
  (("code" in error && (error.code === "P2034" || error.code === "40P01")) ||
    error.message.includes("`40P01`"));

function onceOf<T>(whose: PrismaClient, work: (tx: Database) => Promise<T>): Promise<T> {
  const note: TransactionConnection = { until: 0 };
  // What still asks when the work has ended, well or not, must not come behind COMMIT or ROLLBACK.
  const whole = (tx: Database) => work(tx).finally(() => delete note.connection);
  return transactionConnection.run(note, () =>
    whose.$transaction((tx) => ambient.run({ tx, lent: note }, () => whole(tx))),
  );
}

/** Whether what is asked here is a part of a transaction. */
export const isInTransaction = (): boolean => ambient.getStore() !== undefined;

/** Work that must outlive the transaction it is called in (a rate limit counts refused requests too). */
export function outsideTransaction<T>(work: (db: Database) => Promise<T>): Promise<T> {
  return ambient.exit(() => transactionConnection.exit(() => work(client)));
}

export async function closeDatabase(): Promise<void> {
  await client.$disconnect();
  await Promise.all([pool.end(), publisherPool.end()]);
}
