import "server-only";

import type { Member } from "@/domain/members/member";
import { actionOf, type AboutMe } from "./decision";
import { ownWords } from "@/domain/prose/plain";
import { fromStore } from "@/domain/prose/safe-html";
import { database, literalNumber } from "@/platform/database";

export type AboutMePage = { items: AboutMe[]; next: string | null };

const ON_A_PAGE = 30;
const EXCERPT = 140;

type Row = Omit<AboutMe, "seq" | "action" | "at" | "excerpt"> & {
  seq: bigint;
  action: string;
  at: Date;
  html: string | null;
};

/** What was decided about the viewer, newest first, behind the decision with that number. */
export async function decisionsAbout(
  { after = null }: { after?: string | null },
  viewer: Member,
): Promise<AboutMePage> {
  const rows = await database().$queryRaw<Row[]>`
    SELECT d.id, d.seq, d.action, d.at, d.statement ->> 'until' AS until, coalesce(d.statement ->> 'explanation', '') AS explanation,
      r.title AS article, c.html, EXISTS (SELECT FROM decision u WHERE u.undoes = d.id) AS undone,
      CASE WHEN p.id IS NOT NULL THEN coalesce(p.outcome, 'open') END AS appeal
    FROM decision d LEFT JOIN comment c ON c.id = d.comment_id LEFT JOIN appeal p ON p.decision_id = d.id
      LEFT JOIN article a ON a.id = d.article_id LEFT JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision
    WHERE d.member_id = ${viewer.id}::uuid AND d.before IS DISTINCT FROM d.after AND (${after}::bigint IS NULL OR d.seq < ${after}::bigint)
    ORDER BY d.seq DESC LIMIT ${literalNumber(ON_A_PAGE + 1)}`;
  const items = rows.slice(0, ON_A_PAGE).map(({ seq, action, at, html, ...row }) => ({
    ...row,
    seq: Number(seq),
    action: actionOf(action),
    at: at.toISOString(),
    excerpt: html === null ? "" : ownWords(fromStore(html), EXCERPT),
  }));
  return { items, next: rows.length > ON_A_PAGE ? String(items.at(-1)?.seq ?? "") : null };
}
