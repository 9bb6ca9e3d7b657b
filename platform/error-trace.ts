/** What a terminal may act on: C0, DEL, C1 and the Unicode line and paragraph separators. JSON escapes only the first. */
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;
/** Errors that were caused by errors, followed so far. */
const CAUSES = 4;

export type ErrorTrace = {
  name: string;
  code?: string;
  sqlState?: string;
  digest?: string;
  message?: string;
  at: string[];
  cause?: ErrorTrace;
};

/** One line of text, as a log may hold it. */
export const plainLine = (text: string): string => text.replace(CONTROLS, " ").trim();

/** An error as the log holds it. A database's message quotes what somebody sent, so of such an error only its kind and place are told. */
export function traceOf(error: Error, deep = 0): ErrorTrace {
  const { name, message, stack = "", cause } = error;
  const sqlState = /Code: `(\w{5})`/.exec(message)?.[1];
  return {
    name: plainLine(name),
    ...("code" in error && { code: plainLine(String(error.code)) }),
    ...(sqlState && { sqlState }),
    ...("digest" in error && { digest: plainLine(String(error.digest)) }),
    ...(!isOfTheDatabase(error) && { message: plainLine(message) }),
    at: stack
      .split("\n")
      .flatMap((line) => /^ {4}at (.*)$/.exec(line)?.[1] ?? [])
      .map(plainLine),
    ...(cause instanceof Error && deep < CAUSES && { cause: traceOf(cause, deep + 1) }),
  };
}

/** The client's errors, its adapter's, and the driver's own, which have PostgreSQL's severity. */
const isOfTheDatabase = (error: Error): boolean =>
  error.name.startsWith("Prisma") || error.name.startsWith("DriverAdapter") || "severity" in error;
