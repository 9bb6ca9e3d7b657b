import "server-only";

import { z } from "zod";
import type { Malformed, Unacceptable } from "@/platform/refusal";
import { findUnstorable } from "./storable-text";
import * as t from "#messages/api";
import { say } from "@/messages/say";

/** What a schema makes of its input; without a schema no field at all may come. */
export type Parsed<S> = S extends z.ZodType ? z.output<S> : Record<string, never>;

const Nothing = z.strictObject({});

/**
 * What came from outside as a type, once and for all.
 * @throws Refused with a sentence a reader can use, for each field and for all
 */
export function parseInput<S extends z.ZodType | undefined>(
  schema: S | undefined,
  value: unknown,
  Refused: typeof Malformed | typeof Unacceptable,
): Parsed<S>;
export function parseInput(
  schema: z.ZodType = Nothing,
  value: unknown,
  Refused: typeof Malformed | typeof Unacceptable,
): unknown {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (!parsed.success) throw refusalOf(parsed.error, Refused);
  // What a schema has cleaned is clean; elsewhere it would be the database that refuses, in words for nobody.
  const field = findUnstorable(parsed.data);
  if (field !== null) throw new Refused(UNSTORABLE, { [field]: UNSTORABLE });
  return parsed.data;
}

function refusalOf({ issues }: z.ZodError, Refused: typeof Malformed | typeof Unacceptable) {
  const fields: Record<string, string> = {};
  for (const issue of issues) fields[issue.path.join(".") || "form"] ??= sentence(issue);
  return new Refused(Object.values(fields)[0] ?? t.thatCannotBeUnderstood, fields);
}

const UNSTORABLE = t.thereIsASign;

/** A field's name comes from the request and is shown on our page: enough to recognise a typing mistake, too short to say anything. */
const NAME_ECHOED = 30;

/** zod's own words are for developers; a schema's own sentences are passed on as they are. */
function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys")
    return say(t.thereIsNoFieldCalled, {
      value: Array.from(issue.keys[0] ?? "")
        .slice(0, NAME_ECHOED)
        .join(""),
    });
  if (!issue.message.startsWith("Invalid ") && !issue.message.startsWith("Too ")) return issue.message;
  const name = String(issue.path.at(-1) ?? t.thisWord);
  if (issue.code === "invalid_type")
    return issue.input === undefined
      ? say(t.isMissing, { name })
      : issue.expected === "string"
        ? say(t.shouldBeText, { name })
        : say(t.shouldBe, { name, expected: issue.expected });
  return say(t.isNotRight, { name, reason: issue.message.toLowerCase() });
}
