import "server-only";

import { mentioned } from "@/domain/prose/comment";
import type { Database } from "@/platform/database";

/**
 * Tells whoever a comment answers or calls by name, once each, when a moderator lets in what waited: until then nobody
 * knew of it. (What is visible at once tells them in the statement that writes it.)
 */
export async function notifyMentions(tx: Database, id: string): Promise<void> {
  const [comment] = await tx.$queryRaw<
    { source: string }[]
  >`SELECT source FROM comment WHERE id = ${id}::uuid`;
  if (!comment) return;
  await tx.$executeRaw`
    INSERT INTO notice (member_id, kind, article_id, comment_id, subject_id)
    SELECT DISTINCT ON (who) who, kind, c.article_id, c.id, c.parent_id FROM comment c CROSS JOIN LATERAL (
      SELECT p.author_id AS who, 'reply' AS kind, 1 AS nth FROM comment p WHERE p.id = c.parent_id
      UNION ALL
      SELECT m.id, 'mention', 2 FROM member m WHERE m.handle = ANY(${mentioned(comment.source)}::text[]) AND m.erased_at IS NULL
    ) those
    WHERE c.id = ${id}::uuid AND who IS NOT NULL AND who IS DISTINCT FROM c.author_id ORDER BY who, nth`;
}
