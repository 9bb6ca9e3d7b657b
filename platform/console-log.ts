import "server-only";

import { format } from "node:util";
import { log } from "./log";

const LEVELS = {
  log: "info",
  info: "info",
  debug: "debug",
  warn: "warn",
  error: "error",
  trace: "debug",
} as const;

/** What a terminal may act on: C0, DEL, C1 and the Unicode line and paragraph separators. JSON escapes only the first. */
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;

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
  errors?: ReturnType<typeof traceOf>[];
} {
  const errors = words.filter((word) => word instanceof Error);
  const said = words.filter((word) => !(word instanceof Error));
  const message = said.length > 0 ? plain(format(...said)) : "an error was printed";
  return errors.length > 0 ? { message, errors: errors.map(traceOf) } : { message };
}

/** A database's message quotes what somebody sent, so of such an error only its kind and place are told. */
function traceOf(error: Error) {
  const { name, message, stack = "" } = error;
  return {
    name,
    ...("code" in error && { code: plain(String(error.code)) }),
    ...("digest" in error && { digest: plain(String(error.digest)) }),
    ...(!name.startsWith("Prisma") && { message: plain(message) }),
    at: stack
      .split("\n")
      .flatMap((line) => /^ {4}at (.*)$/.exec(line)?.[1] ?? [])
      .map(plain),
  };
}

const plain = (text: string): string => text.replace(CONTROLS, " ").trim();
