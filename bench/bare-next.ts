import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { NO_TELEMETRY, runNode, track } from "@/scripts/child-process";
import { filesBelow, hashOf } from "@/scripts/files";
import { step } from "@/scripts/progress.mjs";
import { hasEnded } from "@/scripts/server";

const FOLDER = "bench/bare";
const NEXT = "node_modules/next/dist/bin/next";
const STAMP = `${FOLDER}/.next/moot-bare.json`;
/** It answers within seconds, on a very busy machine a little later. Milliseconds. */
const ANSWER_WITHIN = 60_000;

/** Builds `bench/bare` unless that was done, and starts it: Next as it comes, with one page of an article's fifty comments. */
export async function startBareNext(databaseUrl: string, port: number, slug: string): Promise<void> {
  await buildWhenStale();
  const server = spawn(process.execPath, [NEXT, "start", FOLDER, "-p", String(port), "-H", "127.0.0.1"], {
    env: { ...process.env, ...NO_TELEMETRY, NODE_ENV: "production", DATABASE_URL: databaseUrl },
    stdio: ["ignore", "ignore", "inherit"],
  });
  track(server);
  const giveUpAt = Date.now() + ANSWER_WITHIN;
  while (!(await answers(`http://127.0.0.1:${port}/${slug}`))) {
    if (hasEnded(server) || Date.now() > giveUpAt) throw new Error("The bare Next page did not start.");
    await pause(50);
  }
}

async function buildWhenStale(): Promise<void> {
  const sources = hashOf([...filesBelow(`${FOLDER}/app`), `${FOLDER}/next.config.mjs`, "package-lock.json"]);
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === sources) return;
  await step("Building the bare Next page", async () => {
    await runNode([NEXT, "build", FOLDER], { environment: { ...process.env, NODE_ENV: "production" } });
    writeFileSync(STAMP, sources);
  });
}

const answers = (address: string): Promise<boolean> =>
  fetch(address, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
