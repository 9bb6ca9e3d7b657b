import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { saidPlace } from "@/platform/database-address";
import { helpRequest } from "./help-request";
import { answers, locationOf } from "./postgres/embedded";
import { holderOf } from "./postgres/lock";
import { dataFolder, type Environment } from "@/platform/settings";
import { PATIENT } from "./child-process";
import { environmentOf, openDatabase, toCome, type Database } from "./database";
import { loadEnvFile } from "./env-file";
import { hostCommandOf } from "./host-commands";
import { say } from "./progress.mjs";
import { generateClient, migrate } from "./schema";
import { showSettings } from "./show-settings";
import { bundlePrograms, program } from "./programs";

/** A site that is just starting gets this long until its database answers, in milliseconds. */
const ANSWER_WITHIN = 30_000;

/**
 * Runs one command of `moot` with a database: that of DATABASE_URL, that of the site which runs on the data folder,
 * or the one of the data folder, started for as long as the command takes.
 * @param called the folder the operator stands in, from which file names are read
 * @returns the exit code
 */
export async function runCommand(args: readonly string[], called: string): Promise<number> {
  const from = loadEnvFile();
  if (args[0] === "settings" && !helpRequest(args)) {
    const { lines, code } = showSettings(args, process.env, from);
    for (const line of lines) say(line);
    return code;
  }
  await generateClient();
  await bundlePrograms();
  if (helpRequest(args)) return obey(args, { ...toCome, ...process.env });
  const run = hostCommandOf(args);
  const database = await findDatabase(process.env, args[0] === "restore" || args[0] === "import");
  try {
    const url = database.settings?.migrationUrl ?? database.environment.DATABASE_URL ?? "";
    if (run) {
      await run({ url, adminUrl: adminOf(database.environment, url), called });
      return 0;
    }
    warn(`On the database ${saidPlace(url)}:`);
    if (database.settings) await migrate(url, { tell: warn });
    return await obey(args, { ...database.environment, MOOT_CALLED_FROM: called });
  } finally {
    await database.close();
  }
}

/** The superuser of the database that comes along, who has the same password; nobody else's is known. */
function adminOf({ MOOT_EMBEDDED }: Environment, url: string): string | undefined {
  if (MOOT_EMBEDDED !== "1") return undefined;
  return Object.assign(new URL(url), { username: "postgres", pathname: "/postgres" }).href;
}

/** @param mayBegin whether a data folder is made where there is none; else a command would speak to a site that nobody has */
async function findDatabase(
  given: Environment,
  mayBegin: boolean,
): Promise<Pick<Database, "environment" | "close"> & { settings?: Database["settings"] }> {
  const folder = dataFolder(given.MOOT_DATA || undefined);
  if (!given.DATABASE_URL && holderOf(folder)?.as === "site")
    return { environment: await environmentOfSite(folder, given), close: () => Promise.resolve() };
  if (!given.DATABASE_URL && !mayBegin && !existsSync(join(folder, "postgres")))
    throw new Error(
      `There is no database in ${folder}, and DATABASE_URL is not set. Set it as the site has it, or set MOOT_DATA, or start the site first.`,
    );
  return openDatabase(given, "command", warn);
}

async function environmentOfSite(folder: string, given: Environment): Promise<Environment> {
  const giveUpAt = Date.now() + ANSWER_WITHIN;
  while (Date.now() < giveUpAt && holderOf(folder)) {
    const place = locationOf(folder);
    if (place && (await answers(place.url))) return { ...given, ...environmentOf(folder, place.url, given) };
    await pause(200);
  }
  throw new Error(
    `The site on ${folder} runs, but its database does not answer; its log is ${folder}/postgres.log.`,
  );
}

/** A command's own output goes to stdout, and may be piped somewhere. */
function warn(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

async function obey(args: readonly string[], environment: Environment): Promise<number> {
  const child = spawn(process.execPath, [...program("moot"), ...args], {
    env: { ...PATIENT, ...process.env, ...environment },
    stdio: "inherit",
  });
  // A Ctrl-C reaches the command by itself; we stay to put the database to rest after it.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  await once(child, "close");
  return child.exitCode ?? 1;
}
