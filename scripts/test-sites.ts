import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { freePort } from "./postgres/embedded";
import { readSettings, type Environment } from "@/platform/settings";
import { copyTemplate, openTestServer, type TestServer } from "@/test/server";
import { endChildren, runNode } from "./child-process";
import { startServer, untilItAnswers } from "./server";
import { program } from "./programs";

/** The servers have this long to end after the last story, in milliseconds. */
const END_WITHIN = 10_000;

/** So much of a server's log is shown when a story failed; the rest is in its file. */
const LAST_LINES = 60;

const SECRET = "only the stories are signed with this secret";

export type TestSites = Readonly<{
  /** What a process must be told to speak to a site and its database; one for each that tells stories. */
  environments: readonly Environment[];
  /** The end of what the servers printed, to be read beside a story that failed. */
  logs: () => string;
  close: () => Promise<void>;
}>;

/**
 * Production servers, each with a database of its own that holds what every fresh Moot begins with. What they print
 * goes to files in `logFolder`: stories provoke errors on purpose.
 */
export async function startSites(count: number, logFolder: string): Promise<TestSites> {
  const { server, close } = await openTestServer();
  const end = async () => {
    try {
      await endChildren(END_WITHIN);
    } finally {
      await close();
    }
  };
  const logs = Array.from({ length: count }, (_, nth) => join(logFolder, `site-${nth}.log`));
  try {
    const environments = await fillDatabases(server, count);
    await Promise.all(environments.map((environment, nth) => start(environment, logs[nth] ?? "")));
    return { environments, logs: () => logs.map(lastLines).join("\n\n"), close: end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** The first is filled by command, and the others are its copies. */
async function fillDatabases(server: TestServer, count: number): Promise<readonly Environment[]> {
  const first = await environmentOf(await copyTemplate(server, "site_0"));
  await runNode([...program("moot"), "set-up"], { environment: first });
  const environments = [first];
  for (let nth = 1; nth < count; nth += 1) {
    const copy = await copyTemplate({ ...server, template: `${server.prefix}_site_0` }, `site_${nth}`);
    environments.push(await environmentOf(copy));
  }
  return environments;
}

async function environmentOf(database: string): Promise<Environment> {
  const port = String(await freePort());
  const address = `http://localhost:${port}`;
  return {
    NODE_ENV: "production",
    DATABASE_URL: database,
    MOOT_EMBEDDED: "1",
    MOOT_SECRET: SECRET,
    MOOT_URL: address,
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: SECRET,
    // The whole cast comes from one address, and faster than people do.
    MOOT_LIMITS: "off",
    MOOT_LOG: "warn",
    // Wherever whatever inherits it runs.
    NODE_OPTIONS: `--import=${pathToFileURL("test/quick-argon2.mjs").href}`,
    PORT: port,
  };
}

async function start(environment: Environment, log: string): Promise<void> {
  const output = openSync(log, "w");
  const server = startServer(environment, output);
  closeSync(output);
  await untilItAnswers(server, readSettings(environment));
}

function lastLines(file: string): string {
  if (!existsSync(file)) return "";
  return `${file}:\n${readFileSync(file, "utf8").trim().split("\n").slice(-LAST_LINES).join("\n")}`;
}
