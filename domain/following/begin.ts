import "server-only";

import { Prisma } from "@/platform/database";

/**
 * Whoever takes part follows the discussion, unless they said something of it before. What the ballot box does after a vote
 * (prisma/functions/ballots.sql), for a comment.
 * @param who rows of author_id and article_id, as something to select from
 */
export const beginFollowing = (who: Prisma.Sql): Prisma.Sql => Prisma.sql`
  INSERT INTO following (member_id, article_id, subject_id, state)
  SELECT author_id, article_id, article_id, 'followed' FROM ${who} w ON CONFLICT DO NOTHING`;
