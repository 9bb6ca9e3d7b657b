import { execFileSync } from "node:child_process";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";

/** Who works on a data folder: the site, for as long as it runs, or one command, for a moment. */
const Holder = z.object({ pid: z.number(), born: z.string(), as: z.enum(["site", "command"]) });
export type Holder = z.infer<typeof Holder>;

/** How often a waiting process looks again, in milliseconds. */
const LOOK_AGAIN = 200;

/** A command holds the folder for seconds; whoever waits longer than this, in milliseconds, is told. */
const PATIENCE = 30_000;

/**
 * Takes a data folder for this process.
 * @returns gives it back
 * @throws Error with a sentence when a site runs on it, or a command does not let go of it
 */
export async function takeFolder(folder: string, as: Holder["as"]): Promise<() => void> {
  const file = join(folder, "moot.lock");
  const giveUpAt = Date.now() + PATIENCE;
  while (!claim(file, as)) {
    const holder = holderOf(folder);
    if (holder?.as === "site")
      throw new Error(`Moot already runs on the data folder ${folder} (process ${holder.pid}).`);
    if (Date.now() > giveUpAt)
      throw new Error(`A command of Moot (process ${holder?.pid ?? "unknown"}) is still using ${folder}.`);
    await pause(LOOK_AGAIN);
  }
  return () => rmSync(file, { force: true });
}

/** Who has taken a folder and is still alive; a process that was killed leaves only its name behind. */
export function holderOf(folder: string): Holder | undefined {
  try {
    const holder = Holder.parse(JSON.parse(readFileSync(join(folder, "moot.lock"), "utf8")));
    return birthOf(holder.pid) === holder.born ? holder : undefined;
  } catch {
    return undefined;
  }
}

function claim(file: string, as: Holder["as"]): boolean {
  if (create(file, as)) return true;
  if (holderOf(join(file, ".."))) return false;
  // Moved, not deleted: of two processes that find the same dead holder only one can move its file away.
  try {
    renameSync(file, `${file}.${process.pid}`);
    rmSync(`${file}.${process.pid}`);
  } catch {
    return false;
  }
  return create(file, as);
}

function create(file: string, as: Holder["as"]): boolean {
  const holder: Holder = { pid: process.pid, born: birthOf(process.pid) ?? "", as };
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** When a process began, in its system's own words: process numbers are used again, their moments are not. */
function birthOf(pid: number): string | undefined {
  try {
    if (process.platform === "linux") return ticksSinceBoot(pid);
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { stdio: "pipe" })
      .toString()
      .trim();
  } catch {
    return undefined;
  }
}

/** Field 22 of proc_pid_stat(5); the second field is a name in brackets that may itself hold brackets and spaces. */
function ticksSinceBoot(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
}
