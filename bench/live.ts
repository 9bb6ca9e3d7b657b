import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { median } from "./rounds";
import { slugOf } from "./props";
import type { Site } from "./site";

/** What readers cost who only wait. Megabytes, milliseconds. */
export type Live = Readonly<{
  readers: number;
  megabytes: number;
  megabytesAfter: number;
  delivered: { first: number; half: number; last: number; missed: number };
  latency: { without: number; with: number };
  sentence: string;
}>;

/** A member may have a dozen streams open; so many members with so many tabs each. */
const TABS = 10;
/** As many as one process takes; by the quick form, fewer. */
const READERS = { whole: 10_000, quick: 2_000 };
/** What 10,000 may weigh, megabytes; and the last is told within twice the first's time and so many milliseconds. */
const GOAL = { megabytes: 100, behind: 250 };
/** Streams opened together. */
const AT_ONCE = 50;
/** A comment that has not come by then does not come. Milliseconds. */
const LOST = 10_000;
/** Memory is given back when the collector has run a few times. Milliseconds. */
const SETTLE = 20_000;

/** Opens thousands of streams, posts, waits until everyone has heard, asks for pages meanwhile, and cuts them. */
export async function measureLive(site: Site, quick: boolean): Promise<Live> {
  const slug = slugOf(1_000);
  const without = await latency(site, slug);
  const before = residentMegabytes(site.pid);
  const readers: Reader[] = [];
  const many = quick ? READERS.quick : READERS.whole;
  while (readers.length < many)
    readers.push(
      ...(await Promise.all(
        Array.from({ length: AT_ONCE }, (_, nth) =>
          reader(site, slug, site.props.cookies[Math.floor((readers.length + nth) / TABS)] ?? ""),
        ),
      )),
    );
  await pause(3_000);
  const megabytes = residentMegabytes(site.pid) - before;
  const beside = await latency(site, slug);
  const delivered = await deliver(site, slug, readers);
  for (const { socket } of readers) socket.destroy();
  await pause(quick ? SETTLE / 4 : SETTLE);
  const megabytesAfter = residentMegabytes(site.pid) - before;
  const sentence =
    `${many} idle live readers: ${megabytes.toFixed(0)} MB more (${megabytesAfter.toFixed(0)} MB after they were cut; ${reached(megabytes, (GOAL.megabytes * many) / READERS.whole)} MB); ` +
    `a comment reached the first after ${delivered.first.toFixed(0)} ms, half of them after ${delivered.half.toFixed(0)} ms, the last after ${delivered.last.toFixed(0)} ms ` +
    `(${reached(delivered.last, 2 * delivered.first + GOAL.behind)} ms), ${delivered.missed} never; ` +
    `GET comments took ${without.toFixed(1)} ms without them and ${beside.toFixed(1)} ms with them (medians).`;
  return {
    readers: many,
    megabytes,
    megabytesAfter,
    delivered,
    latency: { without, with: beside },
    sentence,
  };
}

const reached = (figure: number, goal: number): string =>
  `${goal.toFixed(0)} ${figure <= goal ? "reached" : "missed"}`;

type Reader = { socket: Socket; hears: (word: string) => Promise<number> };

async function reader({ port }: Site, slug: string, cookie: string): Promise<Reader> {
  const socket = connect(port, "127.0.0.1");
  socket.setEncoding("utf8");
  await once(socket, "connect");
  let heard = "";
  let wanted: { word: string; tell: (at: number) => void } | null = null;
  socket.on("data", (text: string) => {
    heard = (heard + text).slice(-2_000);
    if (wanted && heard.includes(wanted.word)) wanted.tell(performance.now());
  });
  socket.write(
    `GET /api/v1/articles/${slug}/live HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\nCookie: ${cookie}\r\n\r\n`,
  );
  const began = performance.now();
  while (!heard.includes("hello")) {
    if (performance.now() - began > LOST)
      throw new Error(`A live stream did not open: ${heard.slice(0, 100)}`);
    await pause(5);
  }
  return {
    socket,
    hears: (word) =>
      new Promise((resolve) => {
        wanted = { word, tell: resolve };
        if (heard.includes(word)) resolve(performance.now());
      }),
  };
}

/** From the moment the writer has their answer. */
async function deliver(site: Site, slug: string, readers: readonly Reader[]): Promise<Live["delivered"]> {
  const answer = await fetch(`http://127.0.0.1:${site.port}/api/v1/articles/${slug}/comments`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie: site.props.cookies.at(-1) ?? "" },
    body: JSON.stringify({ body: `A word to all who are listening, at ${Date.now()}.` }),
  });
  const { comment } = (await answer.json()) as { comment: { id: string } };
  const posted = performance.now();
  const times = await Promise.all(
    readers.map(({ hears }) => Promise.race([hears(comment.id), pause(LOST).then(() => Infinity)])),
  );
  const taken = times.filter(Number.isFinite).map((at) => Math.max(0, at - posted));
  return {
    first: Math.min(...taken),
    half: median(taken),
    last: Math.max(...taken),
    missed: readers.length - taken.length,
  };
}

/** The median time of a page of comments, asked one after the other. Milliseconds. */
async function latency({ port }: Site, slug: string): Promise<number> {
  const times: number[] = [];
  for (let nth = 0; nth < 200; nth++) {
    const began = performance.now();
    await (await fetch(`http://127.0.0.1:${port}/api/v1/articles/${slug}/comments`)).arrayBuffer();
    times.push(performance.now() - began);
  }
  return median(times);
}

function residentMegabytes(pid: number): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1_024;
}
