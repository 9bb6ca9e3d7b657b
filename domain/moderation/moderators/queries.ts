import "server-only";

import type { Author, Member } from "@/domain/members/member";
import { mayModerate, mayModerateHere } from "@/domain/moderation/decisions/policy";
import { withinScope } from "@/domain/moderation/decisions/scope";
import type { DeskArticle } from "@/domain/moderation/queue/queue";
import { database, literalNumber, Prisma } from "@/platform/database";
import { authorize } from "@/platform/refusal";
import * as t from "#messages/desk";

/** More would be a crowd; the rest are named by the command line. */
const SHOWN = 100;

/** Who moderates this article beside the moderators of the site. */
export async function moderatorsOf(article: { id: string }, viewer: Member): Promise<Author[]> {
  authorize(mayModerateHere(viewer, article.id), viewer, t.theDeskIsForModerators);
  const rows = await database().articleModerator.findMany({
    where: { articleId: article.id, member: { hiddenAt: null } },
    orderBy: { at: "asc" },
    take: SHOWN,
    select: { member: { select: { handle: true, name: true, role: true } } },
  });
  return rows.map(({ member }) => member);
}

const LISTED = 100;

/** The articles a moderator may steer, newest first. */
export async function articlesAtTheDesk(viewer: Member): Promise<DeskArticle[]> {
  authorize(mayModerate(viewer), viewer, t.theDeskIsForModerators);
  return database().$queryRaw<DeskArticle[]>`
    SELECT a.slug, r.title, a.comments_state::text AS comments, a.moderation::text AS moderation, a.slow_seconds AS "slowSeconds",
      (SELECT count(*)::int FROM article_moderator m WHERE m.article_id = a.id) AS moderators
    FROM article a JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision
    WHERE ${withinScope(viewer, Prisma.sql`a.id`)} ORDER BY a.published_at DESC, a.id DESC LIMIT ${literalNumber(LISTED)}`;
}
