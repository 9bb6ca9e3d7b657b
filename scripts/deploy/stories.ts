import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { KEPT_ALIVE } from "./programs";
import type { Way } from "./site";
import { ask, open, signUp, type Answer } from "./visitors";

export type Deployed = Readonly<{
  /** What readers type: nginx. */
  url: string;
  /** Where the site itself listens. */
  sitePort: number;
  /** The version of its PostgreSQL. */
  database: string;
  /** A page of it, as nobody in particular. */
  ask: (path: string) => Promise<Answer>;
  /** nginx finds nobody there meanwhile. */
  away: Way["away"];
  /** @returns what systemd has to say about the service of the documents; nothing when it understands it */
  checkService: () => string;
  /** Ends it as its service would be. @returns the exit code @throws AbortError when it takes longer than the service lets it */
  end: () => Promise<number | null>;
}>;

const ARTICLE = "/articles/organisational-learning-and-knowledge-management";
const DOOR = "/api/v1";
const BO = "127.0.0.3";
const CY = "127.0.0.4";

/** More than one address may sign up in an hour. */
const TOO_MANY = 60;

/** A thing that is announced is heard within so long, in milliseconds. */
const HEARD_WITHIN = 15_000;

export const tests: Record<string, (deployed: Deployed) => Promise<void>> = {
  "the article comes through nginx, from a PostgreSQL of the system, with the headers that protect it":
    async ({ url, database }) => {
      assert.match(database, /^1[5-9]|^[2-9]\d/);
      const { status, headers, text } = await ask(url + ARTICLE);
      assert.equal(status, 200);
      assert.match(text, /Organisational learning and knowledge management/);
      assert.match(String(headers["content-security-policy"]), /'nonce-/);
    },

  "what has not changed is not sent again": async ({ url }) => {
    const path = "/feed.xml";
    const { headers } = await ask(url + path);
    const again = await ask(url + path, { headers: { "if-none-match": String(headers.etag) } });
    assert.deepEqual([again.status, again.text], [304, ""]);
  },

  "a comment is announced through nginx while the stream is open": async ({ url }) => {
    const bo = await signUp(url, "Bo", BO);
    const stream = await open(`${url}${DOOR}${ARTICLE}/live`);
    assert.match(String(stream.headers["content-type"]), /^text\/event-stream/);
    const heard = hears(stream, "comment");
    const posted = await bo.ask(`${ARTICLE}/comments`, {
      method: "POST",
      body: { body: "Said through a proxy." },
    });
    assert.equal(posted.status, 201, posted.text);
    await heard;
    stream.destroy();
  },

  "nginx keeps its connections to the site": async ({ url, sitePort }) => {
    for (let nth = 0; nth < 100; nth += 1) assert.equal((await ask(`${url}/healthz`)).status, 200);
    const sockets = socketsTo(sitePort);
    assert.ok(
      sockets <= 4 * KEPT_ALIVE,
      `${sockets} connections were made for a hundred requests and a few.`,
    );
  },

  "each visitor is counted by the address nginx saw, whatever they say theirs is": async ({ url }) => {
    const statuses = new Set<number>();
    for (let nth = 0; nth < TOO_MANY; nth += 1) {
      const headers = { "x-forwarded-for": `203.0.113.${nth}` };
      statuses.add(
        (await ask(`${url}${DOOR}/members`, { method: "POST", body: {}, headers, from: BO })).status,
      );
    }
    assert.ok(
      statuses.has(429),
      `${TOO_MANY} attempts from one address were answered ${[...statuses].join(", ")}.`,
    );
    await signUp(url, "Cy", CY);
  },

  "systemd understands the service of deploy/moot.service": ({ checkService }) => {
    assert.equal(checkService(), "");
    return Promise.resolve();
  },
};

/** The last of all. */
export const ending: Record<string, (deployed: Deployed) => Promise<void>> = {
  "told to end as that service is, it ends in peace and in time": async ({ sitePort, end }) => {
    assert.equal(await end(), 0);
    await assert.rejects(ask(`http://127.0.0.1:${sitePort}/healthz`), { code: "ECONNREFUSED" });
  },
};

function hears(stream: IncomingMessage, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`Nobody heard of a ${word}.`)), HEARD_WITHIN);
    let said = "";
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      said += chunk;
      if (!said.includes(word)) return;
      clearTimeout(late);
      resolve();
    });
  });
}

/** Connections to a port of this machine, open or lately closed, as the kernel lists them. */
function socketsTo(port: number): number {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const rows = readFileSync("/proc/net/tcp", "utf8").split("\n").slice(1);
  return rows.filter((row) => row.trim().split(/\s+/)[2]?.endsWith(suffix)).length;
}
