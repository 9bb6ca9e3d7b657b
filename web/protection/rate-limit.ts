import "server-only";

import { currentClient } from "@/platform/client";
import { outsideTransaction } from "@/platform/database";
import { env } from "@/platform/env";
import { TooMany } from "@/platform/refusal";
import { dailyHash } from "./client-ip";
import * as t from "#messages/api";
import { say } from "@/messages/say";

/** So many requests in a window of so many seconds, counted per account, or per address when signed out. */
export type Limit = { requests: number; seconds: number };

export const perMinute = (requests: number): Limit => ({ requests, seconds: 60 });
export const perHour = (requests: number): Limit => ({ requests, seconds: 3600 });

/** An IPv6 /48 is many households: it may ask so many times as often as one of its /64s. */
const HOUSEHOLDS_IN_A_NETWORK = 16;

/**
 * Counts this request, refused or not, in PostgreSQL: several instances share one count. Whoever is counted by a /64 is counted
 * by their /48 too.
 */
export async function countRequest(rule: string, who: string, limit: Limit): Promise<void> {
  if (!env.limits) return;
  const network = networkBehind(who);
  if (network !== null)
    await count(rule, network, { ...limit, requests: limit.requests * HOUSEHOLDS_IN_A_NETWORK });
  await count(rule, who, limit);
}

/** The network of the client that asks, if it is the client who is counted and not a member. */
function networkBehind(who: string): string | null {
  const { address, network } = currentClient();
  return network !== address && who === dailyHash(address) ? dailyHash(network) : null;
}

async function count(rule: string, who: string, limit: Limit): Promise<void> {
  const [window] = await outsideTransaction(
    (db) => db.$queryRaw<{ count: number; wait: number }[]>`
      INSERT INTO rate_window AS w (key, start, count) VALUES (${`${rule} ${who}`}, now(), 1)
      ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN w.start <= now() - make_interval(secs => ${limit.seconds}) THEN 1 ELSE w.count + 1 END,
        start = CASE WHEN w.start <= now() - make_interval(secs => ${limit.seconds}) THEN now() ELSE w.start END
      RETURNING count, ceil(extract(epoch FROM w.start - now()) + ${limit.seconds})::int AS wait`,
  );
  if (window && window.count > limit.requests) {
    const wait = Math.max(1, window.wait);
    throw new TooMany(tooManyRequests(wait), wait);
  }
}

/** Above two minutes the wait is said in minutes. */
const tooManyRequests = (seconds: number): string =>
  seconds > 120
    ? say(t.tooManyRequestsWaitMinutes, { minutes: Math.ceil(seconds / 60) })
    : say(t.tooManyRequests, { wait: seconds });

/** Undoes `countRequest`: what is limited are failures, and this one succeeded (a sign-in with the right password). */
export async function uncountRequest(rule: string, who: string): Promise<void> {
  if (!env.limits) return;
  const keys = [who, networkBehind(who)].filter((one) => one !== null).map((one) => `${rule} ${one}`);
  await outsideTransaction(
    (db) => db.$executeRaw`UPDATE rate_window SET count = greatest(count - 1, 0) WHERE key = ANY (${keys})`,
  );
}
