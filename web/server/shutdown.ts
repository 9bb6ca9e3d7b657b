import "server-only";

import { processSingleton } from "@/platform/process-singleton";

/** Whether this process is ending, and what must be told: open streams end themselves, so that none holds up the end. */
export const shutdown = processSingleton("shutdown", () => ({
  begun: false,
  listeners: new Set<() => void>(),
}));

export function onShutdown(listener: () => void): () => void {
  shutdown.listeners.add(listener);
  return () => shutdown.listeners.delete(listener);
}

export function runShutdownListeners(): void {
  for (const listener of shutdown.listeners) listener();
}
