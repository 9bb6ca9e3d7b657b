import "server-only";

import { outsideTransaction } from "@/platform/database";
import { env } from "@/platform/env";
import { TooMany } from "@/platform/refusal";
import * as t from "#messages/api";
import { say } from "@/messages/say";

/** So many requests in a window of so many seconds, counted per account, or per address when signed out. */
export type Limit = { requests: number; seconds: number };

export const perMinute = (requests: number): Limit => ({ requests, seconds: 60 });
export const perHour = (requests: number): Limit => ({ requests, seconds: 3600 });

/** Counts this request, refused or not, in PostgreSQL: several instances share one count. */
export async function countRequest(rule: string, who: string, limit: Limit): Promise<void> {
  if (!env.limits) return;
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
    throw new TooMany(say(t.thatWasQuick, { wait }), wait);
  }
}

/** Undoes `countRequest`: what is limited are failures, and this one succeeded (a sign-in with the right password). */
export async function uncountRequest(rule: string, who: string): Promise<void> {
  if (!env.limits) return;
  await outsideTransaction(
    (db) =>
      db.$executeRaw`UPDATE rate_window SET count = greatest(count - 1, 0) WHERE key = ${`${rule} ${who}`}`,
  );
}
