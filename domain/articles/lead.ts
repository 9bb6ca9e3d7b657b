import "server-only";

import type { Member } from "@/domain/members/member";
import { database, literalNumber, Prisma, transaction } from "@/platform/database";
import { authorize, Conflict, NotFound } from "@/platform/refusal";
import type { ListedArticle } from "./article";
import { mayWrite } from "./policy";
import { chosen, PUBLIC_LIST } from "./queries";
import * as t from "#messages/articles";

/** The article that an editor put on top of the front page, where readers can read it; null where the newest stands there. */
export async function chosenLead(): Promise<ListedArticle | null> {
  const [lead] = await chosen(Prisma.sql`
    article a ${PUBLIC_LIST} WHERE a.lead_since IS NOT NULL ORDER BY a.lead_since DESC LIMIT ${literalNumber(1)}`);
  return lead ?? null;
}

/** Puts an article on top of the front page, in the place of the one that stood there. @throws Conflict while it is unpublished */
export async function putOnTop(slug: string, by: Member): Promise<void> {
  authorize(mayWrite(by), by, t.onlyEditorsWrite);
  await transaction(async (tx) => {
    // Of two who do this at once one waits, so that one article is on top.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('the lead', 0))`;
    const article = await tx.article.findUnique({ where: { slug } });
    if (!article) throw new NotFound(t.thereIsNoSuchArticle);
    if (article.unpublishedAt !== null) throw new Conflict(t.publishItFirst);
    await tx.$executeRaw`UPDATE article SET lead_since = NULL WHERE lead_since IS NOT NULL AND id <> ${article.id}::uuid`;
    await tx.$executeRaw`UPDATE article SET lead_since = coalesce(lead_since, now()) WHERE id = ${article.id}::uuid`;
  });
}

/** The newest stands there again. What is done already is done. */
export async function takeOffTheTop(slug: string, by: Member): Promise<void> {
  authorize(mayWrite(by), by, t.onlyEditorsWrite);
  const { count } = await database().article.updateMany({ where: { slug }, data: { leadSince: null } });
  if (count === 0) throw new NotFound(t.thereIsNoSuchArticle);
}
