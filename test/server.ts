import { createHash, randomBytes } from "node:crypto";
import { lstatSync, rmSync, statfsSync } from "node:fs";
import { join, resolve } from "node:path";
import { Client } from "pg";
import { startEmbedded } from "@/scripts/postgres/embedded";
import { makeFolder } from "@/scripts/postgres/identity";
import { takeFolder } from "@/scripts/postgres/lock";
import { IN_TEXTS, rolesOf } from "@/scripts/roles";
import { databaseHash, migrate } from "@/scripts/schema";

/** A PostgreSQL for tests: everything a worker needs to make a database of its own, as plain text. */
export type TestServer = Readonly<{
  /** Of a role that may make databases. */
  adminUrl: string;
  /** The role the tests work as; it owns their databases. */
  url: string;
  /** An empty, migrated database to copy. */
  template: string;
  /** Begins the name of every database of this run. */
  prefix: string;
}>;

/** Any number that nobody else uses: whoever holds this lock may make the template. */
const TEMPLATE_LOCK = 20_261_123;

/** Where Linux has a file system in memory, and what has to be free of it, in bytes: a run of all tests takes a third. */
const MEMORY = "/dev/shm";
const MEMORY_FREE = 2_000_000_000;

/** The PostgreSQL of TEST_DATABASE_URL or DATABASE_URL when there is one, else our own, with a template to copy. */
export async function openTestServer(): Promise<{ server: TestServer; close: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL;
  const { adminUrl, url, stop } = given
    ? { adminUrl: given, url: given, stop: () => Promise.resolve() }
    : await startOwn();
  const template = await makeTemplate(adminUrl, url).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const server = { adminUrl, url, template, prefix: `moot_test_${randomBytes(4).toString("hex")}` };
  const close = async () => {
    await dropAll(server);
    await stop();
  };
  return { server, close };
}

/** A fresh copy of the template. @returns its address */
export async function copyTemplate(
  { adminUrl, url, template, prefix }: TestServer,
  name: string,
): Promise<string> {
  const database = `${prefix}_${name}`;
  await withClient(adminUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    // Written as files: by way of the log of changes, which is for databases that are to last, takes half as long again.
    await client.query(
      `CREATE DATABASE ${database} TEMPLATE ${template} OWNER ${ownerIn(client, url)} STRATEGY FILE_COPY`,
    );
  });
  return at(url, database);
}

/** A database with nothing in it, owned by the role the tests work as. @returns its address */
export async function anEmptyDatabase({ adminUrl, url, prefix }: TestServer, name: string): Promise<string> {
  const database = `${prefix}_${name}`;
  await withClient(adminUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${database} OWNER ${ownerIn(client, url)}`);
  });
  return at(url, database);
}

/**
 * In memory where there is room, and nothing is left there; else in `.cache`, where a second run finds the template. A database is nine
 * hundred files: where as many were deleted a moment ago, ext4 takes a third of a second of the processor's time to make them, and memory
 * a sixtieth.
 */
async function startOwn(): Promise<{ adminUrl: string; url: string; stop: () => Promise<void> }> {
  const inMemory = folderInMemory();
  const folder = inMemory ?? resolve(".cache/postgres");
  makeFolder(folder);
  const letGo = await takeFolder(folder, "command");
  const tell = (sentence: string) => void process.stderr.write(`${sentence}\n`);
  const embedded = await startEmbedded(folder, tell, { lasting: false });
  const stop = async () => {
    try {
      await embedded.stop();
      if (inMemory) rmSync(join(folder, "postgres"), { recursive: true, force: true });
    } finally {
      letGo();
    }
  };
  return { ...embedded, stop };
}

/** One for each place the project stands in, as `.cache` is. Whoever else may write in memory cannot have made it for us. */
function folderInMemory(): string | undefined {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    if (bavail * bsize < MEMORY_FREE) return undefined;
    const place = createHash("sha256").update(resolve(".")).digest("hex").slice(0, 12);
    const folder = join(MEMORY, `moot-tests-${process.getuid?.() ?? ""}-${place}`);
    makeFolder(folder);
    const made = lstatSync(folder);
    return made.isDirectory() && made.uid === process.getuid?.() ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** Named after what it is made from, so a second run finds it. Made under another name first: half a template is none. */
async function makeTemplate(adminUrl: string, url: string): Promise<string> {
  const template = `moot_template_${databaseHash().slice(0, 12)}`;
  await withClient(adminUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const known = await client.query("SELECT FROM pg_database WHERE datname = $1", [template]);
    if (known.rowCount === 1) return;
    const draft = `${template}_draft`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${draft} OWNER ${ownerIn(client, url)}`);
    await migrate(at(url, draft), { roles: IN_TEXTS });
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
  });
  return template;
}

async function dropAll({ adminUrl, prefix }: TestServer): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
      [prefix],
    );
    for (const { datname } of rows) {
      await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
      // A database that was started as a site has roles of its own.
      for (const role of Object.values(rolesOf(datname)))
        await client.query(`DROP ROLE IF EXISTS ${client.escapeIdentifier(role)}`);
    }
  });
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function ownerIn(client: Client, url: string): string {
  return client.escapeIdentifier(decodeURIComponent(new URL(url).username));
}

function at(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}
