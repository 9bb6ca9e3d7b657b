import "server-only";

import type { Decider, LastDecision } from "@/domain/moderation/decisions/decision";
import type { Database } from "@/platform/database";

type Row = Omit<LastDecision, "at" | "moderator"> & {
  comment_id: string;
  at: Date;
  handle: string | null;
  name: string;
  role: Decider["role"];
};

/** The last decision about each of these comments, by comment id. */
export async function lastDecisions(db: Database, comments: string[]): Promise<Map<string, LastDecision>> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT DISTINCT ON (d.comment_id) d.comment_id, d.id, d.action, d.at, d.ground, d.before, d.after, d.undoes, d.bulk,
      m.handle, m.name, m.role::text AS role
    FROM decision d LEFT JOIN member m ON m.id = d.moderator_id
    WHERE d.comment_id = ANY(${comments}::uuid[]) AND d.action IN ('approve', 'reject', 'hold', 'restore', 'undo')
    ORDER BY d.comment_id, d.seq DESC`;
  return new Map(
    rows.map(({ comment_id, handle, name, role, at, ...rest }) => [
      comment_id,
      { ...rest, at: at.toISOString(), moderator: handle === null ? null : { handle, name, role } },
    ]),
  );
}
