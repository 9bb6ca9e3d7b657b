import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { freePort } from "@/scripts/postgres/embedded";
import { endChildren, track } from "@/scripts/child-process";
import { say } from "@/scripts/progress.mjs";
import { findPrograms } from "./packages";
import { startNginx, startPostgres, until } from "./programs";
import { checkService, readService } from "./service";
import { tests, type Deployed } from "./stories";

/** The first start builds the pages, in milliseconds. */
const STARTED_WITHIN = 300_000;
const END_WITHIN = 15_000;

/** nginx listens here, the site on 127.0.0.1, and visitors come from further addresses of the same loopback. */
const PROXY = "127.0.0.2";

/** Deploys the site with the system's programs, and asks it what readers would. @returns the exit code */
export async function runDeployTests(): Promise<number> {
  const programs = findPrograms();
  const folder = mkdtempSync(join(tmpdir(), "moot-deploy-"));
  // PostgreSQL and nginx run as users of their own, who must be able to walk here.
  chmodSync(folder, 0o755);
  const log = join(folder, "site.log");
  const count = { passed: 0, failed: 0 };
  try {
    const database = await startPostgres(programs, join(folder, "postgres"));
    const [port, sitePort] = [await freePort(), await freePort()];
    const url = `http://${PROXY}:${port}`;
    const site = await startSite({ DATABASE_URL: database, MOOT_URL: url, PORT: String(sitePort) }, log);
    await startNginx(programs, join(folder, "nginx"), { host: PROXY, port, sitePort });
    const service = readService();
    const deployed: Deployed = {
      url,
      sitePort,
      database: await versionOf(database),
      checkService: () => checkService(programs, folder, service),
      end: () => ended(site, service.stopSeconds),
    };
    for (const [title, run] of Object.entries(tests)) await tell(title, () => run(deployed), count);
    if (count.failed > 0) say(`\n${readFileSync(log, "utf8")}`);
  } finally {
    await endChildren(END_WITHIN);
    rmSync(folder, { recursive: true, force: true });
  }
  say(`\n${count.passed} passed, ${count.failed} failed`);
  return count.failed === 0 ? 0 : 1;
}

async function tell(
  title: string,
  run: () => Promise<void>,
  count: { passed: number; failed: number },
): Promise<void> {
  try {
    await run();
    count.passed += 1;
    say(`ok    ${title}`);
  } catch (error) {
    count.failed += 1;
    say(`FAIL  ${title}\n      ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** `npm start`, as an operator's service would run it. */
async function startSite(
  given: { DATABASE_URL: string; MOOT_URL: string; PORT: string },
  log: string,
): Promise<ChildProcess> {
  const output = openSync(log, "w");
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: "production",
      MOOT_SECRET: "only this deployment is signed with this secret",
      MOOT_HOST: "127.0.0.1",
      MOOT_TRUSTED_PROXIES: "127.0.0.1",
      MOOT_LOG: "warn",
      ...given,
    },
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  track(child);
  await until(
    async () => {
      if (child.exitCode !== null) throw new Error(`npm start ended:\n${readFileSync(log, "utf8")}`);
      return fetch(`http://127.0.0.1:${given.PORT}/readyz`).then(
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
async function ended(site: ChildProcess, withinSeconds: number): Promise<number | null> {
  const gone = once(site, "exit", { signal: AbortSignal.timeout(withinSeconds * 1_000) });
  site.kill("SIGTERM");
  await gone;
  return site.exitCode;
}

async function versionOf(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
  await client.end();
  return rows[0]?.server_version ?? "";
}
