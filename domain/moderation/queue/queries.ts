import "server-only";

import { database } from "@/platform/database";
import { QUEUES, WAITING, type Queue } from "@/domain/moderation/queue/queue";

/** How much is in each queue, from the maintained counts. */
export async function queueCounts(): Promise<Record<Queue, number>> {
  const rows = await database().queueCount.groupBy({ by: ["queue"], _sum: { items: true } });
  const counts = new Map(rows.map(({ queue, _sum }) => [queue, _sum.items ?? 0]));
  const count = (queue: Queue) => counts.get(queue) ?? 0;
  return {
    reported: count("reported"),
    held: count("held"),
    new: count("new"),
    appeals: count("appeals"),
    approved: count("approved"),
    rejected: count("rejected"),
  };
}

/** How much asks for a moderator now. */
export async function waiting(): Promise<number> {
  const counts = await queueCounts();
  return QUEUES.filter((queue) => WAITING.includes(queue)).reduce((sum, queue) => sum + counts[queue], 0);
}
