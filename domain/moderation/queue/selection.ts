import "server-only";

import type { CommentState } from "@/domain/comments/comment";
import { canBe } from "@/domain/comments/moves";
import type { Member, Role } from "@/domain/members/member";
import { BULK_LIMIT, COMMENT_ACTIONS, type CommentAction } from "@/domain/moderation/decisions/decision";
import { mayDecideOn, mayModerate } from "@/domain/moderation/decisions/policy";
import { lastDecisions } from "@/domain/moderation/decisions/queries";
import type { SeenComment } from "@/domain/moderation/decisions/schema";
import { withinScope, scopeFilter } from "@/domain/moderation/decisions/scope";
import { matching } from "./queries";
import type { Queue } from "./queue";
import type { Selection } from "./schema";
import { plainText } from "@/domain/prose/plain";
import { fromStore } from "@/domain/prose/safe-html";
import { database, literalNumber, Prisma } from "@/platform/database";
import { authorize } from "@/platform/refusal";
import * as t from "#messages/desk";

export type Preview = {
  comments: (SeenComment & {
    name: string | null;
    excerpt: string;
    at: string;
    state: CommentState;
  })[];
  /** How many of them each action would change. */
  would: Record<CommentAction, number>;
  /** There are more than fit in one go. */
  more: boolean;
};

const EXCERPT = 120;

type Row = {
  id: string;
  article_id: string;
  html: string;
  posted_at: Date;
  state: CommentState;
  revision: number;
  author_id: string | null;
  name: string | null;
  role: Role | null;
};

/** What a decision about many would do, before it is taken: the ones picked, all of a member, or all that a check held. */
export async function preview(selection: Selection, viewer: Member): Promise<Preview> {
  authorize(mayModerate(viewer), viewer, t.theDeskIsForModerators);
  const wish =
    selection.queue === undefined
      ? selection
      : { ...selection, pick: await matchingIn(selection, selection.queue, viewer) };
  const rows = await database().$queryRaw<Row[]>`
    SELECT c.id, c.article_id, c.html, c.posted_at, c.state::text AS state, c.revision, c.author_id, m.name, m.role::text AS role
    FROM comment c LEFT JOIN member m ON m.id = c.author_id
    WHERE ${condition(wish)} AND ${withinScope(viewer, Prisma.sql`c.article_id`)} ORDER BY c.id DESC LIMIT ${literalNumber(BULK_LIMIT + 1)}`;
  const shown = rows.slice(0, BULK_LIMIT);
  const last = await lastDecisions(
    database(),
    shown.map(({ id }) => id),
  );
  const would = { approve: 0, reject: 0, hold: 0, restore: 0 };
  for (const row of shown)
    for (const action of COMMENT_ACTIONS)
      if (
        canBe(action, row.state) &&
        mayDecideOn(
          viewer,
          row.author_id === null || row.role === null ? null : { id: row.author_id, role: row.role },
          row.article_id,
        )
      )
        would[action] += 1;
  return {
    comments: shown.map(({ id, html, posted_at, state, revision, name }) => ({
      comment: id,
      revision,
      seen: last.get(id)?.id,
      name,
      state,
      at: posted_at.toISOString(),
      excerpt: plainText(fromStore(html), EXCERPT),
    })),
    would,
    more: rows.length > BULK_LIMIT,
  };
}

const matchingIn = (
  { article, member, rule, reason, age, q }: Selection,
  queue: Queue,
  viewer: Member,
): Promise<string[]> => matching({ queue, article, member, rule, reason, age, q }, BULK_LIMIT + 1, viewer);

function condition({ pick, queue, member, days, rule, article }: Selection): Prisma.Sql {
  if (pick.length > 0 || queue !== undefined) return Prisma.sql`c.id = ANY(${pick}::uuid[])`;
  const all = [Prisma.sql`c.state IN ('visible', 'held')`];
  if (member !== undefined) all.push(Prisma.sql`m.handle = ${member}`);
  if (article !== undefined)
    all.push(Prisma.sql`c.article_id = (SELECT id FROM article WHERE slug = ${article})`);
  if (days !== undefined) all.push(Prisma.sql`c.posted_at > now() - make_interval(days => ${days}::int)`);
  if (rule !== undefined)
    all.push(
      Prisma.sql`c.state = 'held' AND EXISTS (SELECT FROM finding f WHERE f.comment_id = c.id AND f.rule = ${rule} AND f.effect = 'hold' AND f.undone_at IS NULL)`,
    );
  // Without any wish it would be everything there is.
  if (all.length === 1) all.push(Prisma.sql`false`);
  return Prisma.join(all, " AND ");
}

/** What was decided together, and how much of it can still be taken back. */
export async function bulkOf(
  bulk: string,
  viewer: Member,
): Promise<{ decided: number; action: string; at: string } | null> {
  authorize(mayModerate(viewer), viewer, t.theDeskIsForModerators);
  const rows = await database().decision.groupBy({
    by: ["action"],
    where: { bulk, commentId: { not: null }, ...scopeFilter(viewer) },
    _count: true,
    _min: { at: true },
  });
  const [row] = rows;
  return row?._min.at ? { decided: row._count, action: row.action, at: row._min.at.toISOString() } : null;
}
