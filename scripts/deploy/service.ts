import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Programs } from "./packages";

const DOCUMENT = "docs/OPERATING.md";

/** The service an operator is told to make: its text, and how long it may take to end. */
export type Service = Readonly<{ text: string; stopSeconds: number }>;

/** @throws Error when the document has none, or none that says how long it may take to end */
export function readService(): Service {
  const text = /^```\n(\[Service\]\n[^`]*)```$/m.exec(readFileSync(DOCUMENT, "utf8"))?.[1];
  const seconds = /^TimeoutStopSec=(\d+)$/m.exec(text ?? "")?.[1];
  if (text === undefined || seconds === undefined)
    throw new Error(`${DOCUMENT} has no service that says how long it may take to end.`);
  return { text, stopSeconds: Number(seconds) };
}

/** What systemd has to say about it. npm is not everywhere where Debian puts it, and that is not what is asked. */
export function checkService({ systemdAnalyze }: Programs, folder: string, { text }: Service): string {
  const file = join(folder, "moot.service");
  const [, npm = ""] = /^ExecStart=(\S+)/m.exec(text) ?? [];
  writeFileSync(file, existsSync(npm) ? text : text.replace(npm, process.execPath));
  const { status, stderr, error } = spawnSync(systemdAnalyze, ["verify", file], { encoding: "utf8" });
  if (error) throw error;
  return status === 0 && stderr === "" ? "" : `${status}: ${stderr}`;
}
