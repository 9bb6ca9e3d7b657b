import "server-only";

import type { z } from "zod";
import type { Malformed, Unacceptable } from "@/platform/refusal";
import { unkeptIn } from "@/web/keepable";
import * as t from "#messages/api";
import { say } from "@/messages/say";

/** What came from outside as a type, once and for all. @throws Refused with a sentence a reader can use, for each field and for all */
export function parse(
  schema: z.ZodType,
  value: unknown,
  Refused: typeof Malformed | typeof Unacceptable,
): unknown {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) {
    // What a schema has cleaned is clean; elsewhere it would be the database that refuses, in words for nobody.
    const field = unkeptIn(parsed.data);
    if (field !== null) throw new Refused(UNKEPT, { [field]: UNKEPT });
    return parsed.data;
  }
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join(".") || "form"] ??= sentence(issue);
  throw new Refused(Object.values(fields)[0] ?? t.thatCannotBeUnderstood, fields);
}

const UNKEPT = t.thereIsASign;

/** A field's name comes from the request and is shown on our page: enough to recognise a typing mistake, too short to say anything. */
const NAME_ECHOED = 30;

/** zod's own words are for developers; a schema's own sentences are passed on as they are. */
function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys")
    return say(t.thereIsNoFieldCalled, { value: (issue.keys[0] ?? "").slice(0, NAME_ECHOED) });
  if (!issue.message.startsWith("Invalid ") && !issue.message.startsWith("Too ")) return issue.message;
  const name = String(issue.path.at(-1) ?? t.thisWord);
  if (issue.code === "invalid_type")
    return issue.input === undefined
      ? say(t.isMissing, { name })
      : say(t.shouldBe, {
          name,
          expected: issue.expected === "string" ? "text" : say(t.aKindOf, { expected: issue.expected }),
        });
  return say(t.isNotRight, { name, toLowerCase: issue.message.toLowerCase() });
}
