import "server-only";

import type { RouteConfig } from "@hono/zod-openapi";
import { z } from "zod";

type Described = {
  method: RouteConfig["method"];
  path: string;
  summary: string;
  query?: z.ZodType;
  input?: z.ZodType;
  output?: z.ZodType;
};

/** A route as the API tells of it, by the same schemas that parse what comes. */
export function described({ method, path, summary, query, input, output }: Described): RouteConfig {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  return {
    method,
    path,
    summary,
    request: {
      params: z.object(
        Object.fromEntries(names.map((name) => [name, name === "id" ? z.uuid() : z.string()])),
      ),
      ...(query && { query: query as z.ZodObject }),
      ...(input && { body: { required: true, content: { "application/json": { schema: input } } } }),
    },
    responses: {
      200: {
        description: "Done",
        ...(output && { content: { "application/json": { schema: output } } }),
      },
      default: {
        description: "A problem (RFC 9457)",
        content: { "application/problem+json": { schema: ProblemSchema } },
      },
    },
  };
}

const ProblemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
});
