import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { freePort } from "@/scripts/postgres/embedded";
import { readSettings } from "@/platform/settings";
import { NO_TELEMETRY, runNode, track, typescript } from "@/scripts/child-process";
import { untilItAnswers } from "@/scripts/server";

const Count = z.object({
  requests: z.number(),
  responses: z.number(),
  heapUsed: z.number(),
  rss: z.number(),
});
/** Requests and responses alive after the collector has been through everything; bytes. */
export type Count = z.output<typeof Count>;

export type Site = Readonly<{
  port: number;
  hasEnded: () => boolean;
  count: () => Promise<Count>;
  close: () => Promise<void>;
}>;

const preload = (file: string) => ["--import", pathToFileURL(`scripts/long/${file}`).href];

export type Wish = Readonly<{
  /** Without what lets pages go: the control. */
  uncured?: boolean;
  /** Megabytes of heap. */
  heap?: number;
  /** One address may ask as often as it likes. */
  unlimited?: boolean;
}>;

/** The production server on that database, as a child that counts its objects when asked. */
export async function startSite(url: string, { uncured, heap, unlimited }: Wish): Promise<Site> {
  const port = await freePort();
  const environment = { ...environmentOf(url, port), ...(unlimited && { MOOT_LIMITS: "off" }) };
  const words = [
    ...(heap === undefined ? [] : [`--max-old-space-size=${heap}`]),
    ...typescript,
    ...preload("count-objects.mjs"),
    ...(uncured ? preload("uncured.mjs") : []),
    "web/server/server.ts",
  ];
  const child = spawn(process.execPath, words, {
    env: { ...environment, ...NO_TELEMETRY },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  track(child);
  await untilItAnswers(child, readSettings(environment));
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return { port, hasEnded, count: () => countIn(child), close: () => end(child, hasEnded) };
}

/** @returns the ids of comments that have pages */
export async function fill(url: string): Promise<string[]> {
  const file = resolve(".cache/long-ids.json");
  await runNode([...typescript, "scripts/long/fill.ts", file], { environment: environmentOf(url, 1) });
  return z.array(z.string()).parse(JSON.parse(readFileSync(file, "utf8")));
}

async function countIn(child: ChildProcess): Promise<Count> {
  child.send("count");
  const [message] = (await once(child, "message")) as unknown[];
  return Count.parse(message);
}

async function end(child: ChildProcess, hasEnded: () => boolean): Promise<void> {
  if (hasEnded()) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

/** What the server and the commands about it are told. */
export function environmentOf(url: string, port: number) {
  const address = `http://127.0.0.1:${port}`;
  const secret = "only the long test is signed with this secret";
  return {
    ...process.env,
    NODE_ENV: "production" as const,
    DATABASE_URL: url,
    MOOT_EMBEDDED: "1",
    MOOT_DEMO: "0",
    MOOT_SECRET: secret,
    MOOT_URL: address,
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: secret,
    MOOT_LOG: "silent",
    PORT: String(port),
  };
}
