import "server-only";

import { metrics } from "./metrics";
import { processSingleton } from "./process-singleton";

/** What can be the matter with a database, rather than with us. */
export type Trouble = "away" | "no connections" | "full" | "read-only" | "busy";

/** PostgreSQL's codes by class and by themselves, the client's, and the network's. */
const CODES: readonly (readonly [Trouble, RegExp])[] = [
  ["full", /^(53100|53200)$/],
  ["read-only", /^25006$/],
  ["no connections", /^(53300|P2037)$/],
  // Timeouts of statements and locks, a place in a circle of waiting, and transactions that could not be put in an order.
  ["busy", /^(57014|55P03|40P01|40001|P2034|P2028)$/],
  ["away", /^(57P0[1-5]|08[0-9A-Z]{3}|P1001|P1002|P1008|P1017|P2024)$/],
  ["away", /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ENOENT|EPIPE)$/],
];

const AWAY_WORDS =
  /can't reach database|connection terminated|terminating connection|timeout exceeded when trying to connect|not queryable|connection error|server has closed the connection|database system is (starting|shutting)/i;

/** The client puts PostgreSQL's own code into its sentences: "Raw query failed. Code: `57P01`". */
const CODE_INSIDE = /Code: `?([0-9A-Z]{5})\b/;

/** Errors are wrapped a few times at most. */
const DEEPEST = 5;

/** What is the matter with the database, by an error; null when it is a bug of ours. */
export function troubleOf(error: unknown): Trouble | null {
  let one = error;
  for (let deep = 0; typeof one === "object" && one !== null && deep < DEEPEST; deep++) {
    const trouble = ofOne(one);
    if (trouble) return trouble;
    one = "cause" in one ? one.cause : undefined;
  }
  return null;
}

function ofOne(one: object): Trouble | null {
  const message = "message" in one ? String(one.message) : "";
  const codes = [
    "code" in one && one.code,
    // What the driver's own error had, before the client called it something else.
    "originalCode" in one && one.originalCode,
    CODE_INSIDE.exec(message)?.[1],
  ];
  for (const [trouble, pattern] of CODES)
    if (codes.some((code) => typeof code === "string" && pattern.test(code))) return trouble;
  return AWAY_WORDS.test(message) ? "away" : null;
}

/** So long a trouble that reading does not show counts as there, after it was last met; milliseconds. */
const LASTS = 5_000;

const met = processSingleton("database-trouble", () => new Map<Trouble, number>());

/** Remembers what an error says of the database. @returns it */
export function noteTrouble(error: unknown): Trouble | null {
  const trouble = troubleOf(error);
  if (!trouble) return null;
  met.set(trouble, performance.now());
  metrics.troubles.inc({ trouble });
  return trouble;
}

/** What somebody has just met that keeps the whole site from working; one busy row does not. */
export function presentTrouble(): Trouble | null {
  for (const trouble of ["full", "read-only", "no connections"] as const)
    if (performance.now() - (met.get(trouble) ?? -Infinity) < LASTS) return trouble;
  return null;
}
