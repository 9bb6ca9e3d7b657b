import type { ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Settings } from "@/platform/settings";
import { buildWhenStale } from "./build";
import { PATIENT, endChildren, runNode } from "./child-process";
import { checkSettings, openDatabase } from "./database";
import { loadEnvFile } from "./env-file";
import { complain, say, step } from "./progress.mjs";
import { generateClient, migrate } from "./schema";
import { hasEnded, startServer, untilItAnswers } from "./server";
import { bundlePrograms, program } from "./programs";

/** The server has this long to answer what it has begun, in milliseconds. */
const DRAIN_WITHIN = 8_000;

/**
 * Runs the site until it is told to end: settings, database, schema, pages, first content, server, in that order.
 * @throws Error with a sentence, when it cannot
 */
export async function runSite({ dev }: { dev: boolean }): Promise<void> {
  loadEnvFile();
  const ahead = checkSettings(process.env);
  await refuseTakenPort(ahead);
  const closing = closeOnSignal();
  const { environment, settings, close } = await step(
    ahead.embedded ? "Starting PostgreSQL" : "Reaching the database",
    () => openDatabase(process.env, "site", say),
  );
  closing.last = close;
  try {
    const lacking = await step("Preparing the database", async () => {
      await generateClient();
      await bundlePrograms();
      return migrate(settings.migrationUrl, { tell: say });
    });
    if (lacking.length > 0) say(withoutWall(lacking));
    if (!dev) await buildWhenStale();
    // What it prints for the first admin is not to be lost above the build.
    await runNode([...program("moot"), "set-up"], {
      environment: { ...PATIENT, ...environment },
      aloud: true,
    });
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

/** Said at every start, until somebody has done it. */
const withoutWall = (statements: readonly string[]): string =>
  `\nThis database's owner may not make the roles that keep ballots from the site itself. Until a superuser of the database has run
what follows, and Moot has been started again, only Moot's own code keeps votes secret (docs/PRIVACY.md):\n
${statements.map((statement) => `  ${statement}`).join("\n")}\n`;

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

async function untilItEnds(server: ChildProcess): Promise<void> {
  while (!hasEnded(server)) await pause(100);
}
