import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Client } from "pg";
import { freePort, startEmbedded } from "@/scripts/postgres/embedded";
import { makeFolder } from "@/scripts/postgres/identity";
import { takeFolder } from "@/scripts/postgres/lock";
import { readSettings, type Environment } from "@/platform/settings";
import { buildWhenStale } from "@/scripts/build";
import { endChildren, track, runNode, typescript } from "@/scripts/child-process";
import { say, step } from "@/scripts/progress.mjs";
import { generateClient, migrate } from "@/scripts/schema";
import { startServer, untilItAnswers } from "@/scripts/server";
import { Props } from "./props";
import { bundlePrograms } from "@/scripts/programs";

/** Everything that is measured, running. */
export type Site = Readonly<{
  props: Props;
  port: number;
  rawPort: number;
  /** The site's own process. */
  pid: number;
  /** What the numbers depend on, in words. */
  database: string;
  /** Where its owner reaches its database. */
  url: string;
  close: () => Promise<void>;
}>;

const DATABASE = "moot_bench";
const FOLDER = ".cache/bench";
/** The server has this long to end, in milliseconds. */
export const END_WITHIN = 10_000;

/** A filled database, the production server on it, and the raw server beside it. */
export async function openSite(): Promise<Site> {
  const server = await openBuilt();
  const url = await freshDatabase(server.url);
  const port = await freePort();
  const environment = environmentOf(url, port);
  const file = resolve(FOLDER, "props.json");
  await step("Filling four discussions", () =>
    runNode([...typescript, "bench/fill.ts", file], { environment }),
  );
  // As it would by itself within minutes: what it knows of its tables decides how it reads them.
  await onDatabase(url, (client) => client.query("ANALYZE"));
  const rawPort = await freePort();
  await startRaw(url, rawPort);
  const site = startServer(environment);
  await untilItAnswers(site, readSettings(environment));
  return {
    props: Props.parse(JSON.parse(readFileSync(file, "utf8"))),
    port,
    rawPort,
    pid: site.pid ?? 0,
    database: await describe(url),
    url,
    close: async () => {
      try {
        await endChildren(END_WITHIN);
      } finally {
        await server.close();
      }
    },
  };
}

/** A migrated database with nothing in it, and what a process needs to work on it. */
export async function openDatabase(): Promise<{ environment: Environment; close: () => Promise<void> }> {
  const server = await freshServer();
  const environment = environmentOf(await freshDatabase(server.url), await freePort());
  return { environment, close: server.close };
}

/** A PostgreSQL, and everything built that will run on it. */
export async function openBuilt(): Promise<{ url: string; close: () => Promise<void> }> {
  const server = await freshServer();
  await buildWhenStale();
  return server;
}

async function freshServer(): ReturnType<typeof openServer> {
  mkdirSync(FOLDER, { recursive: true });
  await generateClient();
  await bundlePrograms();
  return openServer();
}

/** The PostgreSQL DATABASE_URL names, else the one that comes along, with every write on the disk before it is acknowledged. */
async function openServer(): Promise<{ url: string; close: () => Promise<void> }> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, close: () => Promise.resolve() };
  const folder = resolve(FOLDER, "postgres");
  makeFolder(resolve(FOLDER));
  makeFolder(folder);
  const letGo = await takeFolder(folder, "command");
  const embedded = await startEmbedded(folder, say);
  return { url: embedded.adminUrl, close: () => embedded.stop().finally(letGo) };
}

/** @returns the address of an empty database with every table */
export async function freshDatabase(url: string, name = DATABASE): Promise<string> {
  await onDatabase(url, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name}`);
  });
  const own = Object.assign(new URL(url), { pathname: `/${name}` }).href;
  await migrate(own);
  return own;
}

export function environmentOf(url: string, port: number): Environment {
  const address = `http://127.0.0.1:${port}`;
  const secret = "only the bench is signed with this secret";
  return {
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: url,
    MOOT_EMBEDDED: "1",
    MOOT_DEMO: "0",
    MOOT_SECRET: secret,
    MOOT_URL: address,
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: secret,
    // How fast the site is, not how patient with one address.
    MOOT_LIMITS: "off",
    MOOT_LOG: "warn",
    PORT: String(port),
  };
}

async function startRaw(url: string, port: number): Promise<void> {
  const raw = child("bench/raw.ts", { DATABASE_URL: url, PORT: String(port) });
  await once(raw, "message");
}

/** Starts one of our own processes, which ends with us. */
export function child(file: string, environment: Environment = {}): ChildProcess {
  const one = fork(file, { execArgv: typescript, env: { ...process.env, ...environment } });
  track(one);
  return one;
}

async function describe(url: string): Promise<string> {
  const { rows } = await onDatabase(url, (client) =>
    client.query<{ version: string; durable: boolean }>(
      `SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
         current_setting('fsync')::bool AND current_setting('synchronous_commit') = 'on' AS durable`,
    ),
  );
  const [{ version, durable } = { version: "?", durable: false }] = rows;
  return `PostgreSQL ${version}, ${durable ? "every commit on the disk before it is acknowledged" : "NOT durable: fsync or synchronous_commit is off"}`;
}

async function onDatabase<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
