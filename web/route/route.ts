import "server-only";

import type { IncomingMessage } from "node:http";
import type { HttpBindings } from "@hono/node-server";
import { z } from "zod";
import type { Member } from "@/domain/members/member";
import { NotFound } from "@/platform/refusal";
import type { Limit } from "@/web/protection/rate-limit";
import type { IdempotencyKey } from "@/platform/idempotency-key";
import type { Answer, AnswerFor, Output } from "./answer";
import type { Parsed } from "./parse-input";
import type { Body } from "./read-body";
import type { Who } from "./who";

/** The names in a path: `{slug}` of `/articles/{slug}`. */
export type Params<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Record<Name, string> & Params<Rest>
  : unknown;

type Schema = z.ZodType | undefined;

type ExampleOf<Input> = Input extends z.ZodType ? z.input<Input> : never;

/** What a route's `run` is handed: everything parsed, nothing left to check but what may be done. */
export type RouteRequest<Path extends string, Actor, Input extends Schema, Query extends Schema> = {
  params: Params<Path>;
  input: Parsed<Input>;
  query: Parsed<Query>;
  actor: Actor;
  /** What was sent in the field `file`, of a route that takes one. */
  file: Uint8Array | null;
  /** The Idempotency-Key, if one came. */
  key: string | null;
  /** That key for a command which keeps it itself (`keepsKey`), with what will be answered about what it makes; null where none came. */
  once: <Made>(answerTo: (made: Made) => Answer) => IdempotencyKey<Made> | null;
  address: string;
  headers: IncomingMessage["headers"];
  /** Node's own response, for an answer that stays open; `run` then returns `alreadyBegun`. */
  outgoing: HttpBindings["outgoing"];
  /** Aborted when the client goes away. */
  signal: AbortSignal;
};

export type Route<
  Path extends string,
  Actor extends Member | null,
  Input extends Schema,
  Query extends Schema,
  O extends Output,
> = {
  who: Who<Actor>;
  summary: string;
  input?: Input;
  /** A request as somebody would send it, for the API's description. */
  example?: ExampleOf<Input>;
  query?: Query;
  /** What it answers, by status. The compiler holds `run` to it, and in tests every answer is parsed by it. */
  output: O;
  limit?: Limit;
  /** Takes a file beside its fields (`multipart/form-data`): says no to whoever may not send one, before it is read. */
  takesFile?: (actor: Actor) => void;
  /**
   * False where the answer holds a secret (a session) that must not be stored for a repeated request, or where the work takes longer
   * than a transaction may (a picture, which is the same when it is sent again).
   */
  replay?: boolean;
  /** True where the command keeps the Idempotency-Key in the statement that writes; else key, write and answer are made one transaction. */
  keepsKey?: boolean;
  /** The sentence that is said when a plain form's deed, which met a sign-in, has been done after it. Without one the form is shown again. */
  afterSignIn?: string;
  /** True where the answer signs this browser in, or lets it go on: what it was kept from is then done (`finish-deed.ts`). */
  signsIn?: boolean;
  /** True for what is done to this browser, whoever is signed in there by now. */
  ofBrowser?: boolean;
  /** True for reading what is the same for everybody who is signed out, and depends on the address and its query alone. */
  coalesce?: boolean;
  run: (asked: RouteRequest<Path, Actor, Input, Query>) => AnswerFor<O> | Promise<AnswerFor<O>>;
};

export type Method = "get" | "post" | "put" | "patch" | "delete";

/** A route as others than its own `run` see it: the API's description, the test that crosses all with everyone. */
export type Made = {
  method: Method;
  path: string;
  tag: string;
  who: Who<Member | null>["name"];
  summary: string;
  input?: z.ZodType;
  example?: unknown;
  query?: z.ZodType;
  output: Output;
  limit?: Limit;
  takesFile?: object;
  replay?: boolean;
};

/** A plain form's body was already read (or refused) to learn its `_method`. */
export type Env = { Bindings: HttpBindings & { body?: Body; refused?: Error } };

const Uuid = z.uuid();
/** No name of ours is longer. Characters. */
const PARAM_LENGTH = 200;

/** Has the router found every name of this path, each as it can be? */
function areParams<Path extends string>(path: Path, found: object): found is Params<Path> & object {
  const given = new Map<string, unknown>(Object.entries(found));
  return namesIn(path).every((name) => isParam(name, given.get(name)));
}

function isParam(name: string, value: unknown): boolean {
  if (typeof value !== "string" || value.length > PARAM_LENGTH || value.includes("\0")) return false;
  return name !== "id" || Uuid.safeParse(value).success;
}

export const namesIn = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);

export function parseParams<Path extends string>(path: Path, found: object): Params<Path> {
  if (!areParams(path, found)) throw new NotFound();
  return found;
}
