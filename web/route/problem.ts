import "server-only";

import { STATUS_CODES } from "node:http";
import { z } from "zod";
import { noteTrouble, troubleOf } from "@/platform/database-trouble";
import { isRefusal, type Refusal } from "@/platform/refusal";
import * as t from "#messages/api";

/** RFC 9457, "Problem Details for HTTP APIs". `fields` names what to mend, `current` what holds instead, `retryAfter` is in seconds;
 * with `reauthenticate` whoever is signed in shall first show once more that it is them (`/session/confirmation`). */
export const ProblemSchema = z
  .strictObject({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
    current: z.unknown().optional(),
    retryAfter: z.int().optional(),
    reauthenticate: z.literal(true).optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.output<typeof ProblemSchema>;

export const PROBLEM_TYPE = "application/problem+json";

export function problemOf(refusal: Refusal): Problem {
  const { fields, current, retryAfter, reauthenticate } = refusal.extra;
  return {
    type: "about:blank",
    title: STATUS_CODES[refusal.status] ?? "Refused",
    status: refusal.status,
    detail: refusal.message,
    ...(fields && { fields }),
    ...(current !== undefined && { current }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(reauthenticate && { reauthenticate }),
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
  detail: t.somethingWentWrongLogged,
};

/** Is this error the database being away, full or busy, rather than a bug of ours? */
export const isDatabaseAway = (error: unknown): boolean => troubleOf(error) !== null;

/** Every error as a problem: an expected no, a database away, or a bug. */
export function problemFrom(error: unknown): Problem {
  if (isRefusal(error)) return problemOf(error);
  return noteTrouble(error) ? AWAY : BROKEN;
}

export function asProblem(problem: Problem): Response {
  const headers = new Headers({
    "content-type": `${PROBLEM_TYPE}; charset=utf-8`,
    "cache-control": "private, no-store",
  });
  if (problem.retryAfter) headers.set("retry-after", String(problem.retryAfter));
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}
