import { spawn, type ChildProcess } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { Environment, Settings } from "@/platform/settings";
import { NO_TELEMETRY, track } from "./child-process";
import { program } from "./programs";

/** The server answers within a second or two; on a very slow machine a little later. In milliseconds. */
const ANSWER_WITHIN = 60_000;

/**
 * Starts the web server as a child which ends when we do, however we end.
 * @param output where what it prints goes: our own terminal, or an open file
 */
export function startServer(environment: Environment, output: "inherit" | number = "inherit"): ChildProcess {
  const preload = pathToFileURL("scripts/end-with-parent.mjs").href;
  const server = spawn(process.execPath, ["--import", preload, ...program("server")], {
    env: { ...process.env, ...environment, ...NO_TELEMETRY },
    stdio: ["pipe", output, output],
    // A Ctrl-C goes to everybody in the terminal's group; the server is to hear it once, from us.
    detached: true,
  });
  track(server);
  return server;
}

/**
 * Waits until the server answers.
 * @throws Error with a sentence when it ends instead, or takes too long
 */
export async function untilItAnswers(server: ChildProcess, { host, port }: Settings): Promise<void> {
  const address = `http://${host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host}:${port}/healthz`;
  const giveUpAt = Date.now() + ANSWER_WITHIN;
  while (!(await hears(address))) {
    if (hasEnded(server)) throw new Error("The server did not start; its last lines above say why.");
    if (Date.now() > giveUpAt) throw new Error(`The server does not answer at ${address}.`);
    await pause(50);
  }
}

async function hears(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

export function hasEnded(server: ChildProcess): boolean {
  return server.exitCode !== null || server.signalCode !== null;
}
