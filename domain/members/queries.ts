import "server-only";

import type { Member, Role } from "@/domain/members/member";
import { database } from "@/platform/database";
import { tokenHash } from "@/platform/tokens";

type MemberRow = {
  id: string;
  handle: string;
  name: string;
  role: Role;
  sample: boolean;
  joined_at: Date;
  approved_count: number;
  sanction: "suspension" | "ban" | null;
  until: Date | null;
  reason: string | null;
};

/**
 * Who holds this session token: asked at every request, so session, member and the sanction in force come in one query.
 * Null for a session that ended or expired, and for a member who is banned or erased.
 */
export async function memberBySession(token: string): Promise<Member | null> {
  const [row] = await database().$queryRaw<MemberRow[]>`
    SELECT m.id, m.handle, m.name, m.role::text AS role, m.sample, m.joined_at, m.approved_count,
           s.kind AS sanction, s.until, s.reason
    FROM session
    JOIN member m ON m.id = session.member_id AND m.erased_at IS NULL
    LEFT JOIN LATERAL (
      SELECT kind, until, reason FROM sanction
      WHERE member_id = m.id AND lifted_at IS NULL AND kind IN ('suspension', 'ban') AND (until IS NULL OR until > now())
      ORDER BY kind = 'ban' DESC, until DESC NULLS FIRST LIMIT 1
    ) s ON true
    WHERE session.token_hash = ${tokenHash(token)} AND session.expires_at > now()`;
  if (!row || row.sanction === "ban") return null;
  return memberOf(row, token);
}

function memberOf(row: MemberRow, ballotKey: string | null): Member {
  return {
    id: row.id,
    handle: row.handle,
    name: row.name,
    role: row.role,
    sample: row.sample,
    joinedAt: row.joined_at,
    approvedCount: row.approved_count,
    suspension: row.sanction === "suspension" ? { until: row.until, reason: row.reason ?? "" } : null,
    ballotKey,
  };
}
