import "server-only";

import type { Receipt } from "@/domain/moderation/reports/report";
import { database } from "@/platform/database";

/** What became of a report, for whoever has its receipt; null when there is none of that id. */
export async function receiptOf(id: string): Promise<Receipt | null> {
  const row = await database().report.findUnique({ where: { id } });
  if (!row) return null;
  const decision = row.decisionId
    ? await database().decision.findUnique({ where: { id: row.decisionId } })
    : null;
  return {
    id,
    comment: row.commentId,
    reason: row.reason,
    at: row.at.toISOString(),
    state: row.state,
    decidedAt: decision?.at.toISOString() ?? null,
  };
}
