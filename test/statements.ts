import { z } from "zod";

const Statement = z.object({ text: z.string() });

/** The statements of these calls of `pg.Client.prototype.query`, but what was said to live readers a moment ago. */
export const statementsIn = (calls: readonly (readonly unknown[])[]): string[] =>
  calls
    .map(([what]) => (typeof what === "string" ? what : Statement.parse(what).text))
    .filter((text) => !text.includes("pg_notify"));
