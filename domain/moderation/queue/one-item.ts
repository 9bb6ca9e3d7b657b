import "server-only";

import type { Member } from "@/domain/members/member";
import { mayModerate } from "@/domain/moderation/decisions/policy";
import { withinScope } from "@/domain/moderation/decisions/scope";
import { describeItems, type QueueRow } from "./items";
import { QUEUES, type DeskItem } from "./queue";
import { database, Prisma } from "@/platform/database";
import { authorize, NotFound } from "@/platform/refusal";
import * as t from "#messages/desk";

/**
 * One comment as the desk shows it, in whichever queue it is: the first of them in the desk's order, or none any more.
 * @throws SignInFirst, NotAllowed; NotFound where there is no such comment within the moderator's reach
 */
export async function deskItem(commentId: string, viewer: Member): Promise<DeskItem> {
  authorize(mayModerate(viewer), viewer, t.theDeskIsForModerators);
  const rows = await database().$queryRaw<QueueRow[]>`
    SELECT coalesce(q.queue, '') AS queue, c.id AS subject_id, c.id AS comment_id, coalesce(q.since, c.posted_at) AS since,
      q.claimed_by, q.claimed_until, claimer.name AS claimed_name
    FROM comment c LEFT JOIN queue_item q ON q.subject_id = c.id
    LEFT JOIN member claimer ON claimer.id = q.claimed_by AND q.claimed_until > now()
    WHERE c.id = ${commentId}::uuid AND ${withinScope(viewer, Prisma.sql`c.article_id`)}
    ORDER BY array_position(${[...QUEUES]}::text[], q.queue) LIMIT 1`;
  const [item] = await describeItems(rows, viewer);
  if (!item) throw new NotFound(t.commentNotFound);
  return item;
}
