import "server-only";

import type { Member } from "@/domain/members/member";
import { mayModerateHere, scopeOf } from "./policy";
import { Prisma } from "@/platform/database";
import { authorize } from "@/platform/refusal";
import * as t from "#messages/decisions";

/** A condition that keeps a read within what a moderator may see: everything, or some articles. `column` holds an article's id. */
export function withinScope(viewer: Member, column: Prisma.Sql): Prisma.Sql {
  const articles = scopeOf(viewer);
  return articles === null ? Prisma.sql`true` : Prisma.sql`${column} = ANY(${articles}::uuid[])`;
}

/** The same for the client's own queries, on rows with an `articleId`. */
export function scopeFilter(viewer: Member): { articleId?: { in: string[] } } {
  const articles = scopeOf(viewer);
  return articles === null ? {} : { articleId: { in: articles } };
}

/** A moderator of some articles has no say in the others. */
export function refuseOutOfScope(articleId: string | null, actor: Member): void {
  authorize(mayModerateHere(actor, articleId), actor, t.youModerateOtherArticles);
}
