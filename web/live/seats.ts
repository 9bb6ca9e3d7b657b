import "server-only";

import { TooMany } from "@/platform/refusal";
import { processSingleton } from "@/platform/process-singleton";
import * as t from "#messages/api";

/** Open tabs of one reader; more of them are a program gone wild. */
const PER_MEMBER = 12;
/** A household or an office behind one address. */
const PER_ADDRESS = 100;
/** What one process holds (about 30 kB each), before it sends readers away to come again. */
const IN_ALL = 10_000;
/** Seconds until somebody who found no seat may ask again. */
const COME_AGAIN = 30;

const taken = processSingleton("live-seats", () => new Map<string, number>());

/** Takes a seat for a stream. @returns the way to leave it. @throws TooMany */
export function enter(memberId: string | null, address: string): () => void {
  const seats: [string, number][] = [
    ["all", IN_ALL],
    memberId === null ? [`address ${address}`, PER_ADDRESS] : [`member ${memberId}`, PER_MEMBER],
  ];
  if (seats.some(([who, most]) => (taken.get(who) ?? 0) >= most))
    throw new TooMany(t.tooManyLiveConnections, COME_AGAIN);
  for (const [who] of seats) taken.set(who, (taken.get(who) ?? 0) + 1);
  let left = false;
  return () => {
    if (left) return;
    left = true;
    for (const [who] of seats) {
      const rest = (taken.get(who) ?? 1) - 1;
      if (rest > 0) taken.set(who, rest);
      else taken.delete(who);
    }
  };
}
