import type { ChildProcess } from "node:child_process";
import { writeFileSync } from "node:fs";
import { Agent as SecureAgent } from "node:https";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { runNode, typescript } from "@/scripts/child-process";
import { freePort } from "@/scripts/postgres/embedded";
import type { Mailserver } from "@/test/smtp-server";
import type { Programs } from "@/scripts/deploy/packages";
import { startNginxAsShipped, startPostgres } from "@/scripts/deploy/programs";
import { ended, environmentOf, startSite } from "@/scripts/deploy/site";
import { ask, signUpBy, type Answer, type Person, type Wish } from "@/scripts/deploy/visitors";

/** As `deploy/nginx.conf` calls the site. */
const NAME = "moot.example";
export const DOOR = "/api/v1";
/** The bundled article, which the operator publishes. */
const ARTICLE_FILE = "content/organisational-learning-and-knowledge-management.md";
export const ARTICLE = "/articles/organisational-learning-and-knowledge-management";

/** A site whose clock is moved looks at its new time after a second; a little more here. Milliseconds. */
const MOVED_WITHIN = 3_000;
/** As `TimeoutStopSec` of deploy/moot.service. Seconds. */
const ENDS_WITHIN = 30;

/** One of several processes of a site. */
export type Instance = Readonly<{
  /** What is said of it where something went wrong. */
  name: string;
  /** Asks this one, as nginx would: over https, for a client with an address of its own. */
  ask: (path: string, wish?: Wish) => Promise<Answer>;
  /** Where it listens, for streams. */
  origin: string;
  passedOn: (from: string) => Record<string, string>;
  /** By how much its clock is wrong, as libfaketime writes it: `-3`, `-1h`. */
  setClock: (offset: string) => Promise<void>;
  restart: () => Promise<void>;
}>;

export type Cluster = Readonly<{
  /** What readers type: nginx. */
  url: string;
  instances: readonly Instance[];
  mails: Mailserver;
  /** Keeps connections to nginx. */
  agent: SecureAgent;
  /** An operator's command about it. @returns what it printed */
  moot: (...words: string[]) => Promise<string>;
}>;

/**
 * Three processes of one site behind nginx as deploy/nginx.conf has it, on one PostgreSQL of the system; the clock of each can be set.
 * @param mails a mail server that is there already
 */
export async function startCluster(
  programs: Programs,
  folder: string,
  log: string,
  mails: Mailserver,
): Promise<Cluster> {
  const database = await startPostgres(programs, join(folder, "postgres"));
  const [port, plainPort] = [await freePort(), await freePort()];
  const url = `https://${NAME}:${port}`;
  const common = {
    DATABASE_URL: database,
    MOOT_URL: url,
    MOOT_SMTP: process.env.MOOT_SMTP ?? "",
    MOOT_MAIL_FROM: process.env.MOOT_MAIL_FROM ?? "",
    MOOT_PROVE_ADDRESS: "0",
    MOOT_DATABASE_CONNECTIONS: "12",
  };
  const instances: Instance[] = [];
  const ports: number[] = [];
  for (const name of ["the first", "the second", "the third"]) {
    const sitePort = await freePort();
    ports.push(sitePort);
    const clock = join(folder, `clock-${sitePort}`);
    const environment = environmentOf({ ...common, PORT: String(sitePort), ...clockOf(programs, clock) });
    instances.push(await startInstance({ name, sitePort, clock, environment, url, log }));
  }
  const moot = (...words: string[]) =>
    runNode([...typescript, "bin/moot.ts", ...words], {
      environment: environmentOf({ ...common, PORT: String(ports[0]) }),
    });
  await moot("article", "publish", ARTICLE_FILE);
  await startNginxAsShipped(programs, join(folder, "nginx"), { port, plainPort, sitePorts: ports });
  return { url, instances, mails, agent: new SecureAgent({ keepAlive: true, maxSockets: 64 }), moot };
}

/** What libfaketime is told: the wall clock alone is wrong, as where time is set wrong, and it can be moved while the program runs. */
const clockOf = ({ fakeTime }: Programs, file: string) => ({
  LD_PRELOAD: fakeTime,
  FAKETIME_TIMESTAMP_FILE: file,
  FAKETIME_CACHE_DURATION: "1",
  FAKETIME_DONT_FAKE_MONOTONIC: "1",
  DONT_FAKE_MONOTONIC: "1",
  NO_FAKE_STAT: "1",
});

type Told = Readonly<{
  name: string;
  sitePort: number;
  clock: string;
  environment: ReturnType<typeof environmentOf>;
  url: string;
  log: string;
}>;

async function startInstance({ name, sitePort, clock, environment, url, log }: Told): Promise<Instance> {
  writeFileSync(clock, "+0\n");
  let child: ChildProcess = await startSite(environment, log);
  const origin = `http://127.0.0.1:${sitePort}`;
  const passedOn = (from: string) => ({
    host: new URL(url).host,
    "x-forwarded-for": from,
    "x-forwarded-proto": "https",
  });
  return {
    name,
    origin,
    passedOn,
    ask: (path, { from = "127.0.0.5", headers, ...wish } = {}) =>
      ask(origin + path, { ...wish, headers: { ...passedOn(from), ...headers }, from: "127.0.0.1" }),
    setClock: async (offset) => {
      writeFileSync(clock, `${offset}\n`);
      await pause(MOVED_WITHIN);
    },
    restart: async () => {
      const code = await ended(child, ENDS_WITHIN);
      if (code !== 0) throw new Error(`${name} ended with ${code}.`);
      child = await startSite(environment, log);
    },
  };
}

/** A visitor's request to the API of one instance. */
export const askAs = (instance: Instance, { cookie, from }: Person, path: string, wish: Wish = {}) =>
  instance.ask(DOOR + path, { ...wish, headers: { cookie, ...wish.headers }, from });

/** Somebody new, whom this instance knows first. */
export const signUpAt = (instance: Instance, name?: string): Promise<Person> =>
  signUpBy((wish) => instance.ask(`${DOOR}/members`, wish), name);
