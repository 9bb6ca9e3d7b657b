import assert from "node:assert/strict";
import { chmodSync, mkdirSync } from "node:fs";
import { request, type ClientRequest, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { endChildren, runNode, typescript } from "@/scripts/child-process";
import type { Programs } from "@/scripts/deploy/packages";
import { startPostgres, until } from "@/scripts/deploy/programs";
import { readService } from "@/scripts/deploy/service";
import { environmentOf, openWay } from "@/scripts/deploy/site";
import { counting, type Tell } from "@/scripts/deploy/tell";
import { ask, signUpBy } from "@/scripts/deploy/visitors";
import { freePort } from "@/scripts/postgres/embedded";
import { say } from "@/scripts/progress.mjs";
import { startMachine, whyNoMachine, type Machine } from "./machine";

const ARTICLE = "/articles/organisational-learning-and-knowledge-management";
const ARTICLE_FILE = "content/organisational-learning-and-knowledge-management.md";
const END_WITHIN = 15_000;
const UP_WITHIN = 90_000;
/** The database comes so much later than the site. Milliseconds. */
const LATE = 12_000;
/** What systemd-analyze gives the service at most; 10 is no protection at all. */
const EXPOSED_AT_MOST = 1.5;

/** What `npm run release` makes, run by the service of the documents, under a systemd of its own. */
export async function tellOfSystemd(programs: Programs, folder: string, tellAny: Tell): Promise<void> {
  const why = whyNoMachine();
  if (why !== null) {
    say(`(not told: the service under a systemd, for ${why})`);
    return;
  }
  const { tell, failures } = counting(tellAny);
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  await runNode(["scripts/release.mjs", join(folder, "release")], { aloud: true });
  const postgres = new URL(await startPostgres(programs, join(folder, "postgres")));
  const way = await openWay(Number(postgres.port));
  const database = Object.assign(new URL(postgres), { port: String(way.port) }).href;
  const port = await freePort();
  const environment = environmentOf({
    DATABASE_URL: database,
    MOOT_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
  });
  const service = readService().text.replace(/^ExecStart=\S+/m, `ExecStart=${process.execPath}`);
  const machine = await startMachine(folder, service, environment);
  const site = `http://127.0.0.1:${port}`;
  const isUp = () => until(() => isReady(site), "The service is not ready.", UP_WITHIN);
  try {
    await tell("systemd: the service is enabled, and waits for a database that comes later", async () => {
      await machine.run("systemctl", "enable", "moot");
      await way.away(async () => {
        await machine.run("systemctl", "start", "moot");
        await pause(LATE);
        assert.equal(await machine.show("ActiveState"), "active", machine.log());
      });
      await isUp();
      assert.equal(await machine.show("NRestarts"), "0");
    });
    await runNode([...typescript, "bin/moot.ts", "article", "publish", ARTICLE_FILE], { environment });
    await tell("systemd: it exposes little, and what readers and writers do works all the same", async () => {
      const said = await machine.run("systemd-analyze", "security", "moot.service", "--no-pager");
      const score = Number(/exposure level for moot\.service: ([\d.]+)/.exec(said)?.[1]);
      say(`      systemd-analyze security: ${score} of 10`);
      assert.ok(score <= EXPOSED_AT_MOST, said);
      await worksAsEver(site);
    });
    await tell("systemd: killed, it is started again", async () => {
      const before = await machine.show("MainPID");
      await machine.run("systemctl", "kill", "--signal=SIGKILL", "--kill-whom=all", "moot");
      await until(async () => (await machine.show("NRestarts")) === "1", "It is not started again.");
      await isUp();
      assert.notEqual(await machine.show("MainPID"), before);
    });
    await tell("systemd: told to stop, it answers what is under way, ends the streams and then itself", () =>
      stopsInPeace(machine, site),
    );
    if (failures() > 0) say(`\n${machine.log()}`);
  } finally {
    await machine.end();
    await way.close();
    await endChildren(END_WITHIN);
  }
}

const isReady = (site: string): Promise<boolean> =>
  fetch(`${site}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

async function worksAsEver(site: string): Promise<void> {
  const bo = await signUpBy((wish) => ask(`${site}/api/v1/members`, wish), "Bo");
  const headers = { cookie: bo.cookie };
  const body = { body: "Said under a systemd." };
  const posted = await ask(`${site}/api/v1${ARTICLE}/comments`, { method: "POST", headers, body });
  assert.equal(posted.status, 201, posted.text);
  const page = await ask(`${site}${ARTICLE}?sort=newest`, { headers });
  assert.ok(page.text.includes(body.body), page.text);
}

/** A request whose second half comes after the service was told to stop, and a stream that is open. */
async function stopsInPeace(machine: Machine, site: string): Promise<void> {
  const bo = await signUpBy((wish) => ask(`${site}/api/v1/members`, wish), "Bo");
  const stream = await answerTo(request(`${site}/api/v1${ARTICLE}/live`));
  let said = "";
  stream.setEncoding("utf8").on("data", (chunk: string) => (said += chunk));
  const ended = new Promise((resolve) => stream.once("close", resolve));
  const whole = JSON.stringify({ body: "Begun before the end, and heard to the end." });
  const posting = request(`${site}/api/v1${ARTICLE}/comments`, {
    method: "POST",
    headers: {
      cookie: bo.cookie,
      "content-type": "application/json",
      "content-length": Buffer.byteLength(whole),
    },
  });
  const answered = answerTo(posting);
  posting.write(whole.slice(0, 20));
  await pause(500);
  await machine.run("systemctl", "stop", "--no-block", "moot");
  await pause(500);
  posting.end(whole.slice(20));
  assert.equal((await answered).statusCode, 201);
  await ended;
  assert.match(said, /retry: \d+\s*$/, "The stream does not say when to come back.");
  await until(async () => (await machine.show("ActiveState")) === "inactive", "It does not end.");
  assert.equal(await machine.show("Result"), "success");
  assert.equal(await machine.show("ExecMainStatus"), "0");
}

const answerTo = (asked: ClientRequest): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    asked.once("response", resolve).once("error", reject);
    if (asked.method === "GET") asked.end();
  });
