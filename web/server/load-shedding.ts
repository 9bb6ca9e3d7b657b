import "server-only";

import { totalmem } from "node:os";
import { getHeapStatistics } from "node:v8";
import { Refusal } from "@/platform/refusal";
import * as t from "#messages/api";

/** Of what the heap or the process may have at most: above it the collector is busy with nothing else, and then all ends. */
const FULL = 0.85;
/** Memory is looked at so often; and when it is full one page is let through so often, so that it is ever collected. Milliseconds. */
const LOOK_EVERY = 250;
const LET_THROUGH_EVERY = 1_000;
/** Seconds. */
const RETRY_AFTER = 5;

export type Memory = Readonly<{ heap: number; heapLimit: number; resident: number; residentLimit: number }>;

/**
 * Says when drawing must be refused because memory is nearly full. The API goes on: it takes a hundredth of a page's memory.
 * `read` and `now` are the process's own but in tests.
 */
export function loadShedder(read: () => Memory = processMemory, now: () => number = Date.now): () => boolean {
  let lookedAt = -Infinity;
  let letThroughAt = -Infinity;
  let full = false;
  return () => {
    if (now() - lookedAt >= LOOK_EVERY) {
      lookedAt = now();
      const { heap, heapLimit, resident, residentLimit } = read();
      full = heap > heapLimit * FULL || resident > residentLimit * FULL;
    }
    if (!full) return false;
    if (now() - letThroughAt < LET_THROUGH_EVERY) return true;
    letThroughAt = now();
    return false;
  };
}

const isFull = loadShedder();

/** @throws Refusal (503) */
export function refuseWhenFull(): void {
  if (isFull())
    throw new Refusal(t.theSiteIsVeryBusy, 503, {
      retryAfter: RETRY_AFTER,
    });
}

/** A container's own limit where there is one, else the machine's memory. */
const residentLimit = Math.min(process.constrainedMemory() || Infinity, totalmem());

function processMemory(): Memory {
  const { used_heap_size, heap_size_limit } = getHeapStatistics();
  return {
    heap: used_heap_size,
    heapLimit: heap_size_limit,
    resident: process.memoryUsage.rss(),
    residentLimit,
  };
}
