import "server-only";

import { mentioned } from "@/domain/prose/comment";
import { Prisma, type Database } from "@/platform/database";

/**
 * Tells whoever a comment answers or calls by name, once each, when a moderator lets in what waited: until then nobody
 * knew of it. (What is visible at once tells them in the statement that writes it, post.ts.)
 */
export async function notifyMentions(tx: Database, id: string): Promise<void> {
  const [comment] = await tx.$queryRaw<
    { source: string }[]
  >`SELECT source FROM comment WHERE id = ${id}::uuid`;
  if (!comment) return;
  await tx.$executeRaw(
    keepNotices(Prisma.sql`(SELECT * FROM comment WHERE id = ${id}::uuid)`, comment.source),
  );
}

/**
 * Writes the notices of a comment: for whom it answers and whom `text` calls by name, once each, and never for its author.
 * @param comment its row, as something to select from
 */
export const keepNotices = (comment: Prisma.Sql, text: string): Prisma.Sql => Prisma.sql`
  INSERT INTO notice (member_id, kind, article_id, comment_id, subject_id)
  SELECT DISTINCT ON (who) who, kind, c.article_id, c.id, c.parent_id FROM ${comment} c CROSS JOIN LATERAL (
    SELECT p.author_id AS who, 'reply' AS kind, 1 AS nth FROM comment p WHERE p.id = c.parent_id
    UNION ALL SELECT m.id, 'mention', 2 FROM member m WHERE m.handle = ANY(${mentioned(text)}::text[]) AND m.hidden_at IS NULL
  ) those WHERE who IS NOT NULL AND who IS DISTINCT FROM c.author_id ORDER BY who, nth`;
