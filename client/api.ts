import { readClock } from "./clock";
import { readerOfThisPage } from "./reader";
import * as t from "#messages/api";

/** A refusal as the door words it (RFC 9457). Status 0 when nobody answered. */
export type Problem = {
  status: number;
  detail: string;
  fields?: Record<string, string>;
  /** After a conflict, what holds instead. */
  current?: unknown;
};
export type Result<T> = { ok: true; body: T } | { ok: false; problem: Problem };

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

const UNREACHED: Problem = {
  status: 0,
  detail: t.theSiteCouldNotBeReached,
};
const UNCLEAR: Problem = { status: 500, detail: t.somethingWentWrongOnOurSide };

/**
 * One call to the door, `path` as under `/api/v1`. Never throws: a refusal, a broken answer and a lost connection
 * are all a Problem with a sentence to show. Give a `key` with every POST that must not happen twice. A form with a file goes as it is.
 */
export async function callApi<T>(
  method: Method,
  path: string,
  body?: unknown,
  { key, signal, keepalive }: { key?: string; signal?: AbortSignal; keepalive?: boolean } = {},
): Promise<Result<T>> {
  const answer = await fetch(`/api/v1${path}`, {
    method,
    signal,
    ...(keepalive !== undefined && { keepalive }),
    headers: {
      accept: "application/json",
      ...(body !== undefined && !(body instanceof FormData) && { "content-type": "application/json" }),
      ...(key !== undefined && { "idempotency-key": key }),
      ...(method !== "GET" && readerOfThisPage()),
    },
    body: body === undefined || body instanceof FormData ? body : inEvenLength(method, JSON.stringify(body)),
  }).catch(() => null);
  if (!answer) return { ok: false, problem: UNREACHED };
  readClock(answer);
  const received: unknown = answer.status === 204 ? undefined : await answer.json().catch(() => null);
  // The wall: the compiler and the tests hold what the door answers to the schema that T is inferred from.
  if (answer.ok && received !== null) return { ok: true, body: received as T };
  return { ok: false, problem: isProblem(received) ? received : UNCLEAR };
}

/** A PUT says what somebody chose, and encryption does not hide how long that is: JSON may end in spaces. Characters. */
const EVEN = 128;
const inEvenLength = (method: Method, json: string): string =>
  method === "PUT" ? json.padEnd(Math.ceil(json.length / EVEN) * EVEN) : json;

const isProblem = (received: unknown): received is Problem =>
  typeof received === "object" &&
  received !== null &&
  "detail" in received &&
  typeof received.detail === "string";
