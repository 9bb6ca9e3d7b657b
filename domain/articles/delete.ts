import "server-only";

import { record } from "@/domain/events/record";
import { transaction } from "@/platform/database";
import { authorize, Conflict, NotFound } from "@/platform/refusal";
import { mayPublish, memberIn, type Publisher } from "./policy";
import * as t from "#messages/articles";

/**
 * Takes an unpublished article away for good: its address answers that it is gone, nobody can publish or revise it, and its draft
 * goes. Its text and its discussion stay for staff, because decisions and votes name them. What is done already is done.
 * @throws Conflict while readers can read it
 */
export async function deleteArticle(slug: string, by: Publisher): Promise<void> {
  authorize(mayPublish(by), memberIn(by), t.onlyEditorsDelete);
  await transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM article WHERE slug = ${slug} FOR NO KEY UPDATE`;
    const article = await tx.article.findUnique({ where: { slug } });
    if (!article) throw new NotFound(t.thereIsNoSuchArticle);
    const { id } = article;
    if (article.deletedAt !== null) return;
    if (article.unpublishedAt === null) throw new Conflict(t.unpublishItFirst);
    await tx.$executeRaw`UPDATE article SET deleted_at = now() WHERE id = ${id}::uuid`;
    await tx.articleDraft.deleteMany({ where: { articleId: id } });
    await record(tx, "article.unpublished", { articleId: id, subjectId: id });
  });
}
