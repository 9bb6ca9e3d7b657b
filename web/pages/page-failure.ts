import "server-only";

import { AsyncLocalStorage } from "node:async_hooks";
import { noteTrouble } from "@/platform/database-trouble";
import { processSingleton } from "@/platform/process-singleton";

type Drawing = { failure?: unknown };

const drawings = processSingleton("drawing", () => new AsyncLocalStorage<Drawing>());

/**
 * Next answers every error of a page alike. What it was, Next tells its hook (`instrumentation.ts`) and nobody else, so it is noted
 * there for whoever has the page drawn. @returns what was drawn, and the last error on the way
 */
export async function withFailure<T>(draw: () => Promise<T>): Promise<{ drawn: T; failure: unknown }> {
  const drawing: Drawing = {};
  const drawn = await drawings.run(drawing, draw);
  return { drawn, failure: drawing.failure };
}

export function notePageFailure(error: unknown): void {
  noteTrouble(error);
  const drawing = drawings.getStore();
  if (drawing) drawing.failure = error;
}
