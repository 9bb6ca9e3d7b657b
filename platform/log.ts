import "server-only";
import pino from "pino";
import { currentRequest } from "./current-request";
import { env } from "./env";
import { traceOf } from "./error-trace";

/** What must never reach a log, wherever in an object it appears: a person's words, address or secrets. */
const PERSONAL = ["email", "password", "body", "text", "cookie", "authorization", "token", "secret"];

/**
 * JSON lines on stdout. Say what happened and to which id, never what somebody wrote:
 * `log.warn({ requestId, articleId }, "a vote came after the poll had closed")`.
 */
export const log = pino({
  level: env.logLevel,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: (error: unknown) => (error instanceof Error ? traceOf(error) : "not an error") },
  mixin: () => requestIdOf(currentRequest()),
  formatters: { level: (label) => ({ level: label }) },
  redact: { paths: PERSONAL.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "…" },
});

const requestIdOf = (request: { id: string } | null) => (request ? { requestId: request.id } : {});
