import type { QueueQuery } from "@/domain/moderation/queue/schema";

/** The names in the desk's address. */
export const DESK_FILTERS = ["queue", "article", "member", "rule", "reason", "age", "q", "after"] as const;

/** What one asks of a queue, wherever in it one is. */
export type DeskFilters = Partial<Pick<QueueQuery, "article" | "member" | "rule" | "reason" | "age" | "q">>;

/** The desk as it is asked for. An appeal is no report and no check holds it, so that is not asked of appeals. */
export function deskPath(
  query: DeskFilters & Partial<Pick<QueueQuery, "queue" | "after">>,
  page = "/moderation",
): string {
  const search = new URLSearchParams();
  for (const name of DESK_FILTERS) {
    const isLost = query.queue === "appeals" && (name === "rule" || name === "reason");
    const value = query[name];
    if (value !== undefined && !isLost) search.set(name, String(value));
  }
  return `${page}?${search.toString()}`;
}

/** Whether fewer are shown than are in the queue. */
export const isNarrowed = ({ article, member, rule, reason, age, q }: DeskFilters): boolean =>
  [article, member, rule, reason, age, q].some((value) => value !== undefined);
