import "server-only";

import type pg from "pg";
import { env } from "@/platform/env";
import { Conflict, NotAllowed } from "@/platform/refusal";
import * as t from "#messages/cli";
import { say } from "@/messages/say";

/**
 * A million invented comments belong on no site that people use: where PostgreSQL is an operator's own, or where anybody but the cast of
 * the demo has an account, the operator names the database.
 * @throws NotAllowed, Conflict with a sentence
 */
export async function refuseProduction(client: pg.Client, named: string | undefined): Promise<void> {
  const { rows } = await client.query<{ database: string; people: number; seeded: boolean }>(
    `SELECT current_database() AS database,
       (SELECT count(*)::int FROM (SELECT FROM member WHERE NOT sample LIMIT 1000) m) AS people,
       EXISTS (SELECT FROM article WHERE slug = 'seeded-1') AS seeded`,
  );
  const { database, people, seeded } = rows[0] ?? { database: "", people: 0, seeded: false };
  if (named !== undefined && named !== database)
    throw new NotAllowed(say(t.thatIsAnotherDatabase, { database, named }));
  if (named === undefined && (people > 0 || !env.embedded))
    throw new NotAllowed(say(t.nameTheDatabaseToSeed, { database, people }));
  if (seeded) throw new Conflict(t.theSiteIsSeededAlready);
}
