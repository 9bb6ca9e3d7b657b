import "server-only";

import type { Member } from "@/domain/members/member";
import { FOUND_AT_MOST } from "./found-at-most";
import { matching } from "./queries";
import { QUEUES, type Queue } from "./queue";
import type { QueueQuery } from "./schema";

/** Where else it is that was not found in this queue; `count` is one more than FOUND_AT_MOST where there are more. */
export async function foundElsewhere(
  query: QueueQuery,
  viewer: Member,
): Promise<{ queue: Queue; count: number }[]> {
  const others = QUEUES.filter((queue) => queue !== query.queue);
  const counted = await Promise.all(
    others.map(async (queue) => {
      const found = await matching({ ...query, queue, after: undefined }, FOUND_AT_MOST + 1, viewer);
      return { queue, count: found.length };
    }),
  );
  return counted.filter(({ count }) => count > 0);
}
