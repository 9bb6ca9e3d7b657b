import "server-only";

import { COMMENT_STATES } from "@/domain/comments/comment";
import { actionOf, type LastDecision, type Statement } from "@/domain/moderation/decisions/decision";
import type { DeskAppeal } from "./queue";
import { database } from "@/platform/database";

type AppealRow = DeskAppeal & { memberId: string; decidedBy: string | null; articleId: string | null };

type Row = {
  id: string;
  words: string;
  at: Date;
  member_id: string;
  article_id: string | null;
  decision_id: string;
  action: string;
  decided_at: Date;
  revision: number | null;
  ground: string | null;
  before: string | null;
  after: string | null;
  moderator_id: string | null;
  statement: Statement | null;
  handle: string | null;
  name: string | null;
  role: "moderator" | "admin";
};

/** These appeals with the decisions they are about, by their ids. */
export async function appealsOf(ids: string[]): Promise<Map<string, AppealRow>> {
  if (ids.length === 0) return new Map();
  const rows = await database().$queryRaw<Row[]>`
    SELECT a.id, a.words, a.at, a.member_id, d.article_id, d.id AS decision_id, d.action, d.at AS decided_at, d.revision, d.ground, d.before, d.after,
      d.moderator_id, d.statement, m.handle, m.name, m.role::text AS role
    FROM appeal a JOIN decision d ON d.id = a.decision_id LEFT JOIN member m ON m.id = d.moderator_id AND m.hidden_at IS NULL
    WHERE a.id = ANY(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, askedOf(row)]));
}

const askedOf = (row: Row): AppealRow => ({
  id: row.id,
  words: row.words,
  at: row.at.toISOString(),
  memberId: row.member_id,
  decidedBy: row.moderator_id,
  articleId: row.article_id,
  decision: {
    id: row.decision_id,
    action: actionOf(row.action),
    at: row.decided_at.toISOString(),
    revision: row.revision,
    ground: row.ground,
    before: stateOf(row.before),
    after: stateOf(row.after),
    undoes: null,
    bulk: null,
    moderator:
      row.handle === null || row.name === null
        ? null
        : { handle: row.handle, name: row.name, role: row.role },
    explanation: row.statement?.explanation ?? "",
  },
});

/** What was decided about a person leads to no state of a comment. */
const stateOf = (word: string | null): LastDecision["after"] =>
  COMMENT_STATES.find((state) => state === word) ?? null;
