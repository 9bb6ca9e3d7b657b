import "server-only";
import pino from "pino";
import { env } from "./env";

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
  formatters: { level: (label) => ({ level: label }) },
  redact: { paths: PERSONAL.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "…" },
});
