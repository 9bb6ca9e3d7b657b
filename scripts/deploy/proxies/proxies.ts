import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { endChildren, runNode, typescript } from "@/scripts/child-process";
import type { Programs } from "@/scripts/deploy/packages";
import { startPostgres, until } from "@/scripts/deploy/programs";
import { ended, environmentOf, openWay, startSite, type Way } from "@/scripts/deploy/site";
import { counting, type Tell } from "@/scripts/deploy/tell";
import { ask, cookiesOf, open, ownAddress, signUp, type Answer } from "@/scripts/deploy/visitors";
import { freePort } from "@/scripts/postgres/embedded";
import { say } from "@/scripts/progress.mjs";
import { noisyPicture } from "@/test/pictures";
import { startCaddy, startHaproxy, type Front } from "./start";

/** As the samples call the site. */
const NAME = "moot.example";
const DOOR = "/api/v1";
const ARTICLE = "/articles/organisational-learning-and-knowledge-management";
const ARTICLE_FILE = "content/organisational-learning-and-knowledge-management.md";

/** This machine is the proxy's, and may not read them without. */
const TOKEN = "only who tries the proxies may see these numbers";

const END_WITHIN = 15_000;
/** As `TimeoutStopSec` of deploy/moot.service. Seconds. */
const ENDS_WITHIN = 30;
const HEARD_WITHIN = 15_000;
/** Sooner than the sign of life that a proxy could not pass on any more. Milliseconds. */
const GONE_WITHIN = 5_000;
/** Longer than either proxy takes to find out that a site is in trouble. Milliseconds. */
const NOTICED_AFTER = 9_000;
/** More than one address may sign up in an hour. */
const TOO_MANY = 48;

type Fronted = Readonly<{
  /** What readers type. */
  url: string;
  /** The same by http. */
  plain: string;
  sitePort: number;
  database: Way;
  moot: (...words: string[]) => Promise<string>;
  restart: (meanwhile: () => Promise<void>) => Promise<void>;
}>;

const stories: Readonly<Record<string, (site: Fronted) => Promise<void>>> = {
  "http leads to https, a page has the headers that protect it, and nobody reads figures": leadsAndHides,
  "who signs up is signed in, and what they write is shown": takesWords,
  "live updates come at once, and end at the site when the reader goes": tellsAndEnds,
  "a picture of many megabytes comes through": takesPictures,
  "each visitor is counted by the address the proxy saw, whatever they say theirs is": countsByAddress,
  "while the database is away it is the site that says so": letsTheSiteSpeak,
  "a site that was away for a moment is found again": findsAgain,
};

/** The site behind haproxy and behind Caddy, with what `deploy/` has for them. */
export async function tellOfProxies(programs: Programs, folder: string, tellAny: Tell): Promise<void> {
  const { tell, failures } = counting(tellAny);
  mkdirSync(folder);
  const log = join(folder, "site.log");
  const database = new URL(await startPostgres(programs, join(folder, "postgres")));
  const way = await openWay(Number(database.port));
  database.port = String(way.port);
  const [port, plainPort, sitePort] = [await freePort(), await freePort(), await freePort()];
  const url = `https://${NAME}:${port}`;
  const environment = environmentOf({
    DATABASE_URL: database.href,
    MOOT_URL: url,
    MOOT_METRICS_TOKEN: TOKEN,
    PORT: String(sitePort),
  });
  const moot = (...words: string[]) => runNode([...typescript, "bin/moot.ts", ...words], { environment });
  let child: ChildProcess = await startSite(environment, log);
  const site: Fronted = {
    url,
    plain: `http://${NAME}:${plainPort}`,
    sitePort,
    database: way,
    moot,
    restart: async (meanwhile) => {
      await ended(child, ENDS_WITHIN);
      await meanwhile();
      child = await startSite(environment, log);
    },
  };
  try {
    await moot("article", "publish", ARTICLE_FILE);
    const fronts: Readonly<Record<string, (at: Front) => Promise<ChildProcess>>> = {
      haproxy: (at) => startHaproxy(programs, join(folder, "haproxy"), at),
      Caddy: (at) => startCaddy(programs, join(folder, "caddy"), at),
    };
    for (const [name, start] of Object.entries(fronts)) {
      const front = await start({ port, plainPort, sitePort });
      for (const [title, run] of Object.entries(stories)) await tell(`${name}: ${title}`, () => run(site));
      const gone = once(front, "exit");
      front.kill("SIGKILL");
      await gone;
    }
    if (failures() > 0) say(`\n${readFileSync(log, "utf8")}`);
  } finally {
    await endChildren(END_WITHIN);
    await way.close();
  }
}

