import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Programs } from "./packages";

const FILE = "deploy/moot.service";

/** The service an operator is given: its text, and how long it may take to end. */
export type Service = Readonly<{ text: string; stopSeconds: number }>;

/** @throws Error when it does not say how long it may take to end */
export function readService(): Service {
  const text = readFileSync(FILE, "utf8");
  const seconds = /^TimeoutStopSec=(\d+)$/m.exec(text)?.[1];
  if (seconds === undefined) throw new Error(`${FILE} does not say how long the service may take to end.`);
  return { text, stopSeconds: Number(seconds) };
}

/** What systemd has to say about it. Node is not everywhere where Debian puts it, and that is not what is asked. */
export function checkService({ systemdAnalyze }: Programs, folder: string, { text }: Service): string {
  const file = join(folder, "moot.service");
  const [, node = ""] = /^ExecStart=(\S+)/m.exec(text) ?? [];
  writeFileSync(file, existsSync(node) ? text : text.replace(node, process.execPath));
  const { status, stderr, error } = spawnSync(systemdAnalyze, ["verify", file], { encoding: "utf8" });
  if (error) throw error;
  return status === 0 && stderr === "" ? "" : `${status}: ${stderr}`;
}
