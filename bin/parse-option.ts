import type { z } from "zod";
import * as t from "#messages/cli";
import { say } from "@/messages/say";

/** @throws Error that names which word was wrong, and why */
export function parseOption<Schema extends z.ZodType>(
  schema: Schema,
  value: string | undefined,
  name: string,
): z.output<Schema> {
  if (value === undefined) throw new Error(say(t.isMissing, { name }));
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue?.code === "invalid_value")
    throw new Error(say(t.isOneOf, { name, values: issue.values.join(", ") }));
  throw new Error(say(t.isNotRight, { name, reason: issue?.message ?? "" }));
}
