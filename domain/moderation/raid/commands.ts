import "server-only";

import { signUpClosedUntil } from "./queries";
import type { Raid } from "./raid";
import type { StartedRaidMode } from "./schema";
import type { Member } from "@/domain/members/member";
import { mayModerateEverywhere } from "@/domain/moderation/decisions/policy";
import { database, Prisma, query } from "@/platform/database";
import { authorize, NotAllowed } from "@/platform/refusal";
import * as t from "#messages/desk";

/** For some hours newcomers' comments wait, and, if wished, nobody can sign up. Started again, it lasts from now. */
export async function startRaidMode(wish: StartedRaidMode, actor: Member): Promise<Raid> {
  authorize(mayModerateEverywhere(actor), actor, t.onlyModeratorsSwitchRaidMode);
  const [row] = await query<{ value: Raid }>(Prisma.sql`
    INSERT INTO site_setting (key, value)
    SELECT 'raid', jsonb_build_object('by', ${actor.handle}::text, 'signUpClosed', ${wish.signUpClosed}::boolean,
      'since', ${iso(Prisma.sql`now()`)}, 'until', ${iso(Prisma.sql`now() + make_interval(hours => ${wish.hours}::int)`)})
    ON CONFLICT (key) DO UPDATE SET value = excluded.value RETURNING value`);
  if (!row) throw new Error("An upsert has one row.");
  return row.value;
}

/** Ends it at once. What waits goes on waiting: a moderator looks at each. */
export async function endRaidMode(actor: Member): Promise<void> {
  authorize(mayModerateEverywhere(actor), actor, t.onlyModeratorsSwitchRaidMode);
  await database().siteSetting.deleteMany({ where: { key: "raid" } });
}

/** @throws NotAllowed (403) while nobody can sign up, with when that ends */
export async function refuseSignUpInRaid(): Promise<void> {
  const closed = await signUpClosedUntil();
  if (closed !== null) throw new NotAllowed(closed);
}

const iso = (moment: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`to_char((${moment}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
