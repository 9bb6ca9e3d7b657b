import assert from "node:assert/strict";
import { setMaxListeners } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { say } from "@/scripts/progress.mjs";
import { ask, ownAddress, signUp, type Visitor } from "@/scripts/deploy/visitors";
import { ARTICLE, DOOR, type Cluster } from "./cluster";

/** As many were asked where a kind of ending was found that lost some. */
const REQUESTS = 9_000;
const READERS = 20;
const WRITERS = 20;
/** Whoever posts five times a minute is told to wait. Milliseconds. */
const WRITES_EVERY = 20_500;
/** Between two reads of one reader, in milliseconds. */
const READS_EVERY = 25;
/** An instance that is back is asked by nginx again after ten seconds without; the next one ends once it is. Milliseconds. */
const SETTLED_AFTER = 11_000;

type Count = { asked: number; posted: string[]; lost: string[] };

/**
 * Restarts one instance after the other while readers read and members write, by way of nginx.
 * @throws AssertionError with what was not answered as it should be, or is not there afterwards
 */
export async function restartUnderLoad(cluster: Cluster): Promise<void> {
  const { url, instances } = cluster;
  const writers: Visitor[] = [];
  for (let nth = 0; nth < WRITERS; nth += 1) writers.push(await signUp(url, "Wi"));
  const count: Count = { asked: 0, posted: [], lost: [] };
  const end = new AbortController();
  // Each waits on it; ten are no sign of a leak here.
  setMaxListeners(WRITERS, end.signal);
  const people = [
    ...Array.from({ length: READERS }, () => read(cluster, count, end.signal)),
    ...writers.map((writer, nth) => write(cluster, writer, nth, count, end.signal)),
  ];
  try {
    for (const instance of instances) {
      await instance.restart();
      await pause(SETTLED_AFTER);
    }
    while (count.asked < REQUESTS) await pause(100);
  } finally {
    end.abort();
    await Promise.all(people);
  }
  say(`      ${count.asked} requests, ${count.posted.length} comments`);
  assert.deepEqual(count.lost, [], `${count.lost.length} of ${count.asked} requests were lost.`);
  assert.ok(count.posted.length > WRITERS, "Hardly anything was written.");
  for (const id of count.posted) {
    const { status } = await ask(`${url}${DOOR}/comments/${id}`, { from: ownAddress() });
    assert.equal(status, 200, `Comment ${id} was acknowledged, and is not there.`);
  }
}

async function read({ url, agent }: Cluster, count: Count, ended: AbortSignal): Promise<void> {
  const from = ownAddress();
  const paths = [ARTICLE, `${DOOR}${ARTICLE}/comments`, "/", `${DOOR}${ARTICLE}/poll`];
  for (let nth = 0; !ended.aborted; nth += 1) {
    const path = paths[nth % paths.length] ?? "/";
    await counted(count, `GET ${path}`, 200, () => ask(url + path, { from, agent }));
    await pause(READS_EVERY);
  }
}

async function write(
  { agent }: Cluster,
  writer: Visitor,
  who: number,
  count: Count,
  ended: AbortSignal,
): Promise<void> {
  await pause((WRITES_EVERY / WRITERS) * who);
  for (let nth = 0; !ended.aborted; nth += 1) {
    const text = await counted(count, "POST a comment", 201, () =>
      writer.ask(`${ARTICLE}/comments`, {
        method: "POST",
        body: {
          body: `What ${writer.handle} has to say for the ${nth}th time while the site is started anew.`,
        },
        headers: { "idempotency-key": `${writer.handle}-${nth}` },
        agent,
      }),
    );
    if (text !== null) count.posted.push((JSON.parse(text) as { comment: { id: string } }).comment.id);
    await pause(WRITES_EVERY, undefined, { signal: ended }).catch(() => undefined);
  }
}

/** @returns what was answered; null where that was not as it should be */
async function counted(
  count: Count,
  what: string,
  expected: number,
  asks: () => ReturnType<typeof ask>,
): Promise<string | null> {
  count.asked += 1;
  try {
    const { status, text } = await asks();
    if (status === expected) return text;
    count.lost.push(`${what}: ${status} ${text.slice(0, 200)}`);
  } catch (error) {
    count.lost.push(`${what}: ${String(error)}`);
  }
  return null;
}
