import "server-only";

import { readFileSync } from "node:fs";
import type { Client } from "@/platform/client";
import { holds } from "@/platform/held";
import { processSingleton } from "@/platform/process-singleton";
import { TooMany } from "@/platform/refusal";
import * as t from "#messages/api";

/** For ten thousand streams and a quarter more for the rest; whoever opens them for nothing is cut off before memory is. */
const CONNECTIONS = 12_500;
/** Files the process needs for itself: the database's connections, logs, what is read from the disk. */
const OWN_FILES = 256;

/** Connections the server takes: each is an open file, and a process may have so many open. */
export const maxConnections = connectionsFor(openFilesLimit());

/** @param openFiles the process's limit; 1,024 is usual where nobody raised it */
export function connectionsFor(openFiles: number): number {
  return Math.max(64, Math.min(CONNECTIONS, openFiles - OWN_FILES));
}

/** Node raises the soft limit to the hard one when it starts, so this is what really counts. */
function openFilesLimit(): number {
  try {
    const line = /^Max open files\s+(\d+)/m.exec(readFileSync("/proc/self/limits", "utf8"));
    return line ? Number(line[1]) : Infinity;
  } catch {
    // Not Linux: macOS allows 10,240 where it says "unlimited".
    return 10_240;
  }
}

/** Open tabs of one reader; more of them are a program gone wild. */
const PER_MEMBER = 12;
/** A household or an office behind one address. */
const PER_ADDRESS = 100;
/** An IPv6 /48 is many households. */
const PER_NETWORK = 400;
/** Streams of all together (about 16 kB each, of which 15 are Node's own): the rest of the connections is for everything else. */
const IN_ALL = Math.floor(maxConnections * 0.8);
/** Seconds until somebody who found no place may ask again. */
const RETRY_AFTER = 30;

type Stream = Readonly<{ keys: readonly string[]; end: () => void }>;

const open = processSingleton("open-streams", () => new Map<string, Set<Stream>>());
const count = processSingleton("open-stream-count", () => ({ streams: 0 }));

export const openStreams = (): number => count.streams;
holds("streams", IN_ALL, openStreams);

/**
 * Counts a stream in. When all places are taken, the newest stream of whoever has the most ends for somebody who has fewer.
 * @param end ends the stream; called when it has to give way
 * @returns what counts it out again
 * @throws TooMany
 */
export function acquireStream(
  memberId: string | null,
  client: Client,
  end: () => void,
  inAll = IN_ALL,
): () => void {
  const places: [string, number][] =
    memberId === null
      ? [
          [`network ${client.network}`, PER_NETWORK],
          [`address ${client.address}`, PER_ADDRESS],
        ]
      : [[`member ${memberId}`, PER_MEMBER]];
  const keys = places.map(([key]) => key);
  if (places.some(([key, most]) => (open.get(key)?.size ?? 0) >= most)) throw tooMany();
  if (count.streams >= inAll && !makeRoomFor(keys[0] ?? "")) throw tooMany();
  const stream: Stream = { keys, end };
  for (const key of keys) open.set(key, (open.get(key) ?? new Set()).add(stream));
  count.streams++;
  return () => release(stream);
}

function release(stream: Stream): void {
  let counted = false;
  for (const key of stream.keys) {
    const own = open.get(key);
    counted = own?.delete(stream) ?? false;
    if (own?.size === 0) open.delete(key);
  }
  if (counted) count.streams--;
}

function makeRoomFor(key: string): boolean {
  let most = new Set<Stream>();
  for (const own of open.values()) if (own.size > most.size) most = own;
  if (most.size <= (open.get(key)?.size ?? 0) + 1) return false;
  const newest = [...most].at(-1);
  if (!newest) return false;
  release(newest);
  newest.end();
  return true;
}

const tooMany = () => new TooMany(t.tooManyLiveConnections, RETRY_AFTER);
