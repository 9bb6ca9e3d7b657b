import "server-only";

import type { ServerResponse } from "node:http";
import { migrations } from "@/domain/operations/queries";
import { pool } from "@/platform/database";
import { noteTrouble, presentTrouble } from "@/platform/database-trouble";
import { env } from "@/platform/env";
import { queueState } from "@/platform/job-queue";
import { EVERYWHERE, NOTHING_RUNS } from "@/web/protection/security-headers";

export async function databaseAnswers(): Promise<boolean> {
  try {
    await pool.query("SELECT 1");
    return true;
  } catch {
    return false;
  }
}

/** Whether queries run as the role that can read no ballot; where the database's owner may make no roles they do not. */
export async function ballotsAreWalledOff(): Promise<boolean> {
  const { rows } = await pool.query<{ open: boolean }>(
    "SELECT has_table_privilege('vote', 'SELECT') AS open",
  );
  return rows[0]?.open === false;
}

/** `/healthz`: this process is alive. */
export const alive = (response: ServerResponse): void => say(response, 200, { alive: true });

type Facts = { applied: number; writable: boolean };

/** `/readyz`: the database answers, takes writes and has every migration; otherwise traffic should go elsewhere. */
export async function ready(response: ServerResponse): Promise<void> {
  try {
    const { rows } = await pool.query<Facts>(
      `SELECT count(*)::int AS applied,
         NOT pg_is_in_recovery() AND NOT current_setting('transaction_read_only')::bool AS writable FROM migration`,
    );
    const { applied, writable } = rows[0] ?? { applied: 0, writable: false };
    const trouble = writable ? presentTrouble() : "read-only";
    say(response, applied >= migrations && trouble === null ? 200 : 503, {
      database: true,
      migrations: { applied, expected: migrations },
      ...(trouble !== null && { trouble }),
      mail: { way: env.mail, ...(await queueState("mail")) },
    });
  } catch (error) {
    say(response, 503, { database: false, trouble: noteTrouble(error) ?? "away" });
  }
}

function say(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    ...EVERYWHERE,
    "content-type": "application/json",
    "cache-control": "no-store",
    "content-security-policy": NOTHING_RUNS,
    ...(status === 503 && { "retry-after": "2" }),
  });
  response.end(JSON.stringify(body));
}
