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

const UNSTORABLE = t.thereIsACharacterWeCannotStore;

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
  if (!/^(Invalid|Too|Unrecognized) /.test(issue.message)) return issue.message;
  const name = String(issue.path.at(-1) ?? t.thisWord);
  if (issue.input === undefined) return say(t.isMissing, { name });
  switch (issue.code) {
    case "invalid_type":
      return say(t.shouldBe, { name, expected: KINDS[issue.expected] ?? t.somethingElse });
    case "invalid_value":
      return say(t.isOneOf, { name, values: listed(issue.values) });
    case "invalid_union":
      return say(t.shouldBe, { name, expected: t.somethingElse });
    case "too_big":
      return say(t.isAtMost, { name, limit: boundOf(issue.origin, issue.maximum) });
    case "too_small":
      return say(t.isAtLeast, { name, limit: boundOf(issue.origin, issue.minimum) });
    case "invalid_format":
      return say(t.shouldBe, { name, expected: FORMATS[issue.format] ?? t.somethingElse });
    default:
      return say(t.isNotRight, { name });
  }
}

const KINDS: Record<string, string> = {
  string: t.text,
  number: t.aNumber,
  int: t.aWholeNumber,
  boolean: t.trueOrFalse,
  object: t.anObject,
  record: t.anObject,
  array: t.aList,
};

const FORMATS: Record<string, string> = {
  uuid: t.anId,
  email: t.anEmailAddress,
  date: t.aDay,
  datetime: t.aMoment,
};

const listed = (values: readonly unknown[]): string =>
  values.map((value) => (value === "" ? t.nothing : String(value))).join(", ");

/** How much there may be, with what it is counted in. */
const boundOf = (origin: string, bound: number | bigint): string =>
  origin === "string"
    ? say(t.boundCharacters, { bound: Number(bound) })
    : origin === "array"
      ? say(t.boundEntries, { bound: Number(bound) })
      : String(bound);
