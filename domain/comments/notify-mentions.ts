import "server-only";

import { mentioned, quotedWords } from "@/domain/prose/comment";
import { Prisma, type Database } from "@/platform/database";

/**
 * Tells everybody whom a comment concerns when a moderator lets in what waited: until then nobody knew of it. (What is visible at
 * once tells them in the statement that writes it, post.ts.)
 */
export async function notifyMentions(tx: Database, id: string): Promise<void> {
  const [comment] = await tx.$queryRaw<
    { source: string }[]
  >`SELECT source FROM comment WHERE id = ${id}::uuid`;
  if (!comment) return;
  await tx.$queryRaw(
    Prisma.sql`SELECT ${tellOfComment(comment.source)} FROM comment c WHERE c.id = ${id}::uuid`,
  );
}

/** Of a row `c`: writes the notices of the comment with this text, and announces it to those who follow. An expression; its value is how many were told. */
export const tellOfComment = (text: string): Prisma.Sql => Prisma.sql`
  tell_of_comment(c.id, c.article_id, c.parent_id, c.author_id, ${mentioned(text)}::text[], ${quotedWords(text)}::text[])`;
