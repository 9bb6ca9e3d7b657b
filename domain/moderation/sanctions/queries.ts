import "server-only";

import { SANCTION_KINDS, type SanctionView } from "./sanction";
import type { Database } from "@/platform/database";

type Row = {
  id: string;
  member_id: string;
  kind: string;
  reason: string;
  from: Date;
  until: Date | null;
  lifted_at: Date | null;
  decision_id: string;
  by: string | null;
  in_force: boolean;
};

/** The last sanctions of each of these members, newest first, at most ten each; by member id. */
export async function sanctionsOf(db: Database, members: string[]): Promise<Map<string, SanctionView[]>> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT s.*, m.name AS by, s.lifted_at IS NULL AND (s.until IS NULL OR s.until > now()) AS in_force
    FROM unnest(${members}::uuid[]) AS who
    CROSS JOIN LATERAL (SELECT * FROM sanction WHERE member_id = who ORDER BY id DESC LIMIT 10) s
    LEFT JOIN decision d ON d.id = s.decision_id LEFT JOIN member m ON m.id = d.moderator_id AND m.hidden_at IS NULL ORDER BY s.id DESC`;
  const byMember = new Map<string, SanctionView[]>();
  for (const row of rows) byMember.set(row.member_id, [...(byMember.get(row.member_id) ?? []), viewOf(row)]);
  return byMember;
}

const viewOf = (row: Row): SanctionView => ({
  id: row.id,
  kind: SANCTION_KINDS.find((kind) => kind === row.kind) ?? "warning",
  reason: row.reason,
  from: row.from.toISOString(),
  until: row.until?.toISOString() ?? null,
  liftedAt: row.lifted_at?.toISOString() ?? null,
  decision: row.decision_id,
  by: row.by,
  inForce: row.in_force && row.kind !== "warning",
});
