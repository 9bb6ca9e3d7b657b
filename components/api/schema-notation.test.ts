import { expect, test } from "vitest";
import { notationOf, type Schema } from "./schema-notation";

const text: Schema = { type: "string" };

test.each<[string, Schema]>([
  ["string", text],
  ["string (uuid)", { type: "string", format: "uuid" }],
  ['"best" | "newest"', { type: "string", enum: ["best", "newest"] }],
  ["string | null", { anyOf: [text, { type: "null" }] }],
  ["(string | null)[]", { type: "array", items: { type: ["string", "null"] } }],
  ["Comment[]", { type: "array", items: { $ref: "#/components/schemas/Comment" } }],
  ["{\n  [name]: integer\n}", { type: "object", additionalProperties: { type: "integer" } }],
  ["anything", {}],
  ["{}", { type: "object" }],
  [
    "{\n  body: string\n  at?: {\n    line: integer\n  }\n}",
    {
      type: "object",
      required: ["body"],
      properties: {
        body: text,
        at: { type: "object", required: ["line"], properties: { line: { type: "integer" } } },
      },
    },
  ],
])("%s", (notation, schema) => {
  expect(notationOf(schema)).toBe(notation);
});
