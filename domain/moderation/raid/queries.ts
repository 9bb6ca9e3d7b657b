import "server-only";

import { readRaid, type Raid } from "./raid";
import { query, Prisma } from "@/platform/database";
import { say } from "@/messages/say";
import * as t from "#messages/desk";

/** Raid mode by the database's clock; null when the site is not in it. */
export async function currentRaid(): Promise<Raid | null> {
  const [row] = await query<{ value: unknown; now: Date }>(
    Prisma.sql`SELECT (SELECT value FROM site_setting WHERE key = 'raid') AS value, now() AS now`,
  );
  return row ? readRaid(row.value, new Date(row.now)) : null;
}

/** While nobody can sign up: a sentence that says so, and until when. */
export async function signUpClosedUntil(): Promise<string | null> {
  const raid = await currentRaid();
  if (!raid?.signUpClosed) return null;
  return say(t.signUpIsClosedUntil, { until: `${raid.until.slice(0, 16).replace("T", " ")} UTC` });
}
