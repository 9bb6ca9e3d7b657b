import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { reachDatabase } from "./reach-database";
import { startEmbedded } from "./postgres/embedded";
import { makeFolder } from "./postgres/identity";
import { takeFolder, type Holder } from "./postgres/lock";
import { dataFolder, readSettings, SECRET_BYTES, type Environment, type Settings } from "@/platform/settings";

/** A database to work with, and what a process must be told to use it. */
export type Database = Readonly<{ environment: Environment; settings: Settings; close: () => Promise<void> }>;

/** A site waits so long for a database that starts after it, or is being promoted, in milliseconds; a command does not. */
const DATABASE_WITHIN = 10 * 60_000;

/** Stand in for what only exists once the database runs, so that all other settings can be checked before. */
export const toCome = {
  DATABASE_URL: "postgresql://to-come/",
  MOOT_SECRET: "x".repeat(SECRET_BYTES),
  MOOT_EMBEDDED: "1",
};

/**
 * Checks the settings before anything is started.
 * @throws SettingsProblem naming all that is wrong
 */
export function checkSettings(given: Environment): Settings {
  return given.DATABASE_URL ? readSettings(given) : readSettings({ ...toCome, ...withoutEmpty(given) });
}

/**
 * Opens the database of the settings: the one DATABASE_URL names, or the embedded one.
 * @param tell hears when the embedded one ended by surprise and was started again
 * @throws Error with a sentence when it cannot be reached or started
 */
export async function openDatabase(
  given: Environment,
  as: Holder["as"],
  tell: (sentence: string) => void,
): Promise<Database> {
  if (!given.DATABASE_URL) return openEmbedded(given, as, tell);
  const settings = readSettings(given);
  await reachDatabase(settings.databaseUrl, { tell, patience: as === "site" ? DATABASE_WITHIN : 0 });
  return { environment: { ...given, ...forNextAuth(settings) }, settings, close: () => Promise.resolve() };
}

async function openEmbedded(
  given: Environment,
  as: Holder["as"],
  tell: (sentence: string) => void,
): Promise<Database> {
  const folder = dataFolder(given.MOOT_DATA || undefined);
  makeFolder(folder);
  const letGo = await takeFolder(folder, as);
  try {
    const embedded = await startEmbedded(folder, tell);
    const environment = { ...given, ...environmentOf(folder, embedded.url, given) };
    const settings = readSettings(environment);
    const close = () => embedded.stop().finally(letGo);
    return { environment: { ...environment, ...forNextAuth(settings) }, settings, close };
  } catch (error) {
    letGo();
    throw error;
  }
}

/** What a process must be told to use the embedded database of a data folder. */
export function environmentOf(folder: string, url: string, given: Environment): Environment {
  return {
    DATABASE_URL: url,
    MOOT_EMBEDDED: "1",
    MOOT_DATA: folder,
    MOOT_SECRET: given.MOOT_SECRET || given.NEXTAUTH_SECRET || readSecret(folder),
  };
}

/** next-auth looks for these two by its own names. */
function forNextAuth({ secret, siteUrl }: Settings): Environment {
  return { MOOT_URL: siteUrl, NEXTAUTH_URL: siteUrl, NEXTAUTH_SECRET: secret };
}

/** Made once for each data folder, so that nobody is signed out by a restart. */
function readSecret(folder: string): string {
  const file = join(folder, "secret");
  if (!existsSync(file))
    writeFileSync(file, randomBytes(SECRET_BYTES).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
}
