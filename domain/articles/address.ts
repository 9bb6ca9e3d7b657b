import "server-only";

import { Prisma, query, type Database } from "@/platform/database";

type AddressOwner = { slug: string; deleted: boolean };

/** What became of an article that readers do not find at an address: where it stands now, or that it was deleted; null where neither. */
export async function whereabouts(slug: string): Promise<AddressOwner | null> {
  const [there] = await query<AddressOwner>(Prisma.sql`
    SELECT a.slug, a.deleted_at IS NOT NULL AS deleted FROM article a
    WHERE a.id = coalesce((SELECT id FROM article WHERE slug = ${slug}), (SELECT article_id FROM article_address WHERE slug = ${slug}))
      AND (a.deleted_at IS NOT NULL OR (a.unpublished_at IS NULL AND a.slug <> ${slug}))`);
  return there ?? null;
}

/** Where the article stands now that had this address before, or null. */
export async function movedTo(tx: Database, slug: string): Promise<string | null> {
  const moved = await tx.articleAddress.findUnique({ where: { slug }, select: { article: true } });
  return moved?.article.slug ?? null;
}

/**
 * Gives an article another address; the old one leads to it from now on.
 * @returns false where another article has that address, or had it
 */
export async function moveArticle(
  tx: Database,
  { id, slug }: { id: string; slug: string },
  to: string,
): Promise<boolean> {
  const [taken, before] = await Promise.all([
    tx.article.findUnique({ where: { slug: to }, select: { id: true } }),
    tx.articleAddress.findUnique({ where: { slug: to } }),
  ]);
  if (taken || (before && before.articleId !== id)) return false;
  if (before) await tx.articleAddress.delete({ where: { slug: to } });
  await tx.articleAddress.create({ data: { slug, articleId: id } });
  await tx.article.update({ where: { id }, data: { slug: to } });
  return true;
}
