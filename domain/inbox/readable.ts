import "server-only";

import { ABOUT_COMMENTS, OF_DISCUSSIONS } from "./notice";
import { PUBLISHED } from "@/domain/articles/published";
import { Prisma } from "@/platform/database";

/** What a `notice n` is about, as it is now. */
export const noticeJoins = Prisma.sql`LEFT JOIN article a ON a.id = n.article_id LEFT JOIN comment c ON c.id = n.comment_id`;

/**
 * Whether what a notice is about can still be read. What was removed, held or taken from readers since is in no inbox, no badge and no
 * mail, and there again when it is back; what concerns oneself, as a decision does, always is.
 */
export const READABLE = Prisma.sql`
  CASE WHEN n.kind = ANY (${[...ABOUT_COMMENTS]}::text[]) THEN c.state = 'visible' AND ${PUBLISHED}
    WHEN n.kind = ANY (${[...OF_DISCUSSIONS]}::text[]) THEN ${PUBLISHED}
    WHEN n.kind = 'honour' THEN c.state = 'visible' ELSE true END`;
