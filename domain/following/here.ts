import "server-only";

import type { Member } from "@/domain/members/member";
import {
  BRANCHES_MOST,
  FOLLOWING_STATES,
  MUTED_MOST,
  type FollowingHere,
  type FollowingState,
} from "./following";
import { database, literalNumber, Prisma } from "@/platform/database";

/** What a viewer said of a discussion and its branches, and whom they muted. */
export type FollowingRows = { subjects: { id: string; state: string }[]; muted: string[] };

export const NOTHING_SAID: FollowingRows = { subjects: [], muted: [] };

/** `FollowingRows` as JSON, for a query that has read the article. @param article its id, as something to select */
export const followingColumn = (article: Prisma.Sql, viewer: Member): Prisma.Sql => Prisma.sql`
  json_build_object('subjects', (
      SELECT coalesce(json_agg(json_build_object('id', f.subject_id, 'state', f.state)), '[]') FROM (
        SELECT subject_id, state FROM following WHERE member_id = ${viewer.id}::uuid AND article_id = ${article} AND state <> 'ended'
        LIMIT ${literalNumber(BRANCHES_MOST + 1)}) f),
    'muted', (
      SELECT coalesce(json_agg(m.handle), '[]') FROM (
        SELECT muted_id FROM member_mute WHERE member_id = ${viewer.id}::uuid LIMIT ${literalNumber(MUTED_MOST)}) mm
      CROSS JOIN LATERAL (SELECT handle FROM member WHERE id = mm.muted_id AND hidden_at IS NULL LIMIT 1) m))`;

/** The same as pages are told it. */
export function followingHere({ subjects, muted }: FollowingRows, articleId: string): FollowingHere {
  const said = subjects.flatMap(({ id, state }): [string, FollowingState][] => {
    const known = FOLLOWING_STATES.find((one) => one === state);
    return known ? [[id, known]] : [];
  });
  return {
    discussion: said.find(([id]) => id === articleId)?.[1] ?? null,
    branches: Object.fromEntries(said.filter(([id]) => id !== articleId)),
    muted,
  };
}

/** For a page about one discussion or comment. */
export async function followingIn(articleId: string, viewer: Member): Promise<FollowingHere> {
  const [found] = await database().$queryRaw<{ rows: FollowingRows }[]>(
    Prisma.sql`SELECT ${followingColumn(Prisma.sql`${articleId}::uuid`, viewer)} AS rows`,
  );
  return followingHere(found?.rows ?? NOTHING_SAID, articleId);
}
