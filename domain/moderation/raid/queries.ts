import "server-only";

import { readRaid, type Raid } from "./raid";
import { query, Prisma } from "@/platform/database";

/** Raid mode by the database's clock; null when the site is not in it. */
export async function currentRaid(): Promise<Raid | null> {
  const [row] = await query<{ value: unknown; now: Date }>(
    Prisma.sql`SELECT (SELECT value FROM site_setting WHERE key = 'raid') AS value, now() AS now`,
  );
  return row ? readRaid(row.value, new Date(row.now)) : null;
}
