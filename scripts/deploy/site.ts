import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { Client } from "pg";
import { track } from "@/scripts/child-process";
import { openTcpProxy, type TcpProxy } from "@/test/tcp-proxy";
import { until } from "./programs";

/** The first start installs what is missing and builds the pages, in milliseconds. */
const STARTED_WITHIN = 600_000;

/** What both the site and the commands about it are told. */
export const environmentOf = (
  given: Readonly<Record<string, string>> & { DATABASE_URL: string; MOOT_URL: string; PORT: string },
) => ({
  NODE_ENV: "production" as const,
  MOOT_SECRET: "only this deployment is signed with this secret",
  MOOT_HOST: "127.0.0.1",
  MOOT_TRUSTED_PROXIES: "127.0.0.1",
  MOOT_LOG: "warn",
  ...given,
});

/** `npm start`, as an operator's service would run it. @param folder where its code is */
export async function startSite(
  environment: ReturnType<typeof environmentOf>,
  log: string,
  folder = ".",
): Promise<ChildProcess> {
  const output = openSync(log, "a");
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  track(child);
  await until(
    async () => {
      if (child.exitCode !== null) throw new Error(`npm start ended:\n${readFileSync(log, "utf8")}`);
      return fetch(`http://127.0.0.1:${environment.PORT}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    },
    "npm start was not ready in time.",
    STARTED_WITHIN,
  );
  return child;
}

/** Tells it to end as systemd tells a service of this kind: only who was started first, once. @returns its exit code */
export async function ended(site: ChildProcess, withinSeconds: number): Promise<number | null> {
  const gone = once(site, "exit", { signal: AbortSignal.timeout(withinSeconds * 1_000) });
  site.kill("SIGTERM");
  await gone;
  return site.exitCode;
}

export type Way = Readonly<{
  port: number;
  /** Nobody listens at its end meanwhile, as while a site is started again. */
  away: <Done>(meanwhile: () => Promise<Done>) => Promise<Done>;
  close: () => Promise<void>;
}>;

/** Between nginx and the site, which can so be away without ending. */
export async function openWay(sitePort: number): Promise<Way> {
  const there = `http://127.0.0.1:${sitePort}`;
  let open: TcpProxy = await openTcpProxy(there);
  const port = Number(new URL(open.url).port);
  return {
    port,
    away: async (meanwhile) => {
      await open.close();
      try {
        return await meanwhile();
      } finally {
        open = await openTcpProxy(there, undefined, port);
      }
    },
    close: () => open.close(),
  };
}

export async function versionOf(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
  await client.end();
  return rows[0]?.server_version ?? "";
}
