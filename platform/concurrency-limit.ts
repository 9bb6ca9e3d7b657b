import "server-only";

import type { Client } from "./client";
import { Refusal } from "./refusal";
import * as t from "#messages/api";

export type Bounds = Readonly<{
  /** Done at the same time. */
  maxConcurrent: number;
  /** Waiting, all together. */
  maxQueued: number;
  /** Under way or waiting, for one client. */
  maxPerClient: number;
}>;

export type Limit = <T>(client: Client, work: () => Promise<T>) => Promise<T>;

/** How much is under way and how much waits, now. */
export type Load = Readonly<{ running: number; queued: number }>;
export type MeasuredLimit = Limit & Readonly<{ load: () => Load }>;

/** A network is many clients: an IPv6 /48 has the places of so many /64s. */
const CLIENTS_IN_A_NETWORK = 4;
/** Seconds until somebody who found no place may ask again. */
const RETRY_AFTER = 2;

type Waiting = Readonly<{ client: Client; begin: () => void; refuse: (reason: Refusal) => void }>;

/**
 * Limits how much work is under way at once; the rest queues, fairly. Networks take turns (round robin), and one that had nothing
 * under way goes before all that had, so nobody waits behind another's hundred requests. When the queue is full, the newest
 * of the longest queue gives way to whoever has less in it (McKenney 1990, "Stochastic Fairness Queueing": buffer stealing).
 * @throws Refusal (503) for work that finds no place
 */
export function concurrencyLimit({ maxConcurrent, maxQueued, maxPerClient }: Bounds): MeasuredLimit {
  const present = new Counter();
  const queue = new FairQueue();
  let running = 0;

  function next(): void {
    const one = queue.shift();
    if (one) one.begin();
    else running--;
  }

  async function turn(client: Client): Promise<void> {
    if (running < maxConcurrent) {
      running++;
      return;
    }
    if (queue.length >= maxQueued && !queue.makeRoomFor(client)) throw tooMuch();
    const isNew = present.of(networkKey(client)) === 1;
    await new Promise<void>((begin, refuse) => queue.push({ client, begin, refuse }, isNew));
  }

  const limit: Limit = async (client, work) => {
    const keys = [addressKey(client), networkKey(client)] as const;
    const [inAddress, inNetwork] = [present.of(keys[0]), present.of(keys[1])];
    if (inAddress >= maxPerClient || inNetwork >= maxPerClient * CLIENTS_IN_A_NETWORK) throw tooMuch();
    for (const key of keys) present.add(key, 1);
    try {
      await turn(client);
      try {
        return await work();
      } finally {
        next();
      }
    } finally {
      for (const key of keys) present.add(key, -1);
    }
  };
  return Object.assign(limit, { load: () => ({ running, queued: queue.length }) });
}

const addressKey = ({ address }: Client): string => `address ${address}`;
const networkKey = ({ network }: Client): string => `network ${network}`;

/** A queue a network. The map's order is the order of their turns: whoever was served goes to its end. */
class FairQueue {
  length = 0;
  readonly #networks = new Map<string, Waiting[]>();
  /** Networks that had nothing under way when they came; each goes once before the others. */
  readonly #newcomers = new Set<string>();

  push(one: Waiting, isNew: boolean): void {
    const { network } = one.client;
    const own = this.#networks.get(network);
    if (own) own.push(one);
    else this.#networks.set(network, [one]);
    if (isNew) this.#newcomers.add(network);
    this.length++;
  }

  shift(): Waiting | undefined {
    const [newcomer] = this.#newcomers;
    const network = newcomer ?? this.#networks.keys().next().value;
    if (network === undefined) return undefined;
    this.#newcomers.delete(network);
    const own = this.#networks.get(network) ?? [];
    const one = own.shift();
    this.#networks.delete(network);
    if (own.length > 0) this.#networks.set(network, own);
    if (one) this.length--;
    return one;
  }

  /** Turns away the newest of the longest queue, if that is longer than this client's would be. */
  makeRoomFor({ network }: Client): boolean {
    let longest: Waiting[] = [];
    for (const own of this.#networks.values()) if (own.length > longest.length) longest = own;
    if (longest.length <= (this.#networks.get(network)?.length ?? 0) + 1) return false;
    longest.pop()?.refuse(tooMuch());
    this.length--;
    return true;
  }
}

class Counter {
  readonly #counts = new Map<string, number>();

  of(key: string): number {
    return this.#counts.get(key) ?? 0;
  }

  add(key: string, change: number): void {
    const now = this.of(key) + change;
    if (now > 0) this.#counts.set(key, now);
    else this.#counts.delete(key);
  }
}

const tooMuch = () => new Refusal(t.theSiteIsVeryBusy, 503, { retryAfter: RETRY_AFTER });
