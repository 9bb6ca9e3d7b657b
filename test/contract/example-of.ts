import { z } from "zod";

type Schema = z.core.JSONSchema._JSONSchema;

/** A value that a schema of answers allows: the fields it requires, the first of what may be, one item in each list. */
export function exampleOf(schema: z.ZodType): unknown {
  const whole = z.toJSONSchema(schema, { io: "output", unrepresentable: "any" });
  return example(whole, whole.$defs ?? {}, 0);
}

/** Replies hold replies: so deep and no deeper. */
const DEEP = 8;

function example(schema: Schema | undefined, defs: Record<string, Schema>, depth: number): unknown {
  if (typeof schema !== "object") return "anything";
  const { $ref, anyOf, oneOf, format, properties = {}, required = [] } = schema;
  // What may be null as well is written with a list of types.
  const type = [schema.type].flat()[0];
  if ($ref !== undefined) return example(defs[$ref.replace("#/$defs/", "")], defs, depth + 1);
  const choices = anyOf ?? oneOf;
  if (choices) return example(choices[0], defs, depth);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (type === "array")
    return depth > DEEP || Array.isArray(schema.items) ? [] : [example(schema.items, defs, depth + 1)];
  if (type === "object")
    return Object.fromEntries([
      ...required.map((name) => [
        name,
        example(properties[name] ?? schema.additionalProperties, defs, depth + 1),
      ]),
    ]);
  if (type === "boolean") return true;
  if (type === "null") return null;
  if (type === "integer" || type === "number") return schema.minimum ?? 1;
  return TEXTS[format ?? ""] ?? "text";
}

const TEXTS: Record<string, string> = {
  uuid: "01890000-0000-7000-8000-000000000000",
  "date-time": "2026-11-28T09:30:00.000Z",
  date: "2026-11-28",
  uri: "https://example.org/",
};
