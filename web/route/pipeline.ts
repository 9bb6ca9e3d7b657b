import "server-only";

import type { IncomingMessage } from "node:http";
import type { Context } from "hono";
import { z } from "zod";
import type { Member } from "@/domain/members/member";
import { currentRequest } from "@/platform/current-request";
import { logFailure } from "@/platform/failure-log";
import { isRefusal, Malformed, Unacceptable } from "@/platform/refusal";
import { clientIp, dailyHash, rateLimitKey } from "@/web/protection/client-ip";
import { singleFlight } from "@/web/protection/single-flight";
import { encodingFor } from "@/web/server/compression";
import { countRequest } from "@/web/protection/rate-limit";
import { refuseOtherSites } from "@/web/protection/csrf";
import { logRefusal } from "@/web/protection/security-log";
import type { Answer, Output } from "./answer";
import { deedOf, finishDeed, type Again } from "./finish-deed";
import { ownFields, redirectToPage, redirectToPreview, refuse } from "./form-redirect";
import { answerOnce, keyOf, orRepeated } from "./idempotency";
import { orWhereItMoved } from "./moved-article";
import { parseInput } from "./parse-input";
import { DOOR } from "@/web/pages/paths";
import { problemFrom } from "./problem";
import { refuseAnotherReader } from "./reader-named";
import { readBody, type Body } from "./read-body";
import { parseParams, type RouteRequest, type Env, type Method, type Route } from "./route";
import { send, serialize, type Serialized } from "./serialize-response";
import { endFormerSession } from "@/web/sessions/session-cookie";
import { wroteCookie } from "./wrote-cookie";
import * as t from "#messages/api";
import { say } from "@/messages/say";

type Schema = z.ZodType | undefined;
type Inspected = ((answer: Answer) => void) | undefined;

/** One request from the wall to the answer; every refusal leaves by the same way. */
export async function respond<
  Path extends string,
  Actor extends Member | null,
  Input extends Schema,
  Query extends Schema,
  O extends Output,
>(
  c: Context<Env>,
  method: Method,
  path: Path,
  route: Route<Path, Actor, Input, Query, O>,
  inspected: Inspected,
  again: Again,
): Promise<Response> {
  const { incoming } = c.env;
  let body: Body | null = null;
  let actor: Actor | null = null;
  let isOurs = false;
  const request = currentRequest();
  if (request) request.route = DOOR + path;
  try {
    if (method !== "get") refuseOtherSites(incoming);
    isOurs = true;
    if (route.takesFile) {
      actor = await route.who.find(incoming.headers.cookie);
      route.takesFile(actor);
    }
    body = method === "get" ? null : await bodyOf(c);
    actor ??= await route.who.find(incoming.headers.cookie);
    if (method !== "get" && !route.ofBrowser) await refuseAnotherReader(incoming.headers, body, actor);
    if (body?.form && body.fields._look !== undefined) return await redirectToPreview(body, incoming);
    const address = clientIp(incoming);
    const who = actor?.id ?? dailyHash(rateLimitKey(address));
    if (route.limit) await countRequest(`${method} ${path}`, who, route.limit);
    const key = headerKey(incoming, body);
    const keyed =
      method === "post" && key !== null && route.replay !== false
        ? { who, key, path: c.req.path, body: body?.bytes }
        : null;
    const asked: RouteRequest<Path, Actor, Input, Query> = {
      params: parseParams(path, c.req.param()),
      query: parseInput(route.query, queryOf(c), Malformed),
      input: parseInput(route.input, body?.form ? ownFields(body) : (body?.fields ?? {}), Unacceptable),
      actor,
      file: body?.file ?? null,
      key,
      once: (answerTo) => keyed && keyOf(keyed, answerTo),
      address,
      headers: incoming.headers,
      outgoing: c.env.outgoing,
      // Only when asked for: a signal is made by making the whole Request.
      get signal() {
        return c.req.raw.signal;
      },
    };
    const run = () =>
      orWhereItMoved(c.req.param("slug"), (slug) =>
        route.run(
          slug === undefined ? asked : { ...asked, params: parseParams(path, { ...c.req.param(), slug }) },
        ),
      );
    if (route.coalesce && !actor) return await sendShared(c, run, inspected);
    const result =
      keyed && !route.keepsKey ? await answerOnce(keyed, run) : await orRepeated<Answer | Response>(run);
    if (result instanceof Response) return c.req.method === "HEAD" ? await withoutBody(result) : result;
    inspected?.(result);
    await endFormerSession(incoming.headers.cookie, result.cookies);
    if (body?.form) {
      const page = redirectToPage(result, body);
      return route.signsIn && result.status < 400 ? await finishDeed(page, body, c.env, again) : page;
    }
    return await sendAnswer(c, method, result);
  } catch (error) {
    const problem = problemFrom(error);
    if (!isRefusal(error)) logFailure(error, { route: `${method} ${path}` }, "a request failed");
    logRefusal(problem.status, { route: `${method} ${path}`, member: actor?.id });
    // Whoever confirms that it is them has said what shall be done, and is the one who said it.
    const said = route.afterSignIn ?? (problem.reauthenticate ? "" : undefined);
    const deed = problem.status === 401 ? deedOf(method, c.req.path, said, body) : undefined;
    return await refuse(problem, body ?? c.env.body ?? null, incoming, isOurs, deed);
  }
}

async function bodyOf({ env }: Context<Env>): Promise<Body> {
  if (env.refused) throw env.refused;
  return env.body ?? (await readBody(env.incoming));
}

function queryOf(c: Context<Env>): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, values] of Object.entries(c.req.queries())) {
    if (values.length > 1) throw new Malformed(say(t.cameTwice, { name }));
    query[name] = values[0] ?? "";
  }
  return query;
}

const Key = z.string().min(1).max(200);

function headerKey(incoming: IncomingMessage, body: Body | null): string | null {
  const given = incoming.headers["idempotency-key"] ?? (body?.form ? body.fields._key : undefined);
  if (given === undefined) return null;
  const key = Key.safeParse(given);
  if (!key.success) throw new Malformed(t.anIdempotencyKeyHas1);
  return key.data;
}

/** Answers under way to readers who are signed out. */
const signedOut = singleFlight<Serialized>();

/** Readers who are signed out and ask the same at the same time are answered by one run. */
async function sendShared(
  { env: { incoming, outgoing } }: Context<Env>,
  run: () => Answer | Response | Promise<Answer | Response>,
  inspected: Inspected,
): Promise<Response> {
  const encoding = encodingFor(incoming.headers["accept-encoding"]);
  const serialized = await signedOut(`${encoding} ${incoming.url}`, async () => {
    const result = await run();
    if (result instanceof Response) throw new Error("A stream or a file cannot be shared.");
    inspected?.(result);
    return serialize(result, incoming.headers["accept-encoding"]);
  });
  return send(serialized, outgoing);
}

async function sendAnswer(
  { env: { incoming, outgoing } }: Context<Env>,
  method: Method,
  result: Answer,
): Promise<Response> {
  const cookies = method === "get" ? result.cookies : [...(result.cookies ?? []), wroteCookie()];
  return send(await serialize({ ...result, cookies }, incoming.headers["accept-encoding"]), outgoing);
}

/** Nobody will read what a HEAD is answered with: a stream that stayed open would hold its seat for ever. */
async function withoutBody(response: Response): Promise<Response> {
  await response.body?.cancel();
  return new Response(null, response);
}
