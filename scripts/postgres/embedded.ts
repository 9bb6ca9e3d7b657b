import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { z } from "zod";
import { openCluster, pidFile, type Cluster, type Durability } from "./cluster";
import { HIDE_WRITTEN_BYTES } from "./written-bytes";

/** The PostgreSQL that Moot brings along, running on a data folder. */
export type Embedded = Readonly<{
  /** The site's database, as its owner. */
  url: string;
  /** The same server's `postgres` database, as its superuser. */
  adminUrl: string;
  /** Stops it in peace; connections still open are ended. */
  stop: () => Promise<void>;
}>;

const Location = z.object({ port: z.number(), pid: z.number(), url: z.string() });

/** The name of the site's database, and of the role that owns it. */
const NAME = "moot";

/** How long a stop may take before we insist, in milliseconds. */
const STOP_WITHIN = 8_000;

/** A server that falls over this often within a minute has a trouble that a restart does not mend at once; so it is left a while. */
const RESTARTS_A_MINUTE = 5;
const LEFT_FOR = 30_000;
/** After a start that failed (a full disk, for one) it is tried again so often, and told so often; milliseconds. */
const AGAIN_AFTER = 2_000;
const TOLD_EVERY = 60_000;

/**
 * Starts PostgreSQL on a folder, making the folder and the database when they are missing. A server that dies is
 * started again on the same port, so that the site finds it where it was.
 * @param tell is given a sentence when the server had to be started again, or could not be
 * @throws Error with a sentence
 */
export async function startEmbedded(
  folder: string,
  tell: (sentence: string) => void,
  durability: Durability = { lasting: true },
): Promise<Embedded> {
  const cluster = await openCluster(folder, durability);
  await endOrphan(cluster.files);
  const port = await choosePort(folder);
  const at = (user: string, database: string) =>
    `postgresql://${user}:${cluster.password}@127.0.0.1:${port}/${database}`;
  const url = at(NAME, NAME);
  const adminUrl = at("postgres", "postgres");
  const watched = await watch(cluster, port, tell, (pid) => savePlace(folder, { port, pid, url }));
  await makeDatabase(adminUrl, cluster.password);
  await asked(at("postgres", NAME), HIDE_WRITTEN_BYTES);
  return { url, adminUrl, stop: () => watched.stop().then(() => forgetPid(folder)) };
}

/** Where the database of a data folder was last seen, or undefined. It may have stopped since. */
export function locationOf(folder: string): z.infer<typeof Location> | undefined {
  const file = join(folder, "postgres.json");
  if (!existsSync(file)) return undefined;
  return Location.safeParse(JSON.parse(readFileSync(file, "utf8"))).data;
}

/** True when a server answers at this address and lets us in. */
export async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** A free port of the loopback interface. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string")
    throw new Error("The loopback interface has no ports.");
  return address.port;
}

/** A site that was killed leaves its server behind; whoever has the folder now ends that one first. */
async function endOrphan(files: string): Promise<void> {
  const pid = Number(pidFile(files)[0]);
  if (!pid || !isAlive(pid)) return;
  if (!runsOn(pid, files)) {
    // The number is somebody else's by now, but PostgreSQL would not believe that.
    rmSync(join(files, "postmaster.pid"));
    return;
  }
  process.kill(pid, "SIGINT");
  const insistAt = Date.now() + STOP_WITHIN;
  while (isAlive(pid)) {
    if (Date.now() > insistAt) process.kill(pid, "SIGQUIT");
    await pause(50);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Where a process's command cannot be read, we believe `postmaster.pid`. */
function runsOn(pid: number, files: string): boolean {
  const file = `/proc/${pid}/cmdline`;
  return !existsSync(file) || readFileSync(file, "utf8").includes(files);
}

/** The port of last time, when it is still free: an address that stays is easier to live with. */
async function choosePort(folder: string): Promise<number> {
  const last = locationOf(folder)?.port;
  return last !== undefined && (await isFree(last)) ? last : freePort();
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const free = new Promise<boolean>((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
  return free;
}

/** The address holds the password, so nobody else may read it. */
function savePlace(folder: string, place: z.infer<typeof Location>): void {
  writeFileSync(join(folder, "postgres.json"), `${JSON.stringify(place, null, 2)}\n`, { mode: 0o600 });
}

function forgetPid(folder: string): void {
  const place = locationOf(folder);
  if (place) savePlace(folder, { ...place, pid: 0 });
}

async function watch(
  cluster: Cluster,
  port: number,
  tell: (sentence: string) => void,
  save: (pid: number) => void,
): Promise<{ stop: () => Promise<void> }> {
  const stop = new AbortController();
  let server = await start();
  let restarting: Promise<void> = Promise.resolve();
  const falls: number[] = [];

  async function start(): Promise<ChildProcess> {
    const child = await cluster.start(port);
    save(child.pid ?? 0);
    child.once("exit", () => {
      if (!stop.signal.aborted) restarting = restart();
    });
    return child;
  }

  async function restart(): Promise<void> {
    falls.push(Date.now());
    const recent = falls.filter((moment) => Date.now() - moment < 60_000);
    if (recent.length > RESTARTS_A_MINUTE) {
      tell(
        "PostgreSQL keeps falling over, and is left alone for half a minute; its log is in the data folder.",
      );
      await untilStopping(LEFT_FOR);
    } else tell("PostgreSQL ended by surprise; starting it again.");
    for (let toldAt = -Infinity; !stop.signal.aborted;) {
      try {
        server = await start();
        tell("PostgreSQL is back.");
        return;
      } catch (error) {
        if (performance.now() - toldAt >= TOLD_EVERY) {
          tell(error instanceof Error ? error.message : String(error));
          toldAt = performance.now();
        }
        await untilStopping(AGAIN_AFTER);
      }
    }
  }

  async function untilStopping(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal: stop.signal }).catch(() => undefined);
  }

  async function end(): Promise<void> {
    stop.abort();
    await restarting;
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, "exit");
    // SIGINT is PostgreSQL's fast shutdown: end the sessions, write everything, leave.
    server.kill("SIGINT");
    const insist = setTimeout(() => server.kill("SIGQUIT"), STOP_WITHIN);
    await ended;
    clearTimeout(insist);
  }

  return { stop: end };
}

async function makeDatabase(adminUrl: string, password: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const role = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [NAME]);
    if (role.rowCount === 0) {
      await client.query(`CREATE ROLE ${NAME} LOGIN CREATEROLE PASSWORD ${client.escapeLiteral(password)}`);
      // The migrations make a lesser role for the site to work as; whoever makes it must be able to become it.
      await client.query(`ALTER ROLE ${NAME} SET createrole_self_grant = 'set, inherit'`);
    }
    const database = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [NAME]);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${NAME} OWNER ${NAME}`);
  } finally {
    await client.end();
  }
}

async function asked(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
