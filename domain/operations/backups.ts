import "server-only";

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { BackupKind, BackupRun, BackupRuns } from "./status";
import { database } from "@/platform/database";
import { env } from "@/platform/env";
import type { Job } from "@/platform/jobs";

/** Hours from one success to the next run; an hour less than a day, so that the hour of the day does not wander on. */
const EVERY: Readonly<Record<BackupKind, number>> = { backup: 23, verify: 7 * 24 };
/** Hours until what failed, or was cut off, is tried again. */
const AGAIN = 3;
/** How often somebody looks whether a run is due. Seconds. */
const LOOK_EVERY = 600;
/** Characters of a reason that are kept: its end, where a command says what it was. */
const WHY = 500;

const NOT_YET: BackupRun = { succeededAt: null, failedAt: null, why: "" };
const NAME = /^moot-\d{8}T\d{6}Z\.backup$/;

/** What `moot` is told, and where it is: a command of its own, as the operator's. @throws Error with what it printed */
type Moot = (...args: string[]) => Promise<void>;
type Where = Readonly<{ folder: string; kept: number }>;

const { backups } = env;
const job = (name: string, run: () => Promise<void>): Job => ({
  name,
  everySeconds: LOOK_EVERY,
  long: true,
  run,
});

/** A backup of each day, and each week the last of them restored into a scratch database and checked. */
export const backupJobs: readonly Job[] =
  backups === null
    ? []
    : [
        job("back up", () => backUp(backups, moot)),
        job("try the last backup", () => tryTheLast(backups, moot)),
      ];

/** Makes the day's backup where it is due, and then removes those beyond the number that is kept. */
export async function backUp({ folder, kept }: Where, say: Moot): Promise<void> {
  await whenDue("backup", async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const at = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
    await say("backup", join(folder, `moot-${at}.backup`));
    for (const name of (await backupsIn(folder)).slice(kept)) await rm(join(folder, name), { force: true });
  });
}

/** Tries the newest backup where that is due. Without one there is nothing to try, and the backups' own line says so. */
export async function tryTheLast({ folder }: Where, say: Moot): Promise<void> {
  const [newest] = await backupsIn(folder);
  if (newest !== undefined) await whenDue("verify", () => say("backup", "verify", join(folder, newest)));
}

/** The newest first. Files that are not ours are left alone. */
const backupsIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => []))
    .filter((name) => NAME.test(name))
    .sort()
    .toReversed();

/** Whoever writes the row does the work; it is not held, for a run takes longer than a transaction may. @throws what the work throws */
async function whenDue(kind: BackupKind, work: () => Promise<void>): Promise<void> {
  const db = database();
  const begun = await db.$executeRaw`
    INSERT INTO backup_run AS run (kind, begun_at) VALUES (${kind}, now())
    ON CONFLICT (kind) DO UPDATE SET begun_at = now()
    WHERE (run.succeeded_at IS NULL OR run.succeeded_at < now() - make_interval(hours => ${EVERY[kind]}))
      AND (run.begun_at IS NULL OR run.begun_at < now() - make_interval(hours => ${AGAIN}))`;
  if (begun === 0) return;
  try {
    await work();
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).slice(-WHY);
    await db.$executeRaw`UPDATE backup_run SET failed_at = now(), why = ${why} WHERE kind = ${kind}`;
    throw error;
  }
  await db.$executeRaw`UPDATE backup_run SET succeeded_at = now(), why = '' WHERE kind = ${kind}`;
}

/** How the scheduled runs went; null where none are asked for. */
export async function backupRuns(): Promise<BackupRuns | null> {
  if (env.backups === null) return null;
  const rows = await database().backupRun.findMany();
  const run = (kind: BackupKind) => rows.find((row) => row.kind === kind) ?? NOT_YET;
  return { backup: run("backup"), verify: run("verify") };
}

/** The operator's own command, with the settings this process has. It ends when we do. */
async function moot(...args: string[]): Promise<void> {
  const child = spawn(process.execPath, ["bin/moot.mjs", ...args], { stdio: ["ignore", "ignore", "pipe"] });
  const end = () => child.kill("SIGTERM");
  process.once("SIGTERM", end);
  let printed = "";
  child.stderr
    .setEncoding("utf8")
    .on("data", (text: string) => (printed = (printed + text).slice(-10 * WHY)));
  try {
    await once(child, "close");
  } finally {
    process.off("SIGTERM", end);
  }
  if (child.exitCode !== 0) throw new Error(printed.trim() || `moot ${args.join(" ")} was ended`);
}
