import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findBinaries, POSTGRES_VERSION } from "./binaries";
import { chooseIdentity, handOver, makeFolder, type Identity } from "./identity";

/** One PostgreSQL on one folder, as programs and files; `embedded.ts` makes a database of it. */
export type Cluster = Readonly<{
  /** The folder given to PostgreSQL. */
  files: string;
  password: string;
  /** Starts the server and waits until it answers. */
  start: (port: number) => Promise<ChildProcess>;
}>;

/** Whether what is written must outlive a power cut. Only data of tests need not, and then nothing waits for the disk nor guards its door. */
export type Durability = Readonly<{ lasting: boolean }>;

type Server = Readonly<{
  postgres: string;
  files: string;
  logFile: string;
  port: number;
  identity: Identity;
  lasting: boolean;
}>;

/**
 * Tests open some thousand connections, each of which would compute a password's 4,096 rounds on either side. Their databases, a hundred
 * and more at a time, are gone before anybody would have to tidy up in them, and may be in memory, where a log of changes has no room to
 * grow.
 */
const FLEETING = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  scram_iterations: "1",
  autovacuum: "off",
  max_wal_size: "128MB",
};

/** After a crash the log is played back first, which takes a while on a slow disk; in milliseconds. */
const READY_WITHIN = 60_000;

/** How often we look whether it is ready, in milliseconds. */
const LOOK_AGAIN = 30;

/** Backends of a killed server take a moment to notice; until then a new one is refused. In milliseconds. */
const BACKENDS_LEAVE_WITHIN = 10_000;

/** A log longer than this, in bytes, is begun again at the next start. */
const LOG_BYTES = 5_000_000;

/**
 * Finds the cluster of a data folder, or makes it.
 * @throws Error with a sentence when the folder was made by another PostgreSQL or belongs to somebody else
 */
export async function openCluster(folder: string, { lasting }: Durability): Promise<Cluster> {
  const files = join(folder, "postgres");
  refuseOtherVersion(files);
  const binaries = findBinaries();
  makeFolder(folder);
  const identity = chooseIdentity(files, binaries.postgres);
  refuseOtherOwner(files);
  const password = readPassword(folder, identity);
  if (!existsSync(join(files, "PG_VERSION"))) await initialise(binaries.initdb, folder, files, identity);
  const logFile = join(folder, "postgres.log");
  return {
    files,
    password,
    start: (port) => startServer({ postgres: binaries.postgres, files, logFile, port, identity, lasting }),
  };
}

function refuseOtherVersion(files: string): void {
  const file = join(files, "PG_VERSION");
  if (!existsSync(file)) return;
  const version = readFileSync(file, "utf8").trim();
  if (version !== POSTGRES_VERSION)
    throw new Error(
      `The data folder ${files} was made by PostgreSQL ${version}, and this Moot brings ${POSTGRES_VERSION}; ` +
        "move the data over with pg_dump, or set MOOT_DATA to another folder.",
    );
}

function refuseOtherOwner(files: string): void {
  const us = process.getuid?.();
  if (us === undefined || us === 0 || !existsSync(files)) return;
  if (statSync(files).uid !== us)
    throw new Error(
      `The data folder ${files} belongs to another user; start Moot as that user, or set MOOT_DATA to a folder of your own.`,
    );
}

function readPassword(folder: string, identity: Identity): string {
  const file = join(folder, "postgres-password");
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
    handOver(file, identity);
  }
  return readFileSync(file, "utf8").trim();
}

/** Made beside its place and then moved there: a start that was interrupted leaves nothing that looks finished. */
async function initialise(initdb: string, folder: string, files: string, identity: Identity): Promise<void> {
  const draft = `${files}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  handOver(draft, identity);
  const [command, args] = identity.dress(initdb, [
    `--pgdata=${draft}`,
    "--username=postgres",
    `--pwfile=${join(folder, "postgres-password")}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // PostgreSQL's own collation: the same order on every machine, whatever its C library thinks.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-locale",
    "--no-instructions",
  ]);
  const child = spawn(command, args, { ...identity.user, cwd: "/", stdio: ["ignore", "ignore", "pipe"] });
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text));
  await once(child, "close");
  if (child.exitCode !== 0)
    throw new Error(`PostgreSQL could not make a new data folder. ${complaint.trim()}`);
  renameSync(draft, files);
}

async function startServer(server: Server): Promise<ChildProcess> {
  const { files, logFile } = server;
  const giveUpAt = Date.now() + BACKENDS_LEAVE_WITHIN;
  for (;;) {
    const from = beginLog(logFile);
    const child = spawnServer(server);
    if (await isReady(child, files)) return child;
    const said = readFileSync(logFile).subarray(from).toString();
    const leftovers = /pre-existing shared memory block|is another postmaster/.test(said);
    if (!leftovers || Date.now() > giveUpAt)
      throw new Error(`PostgreSQL did not start: ${reason(said)} The rest is in ${logFile}.`);
    await pause(LOOK_AGAIN * 10);
  }
}

function spawnServer({ postgres, files, logFile, port, identity, lasting }: Server): ChildProcess {
  const settings = {
    listen_addresses: "127.0.0.1",
    // A socket's path may have 107 bytes at most, and folders are where people put them.
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    lc_messages: "C",
    ...(lasting ? {} : FLEETING),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const [command, args] = identity.dress(postgres, ["-D", files, "-p", String(port), ...flags]);
  const out = openSync(logFile, "a", 0o600);
  // Detached, for a Ctrl-C goes to everybody in the terminal's group, and the database must be the last to leave.
  const child = spawn(command, args, {
    ...identity.user,
    cwd: "/",
    stdio: ["ignore", out, out],
    detached: true,
  });
  closeSync(out);
  return child;
}

/** The last line of `postmaster.pid` says how far the process named in its first line has come. */
async function isReady(child: ChildProcess, files: string): Promise<boolean> {
  const giveUpAt = Date.now() + READY_WITHIN;
  while (child.exitCode === null && child.signalCode === null && Date.now() < giveUpAt) {
    const lines = pidFile(files);
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === "ready") return true;
    await pause(LOOK_AGAIN);
  }
  child.kill("SIGINT");
  return false;
}

/** The lines of `postmaster.pid`; none when no server has been here or the last one left in peace. */
export function pidFile(files: string): string[] {
  try {
    return readFileSync(join(files, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}

/** @returns where this start's part of the log begins, in bytes */
function beginLog(logFile: string): number {
  if (!existsSync(logFile)) return 0;
  const { size } = statSync(logFile);
  if (size <= LOG_BYTES) return size;
  rmSync(logFile);
  return 0;
}

/** What it is really about comes first, and that somebody knocked too early never. */
const REASONS = [
  /No space left on device/,
  /PANIC/,
  /FATAL(?!.*is (?:starting up|not yet accepting|in recovery))/,
  /error/i,
];

function reason(said: string): string {
  const lines = said.split("\n");
  const found = REASONS.map((pattern) => lines.find((one) => pattern.test(one)));
  const line = found.find((one) => one !== undefined) ?? "it gave no reason.";
  return line.replace(/^.*?(FATAL|PANIC):\s*/, "");
}
