import { say } from "@/scripts/progress.mjs";
import { setTimeout as pause } from "node:timers/promises";
import { readFileSync } from "node:fs";
import { SIZES, slugOf } from "./props";
import { median } from "./rounds";
import type { Site } from "./site";
import { markdown } from "./table";

const MINUTE = 60_000;
const MINUTES = 60;
/** Requests a second, of all kinds together: a busy article of a large paper. */
const PACE = 20;

/** What one quarter of the hour was like. */
export type Quarter = Readonly<{ rssMedian: number; rssMost: number; answered: number; refused: number }>;
export type Hour = Readonly<{ quarters: Quarter[]; growth: number; sentence: string }>;

/**
 * An hour of mixed requests at an even pace: kept pages and pages nobody has asked for, comments, polls, votes, reactions,
 * posts, streams that come and go, and readers who hang up. What counts is whether memory levels.
 * @returns each quarter's resident memory in megabytes, and how much more the last one's median is than the second's
 */
export async function measureHour(site: Site, minutes = MINUTES): Promise<Hour> {
  const samples: number[] = [];
  const counts: { answered: number; refused: number }[] = [];
  const began = Date.now();
  const quarter = (minutes / 4) * MINUTE;
  const under = new Set<Promise<void>>();
  for (let n = 0; Date.now() - began < minutes * MINUTE; n++) {
    const nth = Math.min(3, Math.floor((Date.now() - began) / quarter));
    const count = (counts[nth] ??= { answered: 0, refused: 0 });
    const one: Promise<void> = ask(site, n).then((well) => {
      if (well) count.answered++;
      else count.refused++;
      under.delete(one);
    });
    under.add(one);
    if (n % (PACE * 5) === 0) samples.push(residentMegabytes(site.pid));
    if (n % (PACE * 300) === 0)
      say(`${((Date.now() - began) / MINUTE).toFixed(0)} min: ${samples.at(-1)?.toFixed(0)} MB`);
    await pause(Math.max(0, began + ((n + 1) * 1_000) / PACE - Date.now()));
  }
  await Promise.all(under);
  const quarters = counts.map((count, nth) => {
    const own = samples.slice((nth * samples.length) / 4, ((nth + 1) * samples.length) / 4);
    return { ...count, rssMedian: median(own), rssMost: Math.max(...own) };
  });
  return { quarters, ...inWords(quarters) };
}

function inWords(quarters: readonly Quarter[]): { growth: number; sentence: string } {
  const growth = (quarters[3]?.rssMedian ?? 0) / (quarters[1]?.rssMedian ?? Infinity) - 1;
  const rows = quarters.map(({ rssMedian, rssMost, answered, refused }, nth) => [
    `quarter ${nth + 1}`,
    rssMedian.toFixed(0),
    rssMost.toFixed(0),
    String(answered),
    String(refused),
  ]);
  const head = ["", "memory, median MB", "most MB", "answered", "refused or failed"];
  return {
    growth,
    sentence: `${markdown([head, ...rows])}\n\nThe last quarter's memory is ${(growth * 100).toFixed(1)} % over the second's.`,
  };
}

/** The kernel's own figure. */
function residentMegabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1024;
}

/** The nth request. Whoever asks on one's own machine is one client, so nobody is limited by address. */
async function ask({ port, props }: Site, n: number): Promise<boolean> {
  const base = `http://127.0.0.1:${port}`;
  const slug = slugOf(anyOf(SIZES));
  const comment = anyOf(props.comments);
  const cookie = anyOf(props.cookies);
  const write = (method: string, path: string, body: object) =>
    answers(`${base}/api/v1${path}`, {
      method,
      headers: { cookie, "content-type": "application/json", "idempotency-key": `hour ${n}` },
      body: JSON.stringify(body),
    });
  const kinds: (() => Promise<boolean>)[] = [
    () => answers(`${base}/articles/${slug}`),
    () => answers(`${base}/articles/${slug}`),
    () => answers(`${base}/`),
    () => answers(`${base}/articles/${slug}?utm_source=${n}`),
    () => answers(`${base}/comments/${comment}`),
    () => answers(`${base}/articles/${slug}/comments?sort=${anyOf(SORTS)}`),
    () => answers(`${base}/sign-in?next=/rules%3F${n}`),
    () => answers(`${base}/nowhere/${n}`),
    () => answers(`${base}/api/v1/articles/${slug}/comments?sort=${anyOf(SORTS)}`),
    () => answers(`${base}/api/v1/articles/${slug}/viewer`, { headers: { cookie } }),
    () => answers(`${base}/api/v1/articles/${slug}/poll`),
    () => leaves(`${base}/comments/${comment}`, n % 40),
    () => leaves(`${base}/api/v1/articles/${slug}/live`, 2_000),
    () => write("PUT", `/comments/${comment}/reaction`, { kind: anyOf(["respect", "unconvinced"]) }),
    () => write("PUT", `/articles/${slug}/poll/vote`, { option: anyOf(["approach", "complementary"]) }),
    () => write("POST", `/articles/${slug}/comments`, { body: `Number ${n}: what would change your mind?` }),
  ];
  return (kinds[n % kinds.length] ?? (() => Promise.resolve(false)))();
}

const SORTS = ["best", "newest", "oldest", "replies"];
const anyOf = <T>(some: readonly T[]): T => some[Math.floor(Math.random() * some.length)] as T;

/** Whether it is answered as asked; a page that is not there is an answer. */
async function answers(address: string, init?: RequestInit): Promise<boolean> {
  try {
    const response = await fetch(address, { ...init, signal: AbortSignal.timeout(20_000) });
    await response.arrayBuffer();
    return response.status < 400 || response.status === 404;
  } catch {
    return false;
  }
}

/** A reader who is gone after so many milliseconds. */
async function leaves(address: string, after: number): Promise<boolean> {
  await fetch(address, { signal: AbortSignal.timeout(after) })
    .then((response) => response.text())
    .catch(() => undefined);
  return true;
}
