import "server-only";

import { format } from "node:util";
import { type ErrorTrace, plainLine, traceOf } from "./error-trace";
import { log } from "./log";

const LEVELS = {
  log: "info",
  info: "info",
  debug: "debug",
  warn: "warn",
  error: "error",
  trace: "debug",
} as const;

/**
 * Libraries, Next among them, print to the console: a line of their own making, with the line breaks of whoever asked.
 * From here on each of it is one JSON line of our log.
 */
export function logTheConsole(target: Pick<Console, keyof typeof LEVELS> = console): void {
  for (const [method, level] of Object.entries(LEVELS))
    target[method as keyof typeof LEVELS] = (...words: unknown[]) => {
      const { message, ...more } = lineOf(words);
      log[level](more, message);
    };
}

/** @returns the words as one line, and the errors among them */
export function lineOf(words: readonly unknown[]): {
  message: string;
  errors?: ErrorTrace[];
} {
  const errors = words.filter((word) => word instanceof Error);
  const said = words.filter((word) => !(word instanceof Error));
  const message = said.length > 0 ? plainLine(format(...said)) : "an error was printed";
  return errors.length > 0 ? { message, errors: errors.map((error) => traceOf(error)) } : { message };
}
