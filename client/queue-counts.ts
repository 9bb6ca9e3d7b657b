import type { Queue } from "@/domain/moderation/queue/queue";

/** How much is in each queue now. */
export type QueueCounts = Record<Queue, number>;

declare global {
  interface DocumentEventMap {
    "moot:queue-counts": CustomEvent<QueueCounts>;
  }
}

const NAME = "moot:queue-counts";

/** Tells whatever shows the counts. */
export const tellQueueCounts = (counts: QueueCounts): boolean =>
  document.dispatchEvent(new CustomEvent(NAME, { detail: counts }));

/** @returns the end of it */
export function onQueueCounts(hear: (counts: QueueCounts) => void): () => void {
  const listener = ({ detail }: CustomEvent<QueueCounts>) => hear(detail);
  document.addEventListener(NAME, listener);
  return () => document.removeEventListener(NAME, listener);
}
