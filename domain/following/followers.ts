import "server-only";

import { database, Prisma } from "@/platform/database";

/** Who is to hear of a comment, a slice at a time; `beyond` is where the next slice begins, null after the last. */
type Followers = { members: string[]; beyond: string | null };

/**
 * Ids of those who follow the discussion a comment stands in, or the nearest branch of it they said something of: not its author,
 * not who muted that, nor who muted the branch. Voters and commenters follow by themselves until they end it.
 * @param beyond where the slice before ended, or null
 * @param most members that are looked at for one slice, of whom some may not be told
 */
export async function followersOf(
  commentId: string,
  beyond: string | null,
  most: number,
): Promise<Followers> {
  const rows = await database().$queryRaw<{ member_id: string; hears: boolean }[]>`
    SELECT member_id, hears FROM followers_of(${commentId}::uuid, ${beyond}::uuid, ${most}::int)`;
  return {
    members: rows.filter(({ hears }) => hears).map(({ member_id }) => member_id),
    beyond: rows.length < most ? null : (rows.at(-1)?.member_id ?? null),
  };
}

/**
 * Whether `who` wants to hear nothing of a comment, be it a reply to them or a mention: they muted its author, or the nearest of what
 * it stands in. Decisions of staff are no comments, and are told in any case.
 * @param comment the name of a row of `comment`, which may be one that is being written
 */
export const isMutedFor = (who: Prisma.Sql, comment: Prisma.Sql): Prisma.Sql => Prisma.sql`
  is_muted_for(${who}, ${comment}.article_id, ${comment}.id, ${comment}.parent_id, ${comment}.author_id)`;
