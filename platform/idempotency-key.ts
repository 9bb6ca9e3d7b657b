import "server-only";

import type { Prisma } from "./database";

/**
 * The Idempotency-Key of a request, for a command that keeps it in the statement that writes, and so needs no transaction around both
 * (web/route/idempotency.ts).
 */
export type IdempotencyKey<Made> = Readonly<{
  /** A column: what is kept under the key, as JSON; null where the key is new. */
  kept: Prisma.Sql;
  /** Ends the command where something is kept: @throws the answer that was given, or Unacceptable where the key was another request's */
  repeat: (kept: unknown) => void;
  /** An INSERT of the key and of the answer about what is made, for a row of `from`. It returns a row, or none where the key was taken meanwhile. */
  keep: (made: Made, from: Prisma.Sql) => Prisma.Sql;
}>;