async function leadsAndHides({ url, plain }: Fronted): Promise<void> {
  const led = await ask(`${plain}${ARTICLE}?sort=newest`);
  assert.equal(led.status, 308);
  assert.match(String(led.headers.location), new RegExp(`^https://${NAME}[:/]`));
  assert.ok(String(led.headers.location).endsWith(`${ARTICLE}?sort=newest`), led.headers.location);
  const page = await ask(url + ARTICLE);
  assert.equal(page.status, 200);
  assert.match(String(page.headers["content-security-policy"]), /'nonce-/);
  assert.match(String(page.headers["strict-transport-security"]), /max-age/);
  assert.equal((await ask(`${url}/metrics`)).status, 404);
}

async function takesWords({ url }: Fronted): Promise<void> {
  const bo = await signUp(url, "Bo");
  assert.match(bo.cookie, /__Host-/);
  const body = `Said through a proxy by ${bo.handle}.`;
  const posted = await bo.ask(`${ARTICLE}/comments`, { method: "POST", body: { body } });
  assert.equal(posted.status, 201, posted.text);
  const headers = { cookie: cookiesOf(posted.headers, bo.cookie) };
  const page = await ask(`${url}${ARTICLE}?sort=newest`, { headers, from: bo.from });
  assert.ok(page.text.includes(body), page.text);
}

async function tellsAndEnds({ url, sitePort }: Fronted): Promise<void> {
  const bo = await signUp(url, "Bo");
  const stream = await open(`${url}${DOOR}${ARTICLE}/live`, { from: ownAddress() });
  let said = "";
  stream.setEncoding("utf8").on("data", (chunk: string) => (said += chunk));
  assert.equal(await streamsOf(sitePort), 1);
  const body = { body: "Said while somebody listens." };
  assert.equal((await bo.ask(`${ARTICLE}/comments`, { method: "POST", body })).status, 201);
  await until(() => Promise.resolve(said.includes("comment")), "Nobody heard of a comment.", HEARD_WITHIN);
  stream.on("error", () => undefined).destroy();
  const over = async () => (await streamsOf(sitePort)) === 0;
  await until(over, "The stream of a reader who has gone is still open at the site.", GONE_WITHIN);
}

/** As the site's own figures say it. */
async function streamsOf(sitePort: number): Promise<number> {
  const headers = { authorization: `Bearer ${TOKEN}` };
  const { text } = await ask(`http://127.0.0.1:${sitePort}/metrics`, { headers, from: "127.0.0.1" });
  return Number(/^moot_held\{what="streams"\} (\d+)$/m.exec(text)?.[1]);
}

async function takesPictures({ url, moot }: Fronted): Promise<void> {
  const ed = await signUp(url, "Ed");
  await moot("member", "role", ed.handle, "editor");
  const bytes = await noisyPicture();
  assert.ok(bytes.length > 5_000_000, `${bytes.length} bytes are no trial.`);
  const form = new FormData();
  form.set("file", new File([new Uint8Array(bytes)], "noise.png", { type: "image/png" }));
  const whole = new Response(form);
  const answer = await ed.ask("/pictures", {
    method: "POST",
    headers: { "content-type": whole.headers.get("content-type") ?? "" },
    body: Buffer.from(await whole.arrayBuffer()),
  });
  assert.equal(answer.status, 201, answer.text);
}

async function countsByAddress({ url }: Fronted): Promise<void> {
  const from = ownAddress();
  const statuses = new Set<number>();
  for (let nth = 0; nth < TOO_MANY; nth += 1) {
    const headers = { "x-forwarded-for": `203.0.113.${nth}` };
    statuses.add((await ask(`${url}${DOOR}/members`, { method: "POST", body: {}, headers, from })).status);
  }
  assert.ok(statuses.has(429), `${TOO_MANY} attempts from one address: ${[...statuses].join(", ")}.`);
  await signUp(url, "Cy");
}

async function letsTheSiteSpeak({ url, database }: Fronted): Promise<void> {
  await database.away(async () => {
    await pause(NOTICED_AFTER);
    isTheSites(await ask(`${url}/readyz`), 503);
    const page = await ask(`${url}${ARTICLE}`, { headers: { accept: "text/html" } });
    isTheSites(page, 503);
    assert.match(String(page.headers["retry-after"]), /^\d+$/);
  });
  const isWell = () => ask(`${url}/readyz`).then(({ status }) => status === 200);
  await until(isWell, "The site is not well again.");
}

function isTheSites({ status, headers, text }: Answer, expected: number): void {
  assert.equal(status, expected, text.slice(0, 500));
  assert.ok(headers["x-request-id"] ?? headers["x-content-type-options"], `No answer of the site: ${text}`);
}

async function findsAgain({ url, restart }: Fronted): Promise<void> {
  await restart(async () => {
    await pause(NOTICED_AFTER);
    const { status } = await ask(`${url}/healthz`);
    assert.ok(status === 502 || status === 503, `A site that is not there: ${status}.`);
  });
  const isThere = () => ask(url + ARTICLE).then(({ status }) => status === 200);
  await until(isThere, "The proxy does not find the site again.");
}
