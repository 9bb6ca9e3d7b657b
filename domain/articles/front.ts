import "server-only";

import { literalNumber, Prisma, query } from "@/platform/database";
import type { Front, Moved } from "./article";
import { chosen, PUBLIC_LIST } from "./queries";

/** A list beside the newest articles is read at a glance. */
const AT_A_GLANCE = 3;
/** A poll closes soon when it does within so many days. */
const SOON_DAYS = 7;
/** Of so many of the newest articles the most argued are chosen. */
const RECENT = 200;
/** What moved is news for so long. Days. */
const MOVED_WITHIN = 7;
/** Of so many that moved those are taken whose results everybody may see; polls that hide them are seldom so many. */
const MOVED_LOOKED_AT = 12;

/** @param lead the article that stands on top already */
export async function front(lead: string): Promise<Front> {
  const [closingSoon, mostArgued, mindsChanged] = await Promise.all([
    chosen(Prisma.sql`
      poll soon JOIN article a ON a.id = soon.article_id ${PUBLIC_LIST}
      WHERE soon.closes_at > now() AND soon.closes_at < now() + make_interval(days => ${SOON_DAYS}::int) AND soon.opens_at <= now()
        AND a.id <> ${lead}::uuid
      ORDER BY soon.closes_at, a.id LIMIT ${literalNumber(AT_A_GLANCE)}`),
    chosen(Prisma.sql`
      (SELECT * FROM article WHERE unpublished_at IS NULL ORDER BY published_at DESC, id DESC LIMIT ${literalNumber(RECENT)}) a ${PUBLIC_LIST}
      WHERE c.visible > 0 AND a.id <> ${lead}::uuid
      ORDER BY c.visible DESC, a.published_at DESC, a.id DESC LIMIT ${literalNumber(AT_A_GLANCE)}`),
    moved(lead),
  ]);
  return { closingSoon, mostArgued, mindsChanged };
}

/**
 * Where minds changed: by the figure that the debate's own page shows to everybody, and by when that was published. Nothing new is
 * told: no difference of two figures, and nothing of a poll whose results wait.
 */
async function moved(lead: string): Promise<Moved[]> {
  const rows = await query<{ articleId: string; moved: number }>(Prisma.sql`
    SELECT p.article_id AS "articleId", m.moved FROM published_movement m JOIN poll p ON p.id = m.poll_id
    WHERE m.as_of > now() - make_interval(days => ${MOVED_WITHIN}::int) AND p.article_id <> ${lead}::uuid
    ORDER BY m.moved DESC, m.poll_id LIMIT ${literalNumber(MOVED_LOOKED_AT)}`);
  if (rows.length === 0) return [];
  const found = await chosen(Prisma.sql`
    article a ${PUBLIC_LIST} WHERE a.id = ANY (${rows.map(({ articleId }) => articleId)}::uuid[])`);
  const seen = new Map(found.flatMap((one) => (one.poll?.votes == null ? [] : [[one.id, one]])));
  return rows
    .flatMap(({ articleId, moved }) => {
      const article = seen.get(articleId);
      return article ? [{ ...article, moved }] : [];
    })
    .slice(0, AT_A_GLANCE);
}
