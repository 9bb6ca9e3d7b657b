import "server-only";

import { processSingleton } from "@/platform/process-singleton";

/** Whether this process is ending, and what must be told: open streams end themselves, so that none holds up the end. */
export const closing = processSingleton("closing", () => ({ begun: false, closers: new Set<() => void>() }));

export function onClosing(closer: () => void): () => void {
  closing.closers.add(closer);
  return () => closing.closers.delete(closer);
}

export function runClosers(): void {
  for (const closer of closing.closers) closer();
}
