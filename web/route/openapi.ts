import "server-only";

import { STATUS_CODES } from "node:http";
import { z } from "zod";
import { DOOR } from "@/web/pages/paths";
import type { Media } from "./answer";
import { INFO, OPEN_TO_ALL, problemExample, SECURITY, TAGS } from "./openapi-words";
import { PROBLEM_TYPE, ProblemSchema } from "./problem";
import { namesIn, type Made } from "./route";
import { SESSION_COOKIE } from "@/web/sessions/session-cookie";
import { absoluteUrl } from "@/web/absolute-url";

/** JSON Schema, draft 2020-12, which is what OpenAPI 3.1 takes. */
type JsonSchema = z.core.JSONSchema.BaseSchema;
type Schemas = Map<z.ZodType, JsonSchema>;

/** The routes as an OpenAPI 3.1 document, from the same schemas that parse what comes and type what goes. */
export function describeRoutes(made: readonly Made[], server = absoluteUrl("")): object {
  const inputs = translate(
    made.flatMap(({ input, query }) => [input, query]).filter((schema) => schema !== undefined),
    "input",
  );
  const outputs = translate([ProblemSchema, ...made.flatMap(jsonAnswers)], "output");
  const paths: Record<string, Record<string, object>> = {};
  for (const one of made)
    (paths[DOOR + one.path] ??= {})[one.method] = operation(one, inputs.schemas, outputs.schemas);
  return {
    openapi: "3.1.0",
    info: INFO,
    servers: [{ url: server }],
    tags: TAGS.filter(({ name }) => made.some(({ tag }) => tag === name)),
    security: [{ session: [] }],
    paths,
    components: {
      schemas: { ...inputs.named, ...outputs.named },
      responses: Object.fromEntries(
        made.flatMap(problemStatuses).map((status) => [`Problem${status}`, problem(status)]),
      ),
      parameters: { IdempotencyKey: IDEMPOTENCY_KEY },
      securitySchemes: SECURITY(SESSION_COOKIE),
    },
  };
}

/** All at once, so that what several share is described once, under its own name. */
function translate(
  schemas: readonly z.ZodType[],
  io: "input" | "output",
): { schemas: Schemas; named: object } {
  const all = [...new Set(schemas)];
  const whole = z.toJSONSchema(z.object(Object.fromEntries(all.map((schema, nth) => [`_${nth}`, schema]))), {
    io,
    unrepresentable: "any",
    override: ({ jsonSchema }) => tidy(jsonSchema),
  });
  const { properties = {}, $defs = {} } = atComponents(whole);
  const found = all.map((schema, nth): [z.ZodType, JsonSchema] => [schema, schemaOf(properties[`_${nth}`])]);
  return { schemas: new Map(found), named: $defs };
}

/** A format says it for every language; zod's own patterns for it look ahead, which not every language can. */
function tidy(schema: JsonSchema): void {
  if (schema.format !== undefined) delete schema.pattern;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.type === "object" && schema.additionalProperties !== false) delete schema.propertyNames;
  delete schema.id;
}

const atComponents = (schema: JsonSchema): JsonSchema =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema;

const schemaOf = (found: z.core.JSONSchema._JSONSchema | undefined): JsonSchema =>
  typeof found === "object" ? found : {};

const jsonAnswers = ({ output }: Made): z.ZodType[] =>
  Object.values(output)
    .map((declared) => (declared instanceof z.ZodType ? declared : declared?.schema))
    .filter((schema) => schema !== undefined);

function operation(one: Made, inputs: Schemas, outputs: Schemas): object {
  const { method, path, summary, tag, input, query, replay } = one;
  const once = method === "post" && replay !== false;
  return {
    operationId: operationId(one),
    summary,
    tags: [tag],
    security: security(one),
    parameters: [
      ...namesIn(path).map(pathParameter),
      ...(query ? queryParameters(inputs.get(query) ?? {}) : []),
      ...(once ? [{ $ref: "#/components/parameters/IdempotencyKey" }] : []),
    ],
    ...((input ?? one.takesFile) && {
      requestBody: requestBody(one, (input && inputs.get(input)) ?? { type: "object" }),
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(one.output).map(([status, declared]) => [
          status,
          answer(Number(status), declared, outputs),
        ]),
      ),
      ...Object.fromEntries(
        problemStatuses(one).map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
      ),
    },
  };
}

/** `get /articles/{slug}/poll` is `getArticlesSlugPoll`: what generators make a function's name of. */
function operationId({ method, path }: Made): string {
  const words = path.split(/[^A-Za-z]+/).filter((word) => word !== "");
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

function security({ who }: Made): object[] {
  if (who === "anyone") return [{}, { session: [] }];
  return who === "memberOrBanned" ? [{ session: [] }, { redress: [] }] : [{ session: [] }];
}

const pathParameter = (name: string) => ({
  name,
  in: "path",
  required: true,
  schema: name === "id" ? { type: "string", format: "uuid" } : { type: "string", maxLength: 200 },
});

const queryParameters = ({ properties = {}, required = [] }: JsonSchema): object[] =>
  Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));

function requestBody({ example, takesFile }: Made, schema: JsonSchema): object {
  if (takesFile) return { required: true, content: { "multipart/form-data": { schema: withFile(schema) } } };
  const content = { schema, ...(example !== undefined && { example }) };
  // A form may send no field at all, and so may a program.
  const required = (schema.required ?? []).length > 0;
  return {
    required,
    content: { "application/json": content, "application/x-www-form-urlencoded": { schema } },
  };
}

const withFile = (schema: JsonSchema): object => ({
  ...schema,
  properties: {
    ...schema.properties,
    file: { type: "string", contentMediaType: "application/octet-stream" },
  },
  required: [...(schema.required ?? []), "file"],
});

function answer(status: number, declared: z.ZodType | Media | null, outputs: Schemas): object {
  const description = STATUS_CODES[status] ?? "";
  if (declared === null) return { description };
  if (!(declared instanceof z.ZodType))
    return {
      description,
      content: {
        [declared.media]: { schema: (declared.schema && outputs.get(declared.schema)) ?? { type: "string" } },
      },
    };
  const type = status >= 400 ? PROBLEM_TYPE : "application/json";
  return { description, content: { [type]: { schema: outputs.get(declared) ?? {} } } };
}

/** Which problems a route may answer with, besides what it declares itself. */
export function problemStatuses({ method, path, who, output, limit }: Made): number[] {
  const writes = method !== "get";
  const possible: [number, boolean][] = [
    [400, true],
    [401, writes || who !== "anyone"],
    [403, !OPEN_TO_ALL.has(path) || writes],
    [404, true],
    [409, writes],
    [413, writes],
    [415, writes],
    [422, writes],
    [429, limit !== undefined || /\/(live|session)$/.test(path)],
    [500, true],
    [503, true],
  ];
  return possible.flatMap(([status, can]) => (can && !(status in output) ? [status] : []));
}

function problem(status: number): object {
  const schema = { $ref: "#/components/schemas/Problem" };
  return {
    description: STATUS_CODES[status] ?? "Refused",
    ...(status === 429 || status === 503 ? { headers: RETRY_AFTER } : {}),
    content: { [PROBLEM_TYPE]: { schema, example: problemExample(status) } },
  };
}

const RETRY_AFTER = {
  "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" } },
};

const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  description:
    "Under the same key the same request is carried out once, and answered alike however often it is sent.",
  schema: { type: "string", minLength: 1, maxLength: 200 },
  example: "0d4f6a1c9b7e4c1f8a52",
};
