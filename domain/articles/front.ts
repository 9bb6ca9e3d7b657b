import "server-only";

import { literalNumber, Prisma } from "@/platform/database";
import type { Front } from "./article";
import { chosen, PUBLIC_LIST } from "./queries";

/** A list beside the newest articles is read at a glance. */
const AT_A_GLANCE = 3;
/** A poll closes soon when it does within so many days. */
const SOON_DAYS = 7;
/** Of so many of the newest articles the most argued are chosen. */
const RECENT = 200;

/** @param lead the article that stands on top already */
export async function front(lead: string): Promise<Front> {
  const [closingSoon, mostArgued] = await Promise.all([
    chosen(Prisma.sql`
      poll soon JOIN article a ON a.id = soon.article_id ${PUBLIC_LIST}
      WHERE soon.closes_at > now() AND soon.closes_at < now() + make_interval(days => ${SOON_DAYS}::int) AND soon.opens_at <= now()
        AND a.id <> ${lead}::uuid
      ORDER BY soon.closes_at, a.id LIMIT ${literalNumber(AT_A_GLANCE)}`),
    chosen(Prisma.sql`
      (SELECT * FROM article WHERE unpublished_at IS NULL ORDER BY published_at DESC, id DESC LIMIT ${literalNumber(RECENT)}) a ${PUBLIC_LIST}
      WHERE c.visible > 0 AND a.id <> ${lead}::uuid
      ORDER BY c.visible DESC, a.published_at DESC, a.id DESC LIMIT ${literalNumber(AT_A_GLANCE)}`),
  ]);
  return { closingSoon, mostArgued };
}
