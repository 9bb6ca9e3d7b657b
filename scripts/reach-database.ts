import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { saidPlace } from "@/platform/database-address";

/** The oldest PostgreSQL the migrations are tried on; as the server counts versions. */
const OLDEST_POSTGRES = 150_000;

/** One try, in milliseconds. */
const TRY_WITHIN = 5_000;
/** Between two tries, and between two sentences about them; milliseconds. */
const AGAIN_AFTER = 1_000;
const TELL_EVERY = 30_000;

/** Trouble that passes by itself, and what it is in words: a server that starts later than we, or is about to be promoted. */
const PASSING: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there",
  ECONNRESET: "the connection was cut off",
  ENOENT: "there is no such socket",
  ENOTFOUND: "the name of its host is not known",
  EAI_AGAIN: "the name of its host cannot be looked up",
  ETIMEDOUT: "nobody answers there",
  EHOSTUNREACH: "its host cannot be reached",
  ENETUNREACH: "its network cannot be reached",
  "57P03": "it is starting up or shutting down",
  "53300": "it has no connection to spare",
};

type Facts = {
  version: number;
  encoding: string;
  schema: string | null;
  standby: boolean;
  read_only: boolean;
};
/** What is wrong, as it ends a sentence that begins with the database's name; `passes` by itself, or needs somebody. */
type Trouble = Readonly<{ said: string; passes: boolean }>;

type Wish = Readonly<{
  /** Whoever tells the operator. */
  tell: (sentence: string) => void;
  /** How long passing trouble is waited for, in milliseconds; 0 for one try. */
  patience: number;
}>;

/**
 * Waits until the database takes writes.
 * @throws Error with a sentence when it does not in time, or cannot be used as it is
 */
export async function reachDatabase(url: string, { tell, patience }: Wish): Promise<void> {
  const place = saidPlace(url);
  const giveUpAt = performance.now() + patience;
  for (let toldAt = -Infinity; ;) {
    const trouble = await lookAt(url);
    if (!trouble) {
      if (toldAt > -Infinity) tell("  the database is there now.");
      return;
    }
    if (!trouble.passes || performance.now() >= giveUpAt)
      throw new Error(`The database ${place} (DATABASE_URL) cannot be used: ${trouble.said}.`);
    if (performance.now() - toldAt >= TELL_EVERY) {
      tell(`  waiting for the database ${place}: ${trouble.said}.`);
      toldAt = performance.now();
    }
    await pause(AGAIN_AFTER);
  }
}

async function lookAt(url: string): Promise<Trouble | undefined> {
  const client = connection(url);
  try {
    await client.connect();
    const facts = await factsOf(client);
    return troubleWith(facts) ?? ((await sharesBackends(url, client)) ? POOLED : undefined);
  } catch (error) {
    return troubleOf(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function connection(url: string): Client {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: TRY_WITHIN,
    query_timeout: TRY_WITHIN,
  });
  // What breaks it is told to whoever asks next.
  client.on("error", () => undefined);
  return client;
}

async function factsOf(client: Client): Promise<Facts> {
  const { rows } = await client.query<Facts>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
       current_schema() AS schema, pg_is_in_recovery() AS standby, current_setting('transaction_read_only')::bool AS read_only`,
  );
  const [facts] = rows;
  if (!facts) throw new Error("it answers nothing");
  return facts;
}

function troubleWith({ version, encoding, schema, standby, read_only }: Facts): Trouble | undefined {
  if (version < OLDEST_POSTGRES)
    return needsSomebody(`it is PostgreSQL ${Math.floor(version / 10_000)}, and Moot needs 15 or newer`);
  if (encoding !== "UTF8")
    return needsSomebody(
      `it keeps its text as ${encoding}, and Moot's is UTF-8. CREATE DATABASE moot ENCODING 'UTF8' TEMPLATE template0 makes one`,
    );
  if (schema !== "public")
    return needsSomebody(
      `its first schema is ${schema ?? "none"}, and Moot's tables are in public. Give Moot a database of its own, without a search_path`,
    );
  if (standby) return { said: "it is a standby, or still recovering, and takes no writes yet", passes: true };
  if (read_only) return { said: "it takes no writes (default_transaction_read_only)", passes: true };
  return undefined;
}

const needsSomebody = (said: string): Trouble => ({ said, passes: false });

const POOLED = needsSomebody(
  "before it stands a pooler that gives each transaction another connection (pool_mode = transaction), and Moot prepares statements " +
    "and takes its role once a connection. Let the pooler work by session, or go to PostgreSQL itself",
);

/** So often two connections are compared: a pooler that takes turns may give each the same one now and then. */
const ROUNDS = 4;

/** Whether two connections that are open at once are served by the same processes of PostgreSQL: only a pooler does that. */
async function sharesBackends(url: string, one: Client): Promise<boolean> {
  const other = connection(url);
  try {
    await other.connect();
    const [ours, theirs] = [new Set<number>(), new Set<number>()];
    for (let round = 0; round < ROUNDS; round++) {
      ours.add(await backendOf(one));
      theirs.add(await backendOf(other));
    }
    return ours.size > 1 || theirs.size > 1 || [...ours].some((pid) => theirs.has(pid));
  } catch {
    // There may be no second connection to have, and then nothing to compare.
    return false;
  } finally {
    await other.end().catch(() => undefined);
  }
}

async function backendOf(client: Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  return rows[0]?.pid ?? 0;
}

function troubleOf(error: unknown): Trouble {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const message = error instanceof Error ? error.message : String(error);
  const passing = PASSING[code] ?? (SILENT.test(message) ? "nobody answers there" : undefined);
  if (passing !== undefined) return { said: passing, passes: true };
  if (/certificate/i.test(message))
    return needsSomebody(
      `${message}; “?sslmode=no-verify” behind the address trusts whatever certificate it has`,
    );
  return needsSomebody(message);
}

/** The driver's own words have no code. */
const SILENT = /timeout|terminated unexpectedly/i;
