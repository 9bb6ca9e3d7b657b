import type { z } from "zod";
import * as t from "#messages/cli";
import { say } from "@/messages/say";

/** @throws Error that names which word was wrong, and why */
export function given<Schema extends z.ZodType>(
  schema: Schema,
  value: string | undefined,
  name: string,
): z.output<Schema> {
  if (value === undefined) throw new Error(say(t.isMissing, { name }));
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    throw new Error(say(t.isNotRight, { name, reason: parsed.error.issues[0]?.message ?? "" }));
  return parsed.data;
}
