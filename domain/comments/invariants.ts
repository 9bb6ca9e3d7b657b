import "server-only";

import type { Invariant, Difference } from "@/platform/invariant";
import { database, Prisma } from "@/platform/database";
import * as t from "#messages/comments";

/** What is true of every sound thread. `moot check` runs these; each is one query over the whole table. */
export const invariants: readonly Invariant[] = [
  invariant(
    t.aCommentsRepliesAreTheListed,
    Prisma.sql`
      SELECT 'comment ' || c.id, c.reply_count, coalesce(n.replies, 0) FROM comment c
      LEFT JOIN (SELECT parent_id, count(*) AS replies FROM comment WHERE listed GROUP BY 1) n ON n.parent_id = c.id
      WHERE c.reply_count <> coalesce(n.replies, 0)`,
  ),
  invariant(
    t.aRootCountsItsWholeThread,
    Prisma.sql`
      SELECT 'comment ' || c.id, c.thread_count, coalesce(n.below, 0) FROM comment c
      LEFT JOIN (SELECT root_id, count(*) AS below FROM comment WHERE listed GROUP BY 1) n ON n.root_id = c.id
      WHERE c.thread_count <> coalesce(n.below, 0)`,
  ),
  invariant(
    t.anArticleCountsTheComments,
    Prisma.sql`
      SELECT 'article ' || a.article_id, a.visible, coalesce(n.visible, 0)
      FROM (SELECT article_id, sum(visible) AS visible FROM article_count GROUP BY 1) a
      LEFT JOIN (SELECT article_id, count(*) AS visible FROM comment WHERE state = 'visible' GROUP BY 1) n USING (article_id)
      WHERE a.visible <> coalesce(n.visible, 0)`,
  ),
  invariant(
    t.anArticleCountsItsListed,
    Prisma.sql`
      SELECT 'article ' || a.article_id, a.roots, coalesce(n.roots, 0)
      FROM (SELECT article_id, sum(roots) AS roots FROM article_count GROUP BY 1) a
      LEFT JOIN (SELECT article_id, count(*) AS roots FROM comment WHERE listed AND parent_id IS NULL GROUP BY 1) n USING (article_id)
      WHERE a.roots <> coalesce(n.roots, 0)`,
  ),
  invariant(
    t.aCommentsReactionsAreCounted,
    Prisma.sql`
      SELECT 'comment ' || c.id, c.respect || ' respect, ' || c.unconvinced || ' unconvinced',
        coalesce(n.respect, 0) || ' respect, ' || coalesce(n.unconvinced, 0) || ' unconvinced'
      FROM comment c LEFT JOIN (
        SELECT comment_id, count(*) FILTER (WHERE kind = 'respect') AS respect, count(*) FILTER (WHERE kind = 'unconvinced') AS unconvinced
        FROM reaction GROUP BY 1) n ON n.comment_id = c.id
      WHERE c.respect <> coalesce(n.respect, 0) OR c.unconvinced <> coalesce(n.unconvinced, 0)`,
  ),
  invariant(
    t.aCommentsRankFollows,
    Prisma.sql`
      SELECT 'comment ' || id, best, best_rank(respect, unconvinced) FROM comment
      WHERE abs(best - best_rank(respect, unconvinced)) > 1e-12`,
  ),
  invariant(
    t.aCommentCountsTheReports,
    Prisma.sql`
      SELECT 'comment ' || c.id, c.open_reports, coalesce(n.open, 0) FROM comment c
      LEFT JOIN (SELECT comment_id, count(*) AS open FROM report WHERE state = 'open' GROUP BY 1) n ON n.comment_id = c.id
      WHERE c.open_reports <> coalesce(n.open, 0)`,
  ),
  invariant(
    t.aReplyIsOneStepBelow,
    Prisma.sql`
      SELECT 'comment ' || c.id, concat_ws(' ', c.depth, c.root_id, c.article_id), concat_ws(' ', p.depth + 1, coalesce(p.root_id, p.id), p.article_id)
      FROM comment c JOIN comment p ON p.id = c.parent_id
      WHERE (c.depth, c.root_id, c.article_id) IS DISTINCT FROM (p.depth + 1, coalesce(p.root_id, p.id), p.article_id)`,
  ),
  invariant(
    t.aCommentShowsTheText,
    Prisma.sql`
      SELECT 'comment ' || c.id, 'revision ' || c.revision, CASE WHEN r.number IS NULL THEN 'none' ELSE 'another text' END
      FROM comment c LEFT JOIN comment_revision r ON r.comment_id = c.id AND r.number = c.revision
      WHERE r.number IS NULL OR (r.source, r.html) IS DISTINCT FROM (c.source, c.html)`,
  ),
  invariant(
    t.aVisibleCommentIsListed,
    Prisma.sql`
      SELECT 'comment ' || c.id, c.state || CASE WHEN c.listed THEN '' ELSE ', not listed' END, CASE WHEN n.open > 0 THEN n.open || ' removals' ELSE 'no removal' END
      FROM comment c CROSS JOIN LATERAL (SELECT count(*) AS open FROM removal r WHERE r.comment_id = c.id AND r.ended_at IS NULL) n
      WHERE (c.state = 'visible' AND (NOT c.listed OR n.open > 0)) OR (c.state = 'withdrawn' AND n.open = 0)
        OR (c.state = 'rejected' AND n.open = 0)`,
  ),
];

function invariant(name: string, differences: Prisma.Sql): Invariant {
  return {
    name,
    run: () =>
      database().$queryRaw<Difference[]>`
        SELECT d.place AS where, d.stored::text AS stored, d.counted::text AS counted FROM (${differences}) d(place, stored, counted)
        LIMIT 1000`,
  };
}
