import "server-only";

import type { IncomingMessage } from "node:http";
import type { HttpBindings } from "@hono/node-server";
import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { z } from "zod";
import type { Member } from "@/domain/members/member";
import { singleFlight } from "@/web/protection/single-flight";
import { isDatabaseAway, problemFrom, type Answer, type Problem } from "@/web/answer";
import { clientIp, dailyHash, rateLimitKey } from "@/web/protection/client-ip";
import { readBody, type Body } from "@/web/body";
import { encodingFor } from "@/web/compression";
import { described } from "@/web/described";
import { answerOnce } from "@/web/idempotency";
import { keepForm } from "@/web/kept-form";
import { perMinute, countRequest, type Limit } from "@/web/protection/rate-limit";
import { refuseOtherSites } from "@/web/protection/csrf";
import { packed, send, type Packed } from "@/web/packed";
import { DOOR, sameSitePath, withQuery } from "@/web/paths";
import { bannedMemberFrom } from "@/web/sessions/banned-access";
import { viewerOf } from "@/web/sessions/session-cookie";
import { parse } from "@/web/well-formed";
import { Malformed, NotFound, SignInFirst, Unacceptable, isRefusal } from "@/platform/refusal";
import { log } from "@/platform/log";
import * as t from "#messages/api";
import { say } from "@/messages/say";

export { created, done, ok } from "@/web/answer";
export { perHour, perMinute } from "@/web/protection/rate-limit";

/** Who a route is for. This only says whether somebody must be signed in; what they may do, a policy decides in the command. */
export const anyone = "anyone";
export const member = "member";
/** A member, or a banned one who has signed in to what a ban leaves them: reasons, appeal, a copy of their data. */
export const concerned = "concerned";
type Who = typeof anyone | typeof member | typeof concerned;
type Actor<W extends Who> = W extends typeof anyone ? Member | null : Member;

type Params<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Record<Name, string> & Params<Rest>
  : unknown;

type Schema = z.ZodType;

/** What a route's `run` is handed: everything parsed, nothing left to check but what may be done. */
export type Asked<Path extends string, W extends Who, I extends Schema, Q extends Schema> = {
  params: Params<Path>;
  input: z.output<I>;
  query: z.output<Q>;
  actor: Actor<W>;
  /** The Idempotency-Key, if one came. */
  key: string | null;
  address: string;
  headers: IncomingMessage["headers"];
  /** Aborted when the client goes away. */
  signal: AbortSignal;
};

export type Route<Path extends string, W extends Who, I extends Schema, Q extends Schema> = {
  who: W;
  summary: string;
  input?: I;
  query?: Q;
  output?: Schema;
  limit?: Limit;
  /** False where the answer holds a secret (a session) that must not be stored for a repeated request. */
  replay?: boolean;
  /** True for reading what is the same for everybody who is signed out, and depends on the address and its query alone. */
  alike?: boolean;
  run: (asked: Asked<Path, W, I, Q>) => Answer | Response | Promise<Answer | Response>;
};

type Method = "get" | "post" | "put" | "patch" | "delete";

type Add = <
  Path extends string,
  W extends Who,
  I extends Schema = typeof Nothing,
  Q extends Schema = typeof Nothing,
>(
  path: Path,
  route: Route<Path, W, I, Q>,
) => void;

/** The routes as they were made, for the API's description and for the test that crosses them with everyone. */
export type Made = { method: Method; path: string; who: Who; limit: Limit | undefined };

export type Door = Record<Method, Add> & { made: Made[]; app: OpenAPIHono<Env> };

/** A plain form's body was already read (or refused) to learn its `_method`. */
type Env = { Bindings: HttpBindings & { body?: Body; refused?: Error } };

const Nothing = z.strictObject({});
const Uuid = z.uuid();
const Key = z.string().min(1).max(200);

export function makeDoor(): Door {
  const app = new OpenAPIHono<Env>().basePath(DOOR);
  const made: Made[] = [];
  const add =
    (method: Method): Add =>
    (path, route) => {
      made.push({ method, path, who: route.who, limit: route.limit });
      app.openAPIRegistry.registerPath(described({ ...route, method, path }));
      app.on(method.toUpperCase(), path.replace(/\{(\w+)\}/g, ":$1"), (c) => answer(c, method, path, route));
    };
  return {
    get: add("get"),
    post: add("post"),
    put: add("put"),
    patch: add("patch"),
    delete: add("delete"),
    made,
    app,
  };
}

