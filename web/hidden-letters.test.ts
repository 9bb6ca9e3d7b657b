import { expect, test } from "vitest";
import { z } from "zod";
import { isBlank } from "@/domain/prose/text";
import { ROUTES } from "@/test/hostile";

/**
 * What nobody reads, and what is compared letter by letter: it may hold anything. `drawn` and `homepage` are a form's own, `seen` is what was
 * decided about, `reason` what a check says, lists of words are looked for, and a passage is what an article says.
 */
const NOT_READ =
  /password|current|token|code|secret|challenge|credential|^(?:key|next|response|drawn|homepage|seen|reason|block|hold|mark|exact|prefix|suffix)$|signature/iu;

type Field = { name: string; schema: z.ZodType };

/** Every field of a schema, also those of lists and of one kind among several. */
function fieldsIn(schema: z.core.$ZodType | undefined, depth = 0): Field[] {
  if (depth > 6) return [];
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, one]) => [
      { name, schema: one },
      ...fieldsIn(one, depth + 1),
    ]);
  if (schema instanceof z.ZodUnion || schema instanceof z.ZodDiscriminatedUnion)
    return schema.options.flatMap((one) => fieldsIn(one, depth + 1));
  if (schema instanceof z.ZodPipe)
    return [...fieldsIn(schema.in, depth + 1), ...fieldsIn(schema.out, depth + 1)];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return fieldsIn(schema.unwrap(), depth + 1);
  if (schema instanceof z.ZodArray) return fieldsIn(schema.element, depth + 1);
  return [];
}

/** A draft is kept as it was typed, for whoever types it; what is published of it is parsed like an article. */
const isDraft = (path: string): boolean => path.startsWith("/drafts");

const FIELDS = ROUTES.filter(({ path }) => !isDraft(path)).flatMap(({ method, path, input }) =>
  fieldsIn(input)
    .filter(({ name }) => !NOT_READ.test(name))
    .map((field) => ({ ...field, of: `${method} ${path}` })),
);

/** What becomes of a text in every field that takes one; null: refused. */
const becomes = (text: string) =>
  FIELDS.flatMap(({ of, name, schema }) => {
    const { data } = schema.safeParse(text);
    return typeof data === "string" ? [{ field: `${of}: ${name}`, data }] : [];
  });

test("there are fields for words, of members and of staff", () => {
  const names = new Set(FIELDS.map(({ name }) => name));
  for (const name of ["body", "explanation", "words", "detail", "bio", "name", "title", "sentence", "answer"])
    expect(names, name).toContain(name);
  expect(becomes("Some words.").length).toBeGreaterThan(30);
});

test("a letter that turns the direction of what follows is kept in no text that people read", () => {
  const turned = becomes("a \u202Eevil").filter(({ data }) => data.includes("\u202E"));
  expect(turned).toEqual([]);
});

test.each(["\u200B", "\u2800", "\u00AD", "\u3164", "\u2066\u2069"])(
  "%j alone is no text, for whomever it is meant",
  (text) => {
    expect(becomes(text).filter(({ data }) => data !== "" && isBlank(data))).toEqual([]);
  },
);
