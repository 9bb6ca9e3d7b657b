import "server-only";

import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { z } from "zod";

/**
 * A file or a stream, made by the route itself: what its `run` returns is a `Response` of this media type. `schema` describes it, where it
 * is JSON; a test of the noun's holds it to that.
 */
export type Media = { media: string; schema?: z.ZodType };

/** What `run` returns where it writes to `outgoing` itself. */
export const alreadyBegun: Response = RESPONSE_ALREADY_SENT;

/** What a route may answer, by status: a closed schema of its JSON, nothing (null), or a file. */
export type Output = Readonly<Record<number, z.ZodType | Media | null>>;

/** What a route's `run` gives back. `location` is where a plain form goes next. */
export type Answer<Status extends number = number, Body = unknown> = {
  status: Status;
  body?: Body;
  location?: string;
  cookies?: string[];
  headers?: Record<string, string>;
};

type AnswerAt<Status extends number, Declared> = Declared extends z.ZodType
  ? Answer<Status, z.input<Declared>> & { body: z.input<Declared> }
  : Declared extends Media
    ? Response
    : Answer<Status, undefined>;

/** What `run` must return for a declared `output`: one of its statuses with exactly that status's body. */
export type AnswerFor<O extends Output> = {
  [Status in keyof O & number]: AnswerAt<Status, O[Status]>;
}[keyof O & number];

type More = Pick<Answer, "location" | "cookies" | "headers">;

export const ok = <Body>(body: Body, more: More = {}) => ({ status: 200 as const, body, ...more });
export const created = <Body>(body: Body, more: More = {}) => ({ status: 201 as const, body, ...more });
export const done = (more: More = {}): Answer<204, undefined> => ({ status: 204, ...more });