/** One request from the wall to the answer; every refusal leaves by the same way. */
async function answer<Path extends string, W extends Who, I extends Schema, Q extends Schema>(
  c: Context<Env>,
  method: Method,
  path: Path,
  route: Route<Path, W, I, Q>,
): Promise<Response> {
  const { incoming, outgoing } = c.env;
  let body: Body | null = null;
  try {
    if (method !== "get") {
      refuseOtherSites(incoming);
      if (c.env.refused) throw c.env.refused;
      body = c.env.body ?? (await readBody(incoming));
    }
    const actor =
      (await viewerOf(incoming.headers.cookie)) ??
      (route.who === concerned ? await bannedMemberFrom(incoming.headers.cookie) : null);
    if (route.who !== anyone && !actor) throw new SignInFirst();
    if (body?.form && fieldsOf(body)._look !== undefined)
      return await backToTheForm(LOOK_FIRST, body, incoming);
    const address = clientIp(incoming);
    const who = actor?.id ?? dailyHash(rateLimitKey(address));
    if (route.limit) await countRequest(`${method} ${path}`, who, route.limit);
    const asked: Asked<Path, W, I, Q> = {
      params: parseParams(c.req.param()) as Params<Path>,
      query: parse(route.query ?? Nothing, queryOf(c), Malformed) as z.output<Q>,
      input: parse(route.input ?? Nothing, own(body), Unacceptable) as z.output<I>,
      actor: actor as Actor<W>,
      key: keyOf(incoming, body),
      address,
      headers: incoming.headers,
      // Only when asked for: a signal is made by making the whole Request.
      get signal() {
        return c.req.raw.signal;
      },
    };
    if (route.alike && !actor) {
      const encoding = encodingFor(incoming.headers["accept-encoding"]);
      return send(
        await signedOut(`${encoding} ${incoming.url}`, async () =>
          packed((await route.run(asked)) as Answer, encoding),
        ),
        outgoing,
      );
    }
    const result =
      method === "post" && asked.key !== null && route.replay !== false
        ? await answerOnce({ who, key: asked.key, path: c.req.path, body: body?.bytes }, () =>
            route.run(asked),
          )
        : await route.run(asked);
    if (result instanceof Response) return c.req.method === "HEAD" ? await withoutBody(result) : result;
    if (body?.form) return backToThePage(result, body);
    const cookies = method === "get" ? result.cookies : [...(result.cookies ?? []), wrote()];
    const encoding = encodingFor(incoming.headers["accept-encoding"]);
    return send(await packed({ ...result, cookies }, encoding), outgoing);
  } catch (error) {
    const problem = problemFrom(error);
    if (!isRefusal(error))
      log.error({ err: error, route: `${method} ${path}`, away: isDatabaseAway(error) }, "a request failed");
    return body?.form ? backToTheForm(problem, body, incoming) : asProblem(problem);
  }
}

/** Nobody will read what a HEAD is answered with: a stream that stayed open would hold its seat for ever. */
async function withoutBody(response: Response): Promise<Response> {
  await response.body?.cancel();
  return new Response(null, response);
}

function parseParams(raw: Record<string, string>): Record<string, string> {
  for (const [name, value] of Object.entries(raw)) {
    if (value.length > 200 || value.includes("\0")) throw new NotFound();
    if (name === "id" && !Uuid.safeParse(value).success) throw new NotFound();
  }
  return raw;
}

/** A plain form's button `_look` does nothing yet: the form comes back with its words, and its page shows how they will be read. */
const LOOK_FIRST: Problem = { type: "about:blank", title: "", status: 200, detail: "" };

/** Fields of the frame's own (`_return`, `_back`, `_look`, `_key`, `_method`) are not the route's. */
function own(body: Body | null): unknown {
  if (!body?.form) return body?.fields ?? {};
  return Object.fromEntries(Object.entries(fieldsOf(body)).filter(([name]) => !name.startsWith("_")));
}

const fieldsOf = (body: Body): Record<string, string> => body.fields as Record<string, string>;

function queryOf(c: Context<Env>): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, values] of Object.entries(c.req.queries())) {
    if (values.length > 1) throw new Malformed(say(t.cameTwice, { name }));
    query[name] = values[0] ?? "";
  }
  return query;
}

function keyOf(incoming: IncomingMessage, body: Body | null): string | null {
  const given = incoming.headers["idempotency-key"] ?? (body?.form ? fieldsOf(body)._key : undefined);
  if (given === undefined) return null;
  const key = Key.safeParse(given);
  if (!key.success) throw new Malformed(t.anIdempotencyKeyHas1);
  return key.data;
}

/** Marks the browser that just wrote, so that it is not shown a page kept from before (see `web/pages.ts`). Seconds. */
const WROTE_FOR = 10;
export const WROTE_COOKIE = "moot-wrote";
const wrote = () => `${WROTE_COOKIE}=${Date.now()}; Path=/; Max-Age=${WROTE_FOR}; HttpOnly; SameSite=Lax`;

/** What is on its way to readers who are signed out. */
const signedOut = singleFlight<Packed>();

export function asProblem(problem: Problem): Response {
  const headers = new Headers({
    "content-type": "application/problem+json; charset=utf-8",
    "cache-control": "private, no-store",
  });
  if (problem.retryAfter) headers.set("retry-after", String(problem.retryAfter));
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

function backToThePage(result: Answer, body: Body): Response {
  const headers = new Headers({ location: sameSitePath(fieldsOf(body)._return) ?? result.location ?? "/" });
  for (const cookie of [...(result.cookies ?? []), wrote()]) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}

/** Anybody can have a form refused, and each that is kept is a row of up to 64 KiB; a whole class of readers sends fewer. */
const FORMS_KEPT = perMinute(60);

/**
 * A refused plain form goes back to where it stood, with the sentence and everything that was typed: to `_back`, for a form
 * that leads on to what it made, else to `_return`.
 */
async function backToTheForm(problem: Problem, body: Body, incoming: IncomingMessage): Promise<Response> {
  const page = sameSitePath(fieldsOf(body)._back ?? fieldsOf(body)._return);
  // Without a page to go back to, or a database to keep the text in, the browser's own "back" keeps it.
  if (!page || problem.status >= 500) return asProblem(problem);
  try {
    await countRequest("keep a form", dailyHash(rateLimitKey(clientIp(incoming))), FORMS_KEPT);
    const id = await keepForm({
      fields: fieldsOf(body),
      problem: problem.detail,
      problems: problem.fields ?? {},
    });
    const there = withQuery(page, "kept", id);
    const signIn = problem.status === 401 && !page.startsWith("/sign-in");
    return new Response(null, {
      status: 303,
      headers: { location: signIn ? withQuery("/sign-in", "next", there) : there },
    });
  } catch (error) {
    if (!isRefusal(error)) log.error({ err: error }, "a refused form could not be kept");
    return asProblem(problem);
  }
}
