import { z } from "zod";

/** What of a JSON Schema is said to people; the rest (lengths, patterns) is in the description itself. */
export type Schema = Readonly<{
  $ref?: string;
  type?: string | readonly string[];
  const?: unknown;
  enum?: readonly unknown[];
  format?: string;
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  allOf?: readonly Schema[];
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  additionalProperties?: Schema | boolean;
}>;

export const Schema: z.ZodType<Schema> = z.object({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  format: z.string().optional(),
  anyOf: z.lazy(() => z.array(Schema)).optional(),
  oneOf: z.lazy(() => z.array(Schema)).optional(),
  allOf: z.lazy(() => z.array(Schema)).optional(),
  items: z.lazy(() => Schema).optional(),
  properties: z.lazy(() => z.record(z.string(), Schema)).optional(),
  required: z.array(z.string()).optional(),
  additionalProperties: z.union([z.boolean(), z.lazy(() => Schema)]).optional(),
});

/**
 * A schema as a type is written in TypeScript, which most who read it know: `{ items: Comment[]; next: string | null }`.
 * What has a name of its own is called by it.
 * @param indent how deep the line it stands in is, in steps of two spaces
 */
export function notationOf(schema: Schema, indent = 0): string {
  if (schema.$ref !== undefined) return nameOf(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const some = schema.anyOf ?? schema.oneOf;
  if (some) return some.map((one) => notationOf(one, indent)).join(" | ");
  if (schema.allOf) return schema.allOf.map((one) => notationOf(one, indent)).join(" & ");
  const types = typeof schema.type === "string" ? [schema.type] : (schema.type ?? []);
  if (types.length === 0) return "anything";
  return types.map((type) => ofType(type, schema, indent)).join(" | ");
}

const nameOf = (ref: string): string => ref.split("/").at(-1) ?? ref;

function ofType(type: string, schema: Schema, indent: number): string {
  if (type === "object") return objectNotation(schema, indent);
  if (type !== "array")
    return schema.format === undefined || type !== "string" ? type : `string (${schema.format})`;
  const item = notationOf(schema.items ?? {}, indent);
  return /[|&]/.test(item) && !item.startsWith("{") ? `(${item})[]` : `${item}[]`;
}

function objectNotation(
  { properties = {}, required = [], additionalProperties }: Schema,
  indent: number,
): string {
  const fields = Object.entries(properties).map(
    ([name, field]) => `${name}${required.includes(name) ? "" : "?"}: ${notationOf(field, indent + 1)}`,
  );
  if (typeof additionalProperties === "object")
    fields.push(`[name]: ${notationOf(additionalProperties, indent + 1)}`);
  if (fields.length === 0) return "{}";
  const space = "  ".repeat(indent);
  return `{\n${fields.map((field) => `${space}  ${field}`).join("\n")}\n${space}}`;
}
