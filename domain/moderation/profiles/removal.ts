import "server-only";

import { OUTCOME_TOLD_AFTER } from "@/domain/inbox/notice";
import type { Database } from "@/platform/database";

/**
 * Takes down a member's name, bio or both, and keeps what they were beside the decision. The handle, which addresses hold, is the
 * name that is left. @returns 1, or 0 where there is nothing of it. The caller holds the member's row.
 */
export async function takeDown(
  tx: Database,
  memberId: string,
  decisionId: string,
  { name, bio }: { name: boolean; bio: boolean },
): Promise<number> {
  const kept = await tx.$executeRaw`
    INSERT INTO profile_removal (decision_id, member_id, name, bio)
    SELECT ${decisionId}::uuid, id, CASE WHEN ${name} AND name <> handle THEN name END, CASE WHEN ${bio} AND bio <> '' THEN bio END
    FROM member WHERE id = ${memberId}::uuid AND ((${name} AND name <> handle) OR (${bio} AND bio <> ''))`;
  await tx.$executeRaw`
    UPDATE member SET name = CASE WHEN ${name} THEN handle ELSE name END, bio = CASE WHEN ${bio} THEN '' ELSE bio END
    WHERE id = ${memberId}::uuid`;
  return kept;
}

/** Puts back what a decision took down, where nothing else has been written there since. @returns 0 where it is back already */
export async function bringBack(tx: Database, decisionId: string): Promise<number> {
  return tx.$executeRaw`
    WITH ended AS (UPDATE profile_removal SET ended_at = now() WHERE decision_id = ${decisionId}::uuid AND ended_at IS NULL RETURNING *)
    UPDATE member m SET name = CASE WHEN m.name = m.handle THEN coalesce(e.name, m.name) ELSE m.name END,
      bio = CASE WHEN m.bio = '' THEN coalesce(e.bio, '') ELSE m.bio END
    FROM ended e WHERE m.id = e.member_id`;
}

/** Answers the open reports of a profile; who reported hears of it. */
export async function closeProfileReports(
  tx: Database,
  memberId: string,
  decisionId: string,
  state: "upheld" | "dismissed",
): Promise<void> {
  await tx.$queryRaw`
    WITH closed AS (
      UPDATE report SET state = ${state}::report_state, decision_id = ${decisionId}::uuid
      WHERE member_id = ${memberId}::uuid AND state = 'open' RETURNING reporter_id)
    SELECT tell(ARRAY[reporter_id], 'report-outcome', 'report ' || ${decisionId}, NULL, NULL, ${decisionId}::uuid, NULL,
      now() + make_interval(mins => ${OUTCOME_TOLD_AFTER}))
    FROM closed WHERE reporter_id IS NOT NULL`;
}

/** An undone decision opens them again, but for whoever has reported anew. */
export async function reopenProfileReports(tx: Database, decisionId: string): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM notice WHERE kind = 'report-outcome' AND subject_id = ${decisionId}::uuid AND at > now()`;
  await tx.$executeRaw`
    UPDATE report r SET state = 'open', decision_id = NULL WHERE r.decision_id = ${decisionId}::uuid
      AND NOT EXISTS (SELECT FROM report o WHERE o.member_id = r.member_id AND o.reporter_id = r.reporter_id AND o.state = 'open')`;
}
