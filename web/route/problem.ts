import "server-only";

import { STATUS_CODES } from "node:http";
import { z } from "zod";
import { isRefusal, type Refusal } from "@/platform/refusal";
import * as t from "#messages/api";

/** RFC 9457, "Problem Details for HTTP APIs". `fields` names what to mend, `current` what holds instead, `retryAfter` is in seconds. */
export const ProblemSchema = z
  .strictObject({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
    current: z.unknown().optional(),
    retryAfter: z.int().optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.output<typeof ProblemSchema>;

export const PROBLEM_TYPE = "application/problem+json";

export function problemOf(refusal: Refusal): Problem {
  const { fields, current, retryAfter } = refusal.extra;
  return {
    type: "about:blank",
    title: STATUS_CODES[refusal.status] ?? "Refused",
    status: refusal.status,
    detail: refusal.message,
    ...(fields && { fields }),
    ...(current !== undefined && { current }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

export const AWAY: Problem = {
  type: "about:blank",
  title: "Service Unavailable",
  status: 503,
  detail: t.mootCannotReachItsDatabase,
  retryAfter: 2,
};

export const BROKEN: Problem = {
  type: "about:blank",
  title: "Internal Server Error",
  status: 500,
  detail: t.somethingWentWrongWrittenDown,
};

/** What the client, the pool and the server's shutdown call a database that is not there. */
const AWAY_CODES = new Set([
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "ENOENT",
  "EPIPE",
  "57P01",
  "57P02",
  "57P03",
  "08006",
  "08001",
  "08003",
  "53300",
]);
const AWAY_WORDS =
  /can't reach database|connection terminated|terminating connection|timeout exceeded when trying to connect|not queryable|connection error|server has closed the connection|database system is (starting|shutting)/i;
/** The client puts PostgreSQL's own code into the sentence (P2010, "Raw query failed. Code: `57P01`"). */
const CODE_INSIDE = /Code: `(57P0[123]|08[0-9A-Z]{3}|53300)`/;

/** Is this error the database being away, rather than a bug of ours? */
export function isDatabaseAway(error: unknown): boolean {
  for (let one = error, deep = 0; one instanceof Error && deep < 5; one = one.cause, deep++) {
    if ("code" in one && AWAY_CODES.has(String(one.code))) return true;
    if (AWAY_WORDS.test(one.message) || CODE_INSIDE.test(one.message)) return true;
  }
  return false;
}

/** Every error as a problem: an expected no, a database away, or a bug. */
export function problemFrom(error: unknown): Problem {
  if (isRefusal(error)) return problemOf(error);
  return isDatabaseAway(error) ? AWAY : BROKEN;
}

export function asProblem(problem: Problem): Response {
  const headers = new Headers({
    "content-type": `${PROBLEM_TYPE}; charset=utf-8`,
    "cache-control": "private, no-store",
  });
  if (problem.retryAfter) headers.set("retry-after", String(problem.retryAfter));
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}
