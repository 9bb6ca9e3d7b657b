import "server-only";

import { record } from "@/domain/events/record";
import { transaction } from "@/platform/database";
import { authorize, Gone, NotFound } from "@/platform/refusal";
import { mayPublish, memberIn, type Publisher } from "./policy";
import * as t from "#messages/articles";

/**
 * Takes an article from readers: from its page, lists, feeds and the sitemap, with its discussion, which stays for staff.
 * What is done already is done.
 */
export const unpublish = (slug: string, by: Publisher): Promise<void> => set(slug, false, by);

/** Gives readers the article again, as it was. */
export const publishAgain = (slug: string, by: Publisher): Promise<void> => set(slug, true, by);

async function set(slug: string, isPublic: boolean, by: Publisher): Promise<void> {
  authorize(mayPublish(by), memberIn(by), t.onlyEditorsUnpublish);
  await transaction(async (tx) => {
    const [article] = await tx.$queryRaw<{ id: string; isPublic: boolean; isDeleted: boolean }[]>`
      SELECT id, unpublished_at IS NULL AS "isPublic", deleted_at IS NOT NULL AS "isDeleted" FROM article WHERE slug = ${slug} FOR NO KEY UPDATE`;
    if (!article) throw new NotFound(t.thereIsNoSuchArticle);
    const { id } = article;
    if (article.isDeleted) throw new Gone(t.thisArticleWasDeleted);
    if (article.isPublic === isPublic) return;
    await tx.$executeRaw`
      UPDATE article SET unpublished_at = CASE WHEN ${isPublic} THEN NULL ELSE now() END WHERE id = ${id}::uuid`;
    await record(tx, isPublic ? "article.published" : "article.unpublished", {
      articleId: id,
      subjectId: id,
    });
  });
}
