import { execFile, execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { until } from "@/scripts/deploy/programs";

const SYSTEMD = "/usr/lib/systemd/systemd";

export type Machine = Readonly<{
  /** Runs a command there. @returns what it printed @throws Error when it fails */
  run: (...words: string[]) => Promise<string>;
  /** A property of the service, as `systemctl show` says it. */
  show: (property: string) => Promise<string>;
  /** What the service printed. */
  log: () => string;
  end: () => Promise<void>;
}>;

/** Why there can be none here; null where there can. */
export function whyNoMachine(): string | null {
  if (process.getuid?.() !== 0) return "only root may begin one";
  if (!existsSync(SYSTEMD)) return `there is no ${SYSTEMD}`;
  const tried = spawnSync("unshare", ["--cgroup", "--mount", "--pid", "--uts", "--ipc", "--fork", "true"]);
  return tried.status === 0 ? null : "this system gives nobody namespaces of their own";
}

/**
 * A systemd as the first process of namespaces of its own, which has the service of the documents and nothing else to do. It shares the network.
 * @param folder has `release/`
 */
export async function startMachine(
  folder: string,
  service: string,
  environment: Readonly<Record<string, string>>,
): Promise<Machine> {
  const file = join(folder, "service.log");
  const logs = join(folder, "release", ".data");
  mkdirSync(logs);
  execFileSync("chown", ["990:990", logs]);
  writeFileSync(join(folder, "moot.service"), service);
  writeFileSync(
    join(folder, "moot.env"),
    Object.entries(environment)
      .map(([name, value]) => `${name}="${value}"\n`)
      .join(""),
  );
  // There is no journal.
  writeFileSync(
    join(folder, "log.conf"),
    "[Service]\nStandardOutput=append:/run/machine/service.log\nStandardError=inherit\n",
  );
  const outer = spawn(
    "unshare",
    ["--mount", "--fork", resolve("scripts/deploy/systemd/machine.sh"), resolve(folder)],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  let complaint = "";
  outer.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text));
  const first = { pid: 0 };
  // Whoever waits for it goes on answering others: the way to the database leads through here.
  const run = async (...words: string[]): Promise<string> => {
    const where = ["-t", String(first.pid), "-m", "-p", "-C", "-u", "-i"];
    return (await promisify(execFile)("nsenter", [...where, ...words])).stdout;
  };
  await until(async () => {
    first.pid = systemdBelow(outer) ?? 0;
    if (outer.exitCode !== null) throw new Error(`systemd ended with ${outer.exitCode}. ${complaint}`);
    return first.pid !== 0 && isUp(run);
  }, "systemd does not answer.");
  return {
    run,
    show: async (property) =>
      (await run("systemctl", "show", "moot", `--property=${property}`, "--value")).trim(),
    log: () => (existsSync(file) ? readFileSync(file, "utf8") : ""),
    end: async () => {
      const gone = once(outer, "exit");
      process.kill(first.pid, "SIGKILL");
      await gone;
    },
  };
}

/** With its first process a namespace ends, and everybody in it. */
function systemdBelow({ pid }: ChildProcess): number | undefined {
  const below = [pid ?? 0];
  for (let at = below.shift(); at !== undefined; at = below.shift()) {
    const children = readOf(`/proc/${at}/task/${at}/children`).trim().split(" ").filter(Boolean).map(Number);
    const found = children.find((child) => readOf(`/proc/${child}/cmdline`).startsWith(SYSTEMD));
    if (found !== undefined) return found;
    below.push(...children);
  }
  return undefined;
}

function readOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

const isUp = (run: Machine["run"]): Promise<boolean> =>
  run("systemctl", "is-active", "try.target").then(
    (said) => said.trim() === "active",
    () => false,
  );
