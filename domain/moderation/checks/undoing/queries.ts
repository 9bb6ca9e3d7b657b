import "server-only";

import type { CommentState } from "@/domain/comments/comment";
import type { Member } from "@/domain/members/member";
import { checkTitle } from "@/domain/moderation/checks/checks";
import { outcomeOf, type UndoOutcome, type UndoingPreview } from "./preview";
import type { Deeds } from "./schema";
import { BULK_LIMIT } from "@/domain/moderation/decisions/decision";
import { lastDecisions } from "@/domain/moderation/decisions/queries";
import { mayModerateEverywhere } from "@/domain/moderation/decisions/policy";
import { plainText } from "@/domain/prose/plain";
import { fromStore } from "@/domain/prose/safe-html";
import { database, type Database, literalNumber, Prisma } from "@/platform/database";
import { authorize } from "@/platform/refusal";
import * as t from "#messages/house-rules";

export type Deed = { comment: string; outcome: UndoOutcome };

type Row = { id: string; state: CommentState; held_elsewhere: boolean; rejected_out_of_it: boolean };

/** The newest comments a check pointed at and what would become of each, one more than fit in one go. */
export async function deedsOf(db: Database, check: string, wish: Deeds): Promise<Deed[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id, c.state::text AS state,
      coalesce(last.action = 'hold', false) OR EXISTS (SELECT FROM finding o WHERE o.comment_id = c.id AND o.revision = c.revision
        AND o.effect = 'hold' AND o.undone_at IS NULL AND NOT (${isIts(check, wish, "o")})) AS held_elsewhere,
      coalesce(last.action = 'reject' AND last.before = 'held', false) AND its.held AS rejected_out_of_it
    FROM (SELECT f.comment_id, bool_or(f.effect = 'hold') AS held FROM finding f WHERE ${isIts(check, wish, "f")} AND f.undone_at IS NULL
        GROUP BY f.comment_id ORDER BY f.comment_id DESC LIMIT ${literalNumber(BULK_LIMIT + 1)}) its
      JOIN comment c ON c.id = its.comment_id
      LEFT JOIN LATERAL (SELECT d.action, d.before FROM decision d WHERE d.comment_id = c.id
          AND d.action IN ('approve', 'reject', 'hold', 'restore', 'undo') ORDER BY d.seq DESC LIMIT 1) last ON true
    ORDER BY c.id DESC`;
  return rows.map((row) => ({
    comment: row.id,
    outcome: outcomeOf({
      state: row.state,
      heldElsewhere: row.held_elsewhere,
      rejectedOutOfIt: row.rejected_out_of_it,
    }),
  }));
}

/** Whether a finding, by its alias, is one of those that are to be undone. */
export function isIts(check: string, { reason, days }: Deeds, alias: "f" | "o"): Prisma.Sql {
  const finding = alias === "f" ? Prisma.sql`f` : Prisma.sql`o`;
  const all = [Prisma.sql`${finding}.rule = ${check}`];
  if (reason !== undefined) all.push(Prisma.sql`${finding}.reason = ${reason}`);
  if (days !== undefined) all.push(Prisma.sql`${finding}.at > now() - make_interval(days => ${days}::int)`);
  return Prisma.join(all, " AND ");
}

const EXCERPT = 120;
const REASONS_SHOWN = 20;
/** Reasons are counted among so many of its newest findings. */
const REASONS_AMONG = 1_000;

/** What undoing a check would do, before it is done. */
export async function previewUndoing(check: string, wish: Deeds, viewer: Member): Promise<UndoingPreview> {
  authorize(mayModerateEverywhere(viewer), viewer, t.theDeskIsForModerators);
  const deeds = await deedsOf(database(), check, wish);
  const shown = deeds.slice(0, BULK_LIMIT);
  const texts = await database().comment.findMany({
    where: { id: { in: shown.map(({ comment }) => comment) } },
    select: { id: true, html: true, revision: true, postedAt: true, author: { select: { name: true } } },
  });
  const last = await lastDecisions(
    database(),
    texts.map(({ id }) => id),
  );
  const byId = new Map(texts.map((text) => [text.id, text]));
  const reasons = await database().$queryRaw<{ reason: string; count: number }[]>`
    SELECT reason, count(*)::int AS count FROM (SELECT reason FROM finding WHERE rule = ${check} AND undone_at IS NULL
      ORDER BY id DESC LIMIT ${literalNumber(REASONS_AMONG)}) newest GROUP BY reason ORDER BY 2 DESC, 1 LIMIT ${literalNumber(REASONS_SHOWN)}`;
  const would = { returns: 0, waits: 0, rejected: 0, stands: 0 };
  for (const { outcome } of shown) would[outcome] += 1;
  return {
    title: checkTitle(check),
    would,
    reasons,
    more: deeds.length > BULK_LIMIT,
    comments: shown.flatMap(({ comment, outcome }) => {
      const text = byId.get(comment);
      return text
        ? [
            {
              comment,
              revision: text.revision,
              seen: last.get(comment)?.id,
              outcome,
              name: text.author?.name ?? null,
              at: text.postedAt.toISOString(),
              excerpt: plainText(fromStore(text.html), EXCERPT),
            },
          ]
        : [];
    }),
  };
}
