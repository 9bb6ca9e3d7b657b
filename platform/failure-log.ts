import "server-only";

import { troubleOf } from "./database-trouble";
import { log } from "./log";
import { processSingleton } from "./process-singleton";

/** A trouble of the database fails every request: it is told once in so long, with how many; milliseconds. */
const TOLD_EVERY = 60_000;

type Told = { at: number; since: number };
const told = processSingleton("failures-told", () => new Map<string, Told>());

/**
 * Writes down what a request failed on. A bug is told each time, with where it was; a trouble of the database once a minute, without,
 * and with how many there were `before` that nobody was told of.
 * @param about names of ours: a method, a route
 */
export function logFailure(error: unknown, about: Readonly<Record<string, unknown>>, message: string): void {
  const trouble = troubleOf(error);
  if (!trouble) {
    log.error({ err: error, ...about }, message);
    return;
  }
  const last = told.get(trouble);
  if (last && performance.now() - last.at < TOLD_EVERY) {
    last.since += 1;
    return;
  }
  told.set(trouble, { at: performance.now(), since: 0 });
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  log.error({ trouble, code, before: last?.since ?? 0, ...about }, `${message}: trouble with the database`);
}
