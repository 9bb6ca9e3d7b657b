import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { pathToFileURL } from "node:url";
import { setTimeout as pause } from "node:timers/promises";
import type { Environment, Settings } from "@/platform/settings";
import { buildWhenStale } from "./build";
import { endChildren, keepTrack, runNode, typescript } from "./children";
import { checkSettings, openDatabase } from "./database";
import { complain, say, step } from "./progress.mjs";
import { generateClient, migrate } from "./schema";

/** The server has this long to answer what it has begun, in milliseconds. */
const DRAIN_WITHIN = 8_000;

/** The server answers within a second or two; on a very slow machine a little later. In milliseconds. */
const ANSWER_WITHIN = 60_000;

/**
 * Runs the site until it is told to end: settings, database, schema, first content, pages, server, in that order.
 * @throws Error with a sentence, when it cannot
 */
export async function runSite({ dev }: { dev: boolean }): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const ahead = checkSettings(process.env);
  await refuseTakenPort(ahead);
  const closing = closeOnSignal();
  const { environment, settings, close } = await step("Starting PostgreSQL", () =>
    openDatabase(process.env, "site", say),
  );
  closing.last = close;
  try {
    await step("Preparing the database", async () => {
      await generateClient();
      await migrate(settings.migrationUrl);
    });
    await runNode([...typescript, "bin/moot.ts", "set-up"], { environment, aloud: true });
    if (!dev) await buildWhenStale();
    const server = startServer({ ...environment, NODE_ENV: dev ? "development" : "production" });
    await untilItAnswers(server, settings);
    say(`\nMoot is at ${settings.siteUrl}\n`);
    await untilItEnds(server);
    if (!closing.begun) throw new Error("The server ended by surprise; its last lines above say why.");
  } catch (error) {
    if (!closing.begun) complain(error);
    await closing.close(1);
  }
  await closing.finished;
}

async function refuseTakenPort({ port, host }: Settings): Promise<void> {
  const server = createServer();
  const trouble = await new Promise<string | undefined>((resolve) => {
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
  if (trouble === "EADDRINUSE")
    throw new Error(`Port ${port} is taken; end what uses it, or choose another: PORT=${port + 1} npm start`);
  if (trouble !== undefined) throw new Error(`Moot may not listen on ${host}:${port} (${trouble}).`);
}

type Closing = {
  begun: boolean;
  finished: Promise<void>;
  /** What must happen when every child has ended. */
  last: () => Promise<void>;
  close: (code: number) => Promise<void>;
};

/** Ctrl-C and SIGTERM end everything in order, at whatever step we are: first the children, then the database. */
function closeOnSignal(): Closing {
  const closing: Closing = {
    begun: false,
    finished: Promise.resolve(),
    last: () => Promise.resolve(),
    close: (code) => {
      if (!closing.begun) {
        closing.begun = true;
        closing.finished = end(code);
      }
      return closing.finished;
    },
  };
  async function end(code: number): Promise<void> {
    await endChildren(DRAIN_WITHIN);
    await closing.last();
    process.exit(code);
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      if (!closing.begun) say("\nEnding …");
      void closing.close(0);
    });
  return closing;
}

function startServer(environment: Environment): ChildProcess {
  const preload = pathToFileURL("scripts/end-with-parent.mjs").href;
  const server = spawn(process.execPath, [...typescript, "--import", preload, "web/server.ts"], {
    env: { ...process.env, ...environment },
    stdio: ["pipe", "inherit", "inherit"],
    // A Ctrl-C goes to everybody in the terminal's group; the server is to hear it once, from us.
    detached: true,
  });
  keepTrack(server);
  return server;
}

async function untilItAnswers(server: ChildProcess, { host, port }: Settings): Promise<void> {
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

async function untilItEnds(server: ChildProcess): Promise<void> {
  while (!hasEnded(server)) await pause(100);
}

function hasEnded(server: ChildProcess): boolean {
  return server.exitCode !== null || server.signalCode !== null;
}
