import "server-only";

import { z } from "zod";
import { notationOf, Schema } from "./schema-notation";

type Field = Readonly<{ name: string; where: string; required: boolean; type: string }>;
/** `type`: the body as a type, or null where there is none. */
type Body = Readonly<{ type: string; example: string | null }>;

/** An operation for people: `needs` names what must be sent to be let in, and is empty where nothing must be. */
export type Operation = Readonly<{
  id: string;
  method: string;
  path: string;
  summary: string;
  needs: readonly string[];
  fields: readonly Field[];
  body: Body | null;
  answers: readonly Readonly<{ status: string; meaning: string; type: string | null }>[];
}>;

/** `types`: what the operations call by name. */
export type Reference = Readonly<{
  introduction: readonly string[];
  sections: readonly Readonly<{ name: string; description: string; operations: readonly Operation[] }>[];
  types: readonly Readonly<{ name: string; type: string }>[];
}>;

const Content = z.record(z.string(), z.object({ schema: Schema, example: z.unknown().optional() }));
const Ref = z.object({ $ref: z.string() });
const Parameter = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().default(false),
  schema: Schema,
});
const Response = z.object({ description: z.string(), content: Content.optional() });
const Described = z.object({
  operationId: z.string(),
  summary: z.string(),
  tags: z.array(z.string()),
  security: z.array(z.record(z.string(), z.unknown())),
  parameters: z.array(z.union([Ref, Parameter])),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.union([Ref, Response])),
});
const Document = z.object({
  info: z.object({ description: z.string() }),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), Described)),
  components: z.object({
    schemas: z.record(z.string(), Schema),
    responses: z.record(z.string(), Response),
    parameters: z.record(z.string(), Parameter),
  }),
});
type Document = z.output<typeof Document>;

/** What the page at `/api` shows, from the very document that programs read. */
export function referenceOf(description: object): Reference {
  const document = Document.parse(description);
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      tag: described.tags[0],
      operation: operationOf(method.toUpperCase(), path, described, document),
    })),
  );
  return {
    introduction: document.info.description.split("\n\n"),
    sections: document.tags.map(({ name, description: words }) => ({
      name,
      description: words,
      operations: operations.filter(({ tag }) => tag === name).map(({ operation }) => operation),
    })),
    types: Object.entries(document.components.schemas).map(([name, schema]) => ({
      name,
      type: notationOf(schema),
    })),
  };
}

function operationOf(
  method: string,
  path: string,
  described: z.output<typeof Described>,
  { components }: Document,
): Operation {
  const parameters = described.parameters.map((one) =>
    "$ref" in one ? atRef(components.parameters, one.$ref) : one,
  );
  const responses = Object.entries(described.responses).map(
    ([status, one]): [string, z.output<typeof Response>] => [
      status,
      "$ref" in one ? atRef(components.responses, one.$ref) : one,
    ],
  );
  return {
    id: described.operationId,
    method,
    path,
    summary: described.summary,
    needs: described.security.some((one) => Object.keys(one).length === 0)
      ? []
      : described.security.flatMap((one) => Object.keys(one)),
    fields: parameters.map(({ name, in: where, required, schema }) => ({
      name,
      where,
      required,
      type: notationOf(schema),
    })),
    // What takes a file takes no JSON.
    body: bodyOf(Object.values(described.requestBody?.content ?? {})[0]),
    answers: responses.map(([status, { description, content = {} }]) => {
      const [media] = Object.values(content);
      return { status, meaning: description, type: media ? notationOf(media.schema) : null };
    }),
  };
}

const bodyOf = (content: z.output<typeof Content>[string] | undefined): Body | null =>
  content
    ? {
        type: notationOf(content.schema),
        example: content.example === undefined ? null : JSON.stringify(content.example, null, 2),
      }
    : null;

function atRef<T>(all: Record<string, T>, ref: string): T {
  const found = all[ref.split("/").at(-1) ?? ""];
  if (!found) throw new Error(`The description has no ${ref}.`);
  return found;
}
