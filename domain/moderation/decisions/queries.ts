import "server-only";

import { actionOf, type Decider, type LastDecision } from "./decision";
import { COMMENT_STATES } from "@/domain/comments/comment";
import type { Member } from "@/domain/members/member";
import { database, type Database } from "@/platform/database";

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
    SELECT DISTINCT ON (d.comment_id) d.comment_id, d.id, d.action, d.at, d.revision, d.ground, d.before, d.after, d.undoes, d.bulk,
      m.handle, m.name, m.role::text AS role
    FROM decision d LEFT JOIN member m ON m.id = d.moderator_id AND m.hidden_at IS NULL
    WHERE d.comment_id = ANY(${comments}::uuid[]) AND d.action IN ('approve', 'reject', 'hold', 'restore', 'undo')
    ORDER BY d.comment_id, d.seq DESC`;
  return new Map(
    rows.map(({ comment_id, handle, name, role, at, ...rest }) => [
      comment_id,
      { ...rest, at: at.toISOString(), moderator: handle === null ? null : { handle, name, role } },
    ]),
  );
}

/** What a moderator has just done to a comment themselves, if nobody has done anything to it since. */
export async function ownDeedOn(
  comment: string,
  viewer: Member,
): Promise<Pick<LastDecision, "id" | "action" | "ground" | "moderator" | "before"> | null> {
  const last = await database().decision.findFirst({
    where: { commentId: comment },
    orderBy: { seq: "desc" },
    select: { id: true, action: true, ground: true, moderatorId: true, at: true, before: true },
  });
  if (last?.moderatorId !== viewer.id || Date.now() - last.at.getTime() > REMEMBERED) return null;
  const { handle, name, role } = viewer;
  return {
    id: last.id,
    action: actionOf(last.action),
    ground: last.ground,
    moderator: { handle, name, role },
    before: COMMENT_STATES.find((state) => state === last.before) ?? null,
  };
}

/** A moderator's own decision is shown as what they have just done for so long. Milliseconds. */
const REMEMBERED = 10 * 60_000;

/** A moderator's own last decision about a comment, while it can still be remembered. */
export async function ownLastDecision(
  viewer: Member,
): Promise<(LastDecision & { comment: string; author: string | null }) | null> {
  const [row] = await database().$queryRaw<{ comment_id: string; author: string | null }[]>`
    SELECT d.comment_id, m.name AS author FROM decision d LEFT JOIN member m ON m.id = d.member_id AND m.erased_at IS NULL
    WHERE d.moderator_id = ${viewer.id}::uuid AND d.comment_id IS NOT NULL AND d.bulk IS NULL AND d.at > now() - make_interval(secs => ${REMEMBERED / 1_000}::int)
    ORDER BY d.seq DESC LIMIT 1`;
  const last = row && (await lastDecisions(database(), [row.comment_id])).get(row.comment_id);
  return last && last.moderator?.handle === viewer.handle
    ? { ...last, comment: row.comment_id, author: row.author }
    : null;
}
