import "server-only";

import type { Member } from "@/domain/members/member";
import { mayAppeal } from "@/domain/moderation/appeals/policy";
import { actionOf, type AboutMe } from "./decision";
import { ownWords } from "@/domain/prose/plain";
import { fromStore } from "@/domain/prose/safe-html";
import { database, literalNumber, Prisma } from "@/platform/database";

export type AboutMePage = { items: AboutMe[]; next: string | null };

const ON_A_PAGE = 30;
const EXCERPT = 140;
/** As many of the decisions about comments as a sanction rests on, as a rule. */
const BEHIND_A_SANCTION = 5;

type Row = Omit<AboutMe, "seq" | "action" | "at" | "excerpt" | "mayAppeal"> & {
  after: string | null;
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
  const rows = await rowsAbout(
    viewer,
    Prisma.sql`d.before IS DISTINCT FROM d.after AND (${after}::bigint IS NULL OR d.seq < ${after}::bigint)`,
    ON_A_PAGE + 1,
  );
  const items = rows.slice(0, ON_A_PAGE).map(lineOf(viewer));
  return { items, next: rows.length > ON_A_PAGE ? String(items.at(-1)?.seq ?? "") : null };
}

/**
 * What was decided against the viewer's comments, newest first: behind a sanction, which rests on them. Empty where `decision` is about
 * a comment, or about somebody else.
 */
export async function decisionsBehind(decision: string, viewer: Member): Promise<AboutMe[]> {
  const rows = await rowsAbout(
    viewer,
    Prisma.sql`d.comment_id IS NOT NULL AND d.action IN ('reject', 'hold', 'lock') AND EXISTS (
      SELECT FROM decision s WHERE s.id = ${decision}::uuid AND s.member_id = d.member_id AND s.comment_id IS NULL
        AND s.action IN ('warn', 'watch', 'suspend', 'ban'))`,
    BEHIND_A_SANCTION,
  );
  return rows.map(lineOf(viewer));
}

const rowsAbout = (viewer: Member, which: Prisma.Sql, limit: number) =>
  database().$queryRaw<Row[]>`
    SELECT d.id, d.seq, d.action, d.at, d.after, d.statement ->> 'until' AS until, coalesce(d.statement ->> 'explanation', '') AS explanation,
      r.title AS article, c.html, EXISTS (SELECT FROM decision u WHERE u.undoes = d.id) AS undone,
      CASE WHEN p.id IS NOT NULL THEN coalesce(p.outcome, 'open') END AS appeal
    FROM decision d LEFT JOIN comment c ON c.id = d.comment_id LEFT JOIN appeal p ON p.decision_id = d.id
      LEFT JOIN article a ON a.id = d.article_id LEFT JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision
    WHERE d.member_id = ${viewer.id}::uuid AND ${which}
    ORDER BY d.seq DESC LIMIT ${literalNumber(limit)}`;

const lineOf =
  (viewer: Member) =>
  ({ seq, action: word, at, after, html, ...row }: Row): AboutMe => {
    const action = actionOf(word);
    return {
      ...row,
      seq: Number(seq),
      action,
      at: at.toISOString(),
      excerpt: html === null ? "" : ownWords(fromStore(html), EXCERPT),
      mayAppeal:
        !row.undone &&
        row.appeal === null &&
        mayAppeal(viewer, { action, memberId: viewer.id, after, at }, new Date()),
    };
  };
