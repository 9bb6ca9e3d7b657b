import { Agent, get } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { send, type Outcome } from "@/scripts/long/crowd";
import { slugOf } from "./props";
import type { Site } from "./site";
import { markdown } from "./table";

/** Clients of the flood, each with so many connections; they ask for pages nobody keeps, one after the other. */
const CLIENTS = 20;
const CONNECTIONS = 10;
const SECONDS = 20;
/** Milliseconds between two requests of a reader, and of a probe. */
const EVERY = 250;
const GIVES_UP = 15_000;

type Times = { all: number[]; ok: number };
type Watched = Readonly<{ fresh: Times; open: Times; readers: Times }>;

export type Flood = Readonly<{
  idle: Watched;
  flooded: Watched;
  pages: number;
  shed: number;
  sentence: string;
}>;

/**
 * 200 connections that ask for distinct pages, and beside them, from addresses of their own: `/healthz` on a new connection and on
 * an open one, and readers of public pages on new connections. Each first without the flood, in the same run.
 */
export async function measureFlood({ port, props }: Site): Promise<Flood> {
  const kept = ["/", `/articles/${slugOf(20_000)}`, "/rules"];
  await watch(port, kept, 3);
  const idle = await watch(port, kept, SECONDS / 2);
  const until = Date.now() + SECONDS * 1_000 + 3_000;
  const paths = distinct(props.comments);
  const flood = Array.from({ length: CLIENTS }, (_, n) =>
    send({ port, paths, atOnce: CONNECTIONS, until: () => Date.now() > until, from: n + 10 }),
  );
  await pause(3_000);
  const flooded = await watch(port, kept, SECONDS);
  const outcomes = await Promise.all(flood);
  const pages = sum(outcomes, 200);
  const shed = sum(outcomes, 503);
  return { idle, flooded, pages, shed, sentence: inWords(idle, flooded, pages, shed) };
}

async function watch(port: number, kept: readonly string[], seconds: number): Promise<Watched> {
  const until = Date.now() + seconds * 1_000;
  const [fresh, open, ...readers] = await Promise.all([
    probe(port, "/healthz", 2, false, until),
    probe(port, "/healthz", 3, true, until),
    ...kept.map((path, n) => probe(port, path, 4 + n, false, until)),
  ]);
  const all = readers.flatMap((one) => one.all).sort((a, b) => a - b);
  return { fresh, open, readers: { all, ok: readers.reduce((total, one) => total + one.ok, 0) } };
}

async function probe(
  port: number,
  path: string,
  from: number,
  keepAlive: boolean,
  until: number,
): Promise<Times> {
  const times: Times = { all: [], ok: 0 };
  const agent = new Agent({ keepAlive, maxSockets: 1 });
  while (Date.now() < until) {
    const began = performance.now();
    const status = await new Promise<number>((resolve) => {
      const request = get(
        { host: "127.0.0.1", port, path, agent, localAddress: `127.0.0.${from}` },
        (response) => {
          response.resume().on("end", () => resolve(response.statusCode ?? 0));
        },
      );
      request.setTimeout(GIVES_UP, () => request.destroy());
      request.on("error", () => resolve(0));
    });
    times.all.push(performance.now() - began);
    if (status === 200) times.ok++;
    await pause(EVERY);
  }
  agent.destroy();
  times.all.sort((a, b) => a - b);
  return times;
}

const at = ({ all }: Times, share: number): number =>
  all[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0;

function inWords(idle: Watched, flooded: Watched, pages: number, shed: number): string {
  const row = (title: string, times: Times) => [
    title,
    at(times, 0.5).toFixed(1),
    at(times, 0.99).toFixed(1),
    `${times.ok} of ${times.all.length}`,
  ];
  const ratio = at(flooded.fresh, 0.5) / at(flooded.open, 0.5);
  return `${markdown([
    ["", "median ms", "99 % ms", "answered 200"],
    row("/healthz, new connection, idle site", idle.fresh),
    row("/healthz, open connection, idle site", idle.open),
    row("readers of public pages, idle site", idle.readers),
    row("/healthz, new connection, flood", flooded.fresh),
    row("/healthz, open connection, flood", flooded.open),
    row("readers of public pages, flood", flooded.readers),
  ])}

During the flood a new connection's median is ${ratio.toFixed(1)} of an open one's (wanted: at most 5), and ${(at(flooded.fresh, 0.5) / at(idle.fresh, 0.5)).toFixed(0)} times an idle site's.
The flood was sent ${pages} pages in ${SECONDS + 3} s, and 503 for ${shed}.`;
}

const sum = (outcomes: readonly Outcome[], status: number): number =>
  outcomes.reduce((total, one) => total + (one.get(status) ?? 0), 0);

/** A comment's page, and a sign-in page for every address one could come back to: none is kept when it is asked for again. */
function* distinct(comments: readonly string[]): Generator<string> {
  for (let n = 0; ; n++)
    yield n % 2 === 0 ? `/comments/${comments[(n / 2) % comments.length]}` : `/sign-in?next=/rules%3F${n}`;
}
