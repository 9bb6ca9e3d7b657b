import "server-only";

import type { IncomingMessage } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { account } from "./door/account";
import { articles } from "./door/articles";
import { drafts } from "./door/drafts";
import { erasure } from "./door/erasure";
import { firstAdmin } from "./door/first-admin";
import { following } from "./door/following";
import { handles } from "./door/handles";
import { inbox, unsubscribe } from "./door/inbox";
import { comments } from "./door/comments";
import { joining } from "./door/joining";
import { keys, secondFactorDemand } from "./door/keys";
import { linkByMail } from "./door/link-by-mail";
import { live, missedEvents } from "./door/live";
import { me } from "./door/me";
import { members } from "./door/members";
import { moderation } from "./door/moderation";
import { pictures } from "./door/pictures";
import { pollDebate, polls, quotedReasonsOf, sideReplies } from "./door/polls";
import { claims } from "./door/claims";
import { passages } from "./door/passages";
import { providers } from "./door/providers";
import { recovery } from "./door/recovery";
import { runningPolls } from "./door/running-polls";
import { revisions } from "./door/revisions";
import { search } from "./door/search";
import { secondStep } from "./door/second-step";
import { session } from "./door/session";
import { site } from "./door/site";
import { siteRules } from "./door/site-rules";
import { status } from "./door/status";
import { transparency } from "./door/transparency";
import { viewer } from "./door/viewer";
import { asClient } from "@/platform/client";
import { clientOf } from "./protection/client-ip";
import { DOOR } from "./pages/paths";
import { makeDoor, routerPath, type Door, type Inspect } from "./route/make-door";
import { apiDescription } from "./route/api-description";
import { describeRoutes } from "./route/openapi";
import { refuseUnread } from "./route/form-redirect";
import { problemFrom, problemOf } from "./route/problem";
import { readBody } from "./route/read-body";
import type { Limit } from "@/platform/concurrency-limit";
import { NotFound, Refusal } from "@/platform/refusal";
import * as t from "#messages/api";
import { say } from "@/messages/say";

/** Every noun's routes, and the word they are listed under in the API's description. */
const nouns: [tag: string, routes: (door: Door) => void][] = [
  ["Articles", articles],
  ["Writing", drafts],
  ["Writing", revisions],
  ["Writing", pictures],
  ["Articles", viewer],
  ["Articles", live],
  ["Articles", missedEvents],
  ["Comments", comments],
  ["Comments", passages],
  ["Poll", polls],
  ["Poll", pollDebate],
  ["Poll", quotedReasonsOf],
  ["Poll", sideReplies],
  ["Poll", runningPolls],
  ["Members", me],
  ["Members", session],
  ["Members", recovery],
  ["Members", claims],
  ["Members", linkByMail],
  ["Members", secondStep],
  ["Members", members],
  ["Members", handles],
  ["Members", joining],
  ["Members", providers],
  ["Members", account],
  ["Members", keys],
  ["Members", erasure],
  ["Inbox", inbox],
  ["Inbox", unsubscribe],
  ["Following", following],
  ["Search", search],
  ["Moderation", moderation],
  ["Moderation", siteRules],
  ["Moderation", secondFactorDemand],
  ["Operating", firstAdmin],
  ["Operating", status],
  ["Transparency", transparency],
  ["Site", site],
];

export function openDoor(inspect?: Inspect): Door {
  const door = makeDoor(inspect);
  for (const [tag, routes] of nouns) routes(door.under(tag));
  describeItself(door);
  refuseTheRest(door);
  return door;
}

/** `GET /openapi.json`: made from the schemas that parse what comes and type what goes. */
function describeItself({ app, made }: Door): void {
  let description: object | undefined;
  const describe = () => (description ??= describeRoutes(made));
  apiDescription.read = describe;
  let document: string | undefined;
  app.get(`${DOOR}/openapi.json`, (c) => {
    document ??= JSON.stringify(describe());
    return c.body(document, 200, { "content-type": "application/json; charset=utf-8" });
  });
}

function refuseTheRest({ app, made }: Door): void {
  for (const path of new Set(made.map((route) => route.path))) {
    const allow = made.filter((route) => route.path === path).map((route) => route.method.toUpperCase());
    app.all(routerPath(path), (c) => {
      if (c.req.method === "OPTIONS")
        return new Response(null, { status: 204, headers: { allow: allow.join(", ") } });
      const problem = problemOf(
        new Refusal(say(t.thisAddressOnlySupports, { allow: allow.join(", ") }), 405),
      );
      const refused = refuseUnread(problem, c.env.incoming);
      refused.headers.set("allow", allow.join(", "));
      return refused;
    });
  }
  app.notFound((c) => refuseUnread(problemOf(new NotFound()), c.env.incoming));
  app.onError((error, c) => refuseUnread(problemFrom(error), c.env.incoming));
}

/** The door as a listener of Node's own server. A stream has had its turn once it began; open ones are counted elsewhere. */
export function doorListener(
  door: Door,
  limit: Limit = (_client, work) => work(),
): ReturnType<typeof getRequestListener> {
  return getRequestListener(
    (request, bindings) => {
      const client = clientOf(bindings.incoming as IncomingMessage);
      const work = async () => {
        const disguised = await methodOfForm(request, bindings);
        return door.app.fetch(disguised.request, disguised.env);
      };
      return asClient(client, () => limit(client, work)).catch((problem: unknown) =>
        refuseUnread(problemFrom(problem), bindings.incoming as IncomingMessage),
      );
    },
    { overrideGlobalObjects: false },
  );
}

/** A plain form can only POST; its `_method` says what it means. */
async function methodOfForm<E extends { incoming: unknown }>(
  request: Request,
  env: E,
): Promise<{ request: Request; env: E }> {
  if (
    request.method !== "POST" ||
    !/^application\/x-www-form-urlencoded\b/i.test(request.headers.get("content-type") ?? "")
  )
    return { request, env };
  try {
    const body = await readBody(env.incoming as IncomingMessage);
    const wish = body.form ? (body.fields._method?.toUpperCase() ?? "POST") : "POST";
    const method = ["PUT", "PATCH", "DELETE"].includes(wish) ? wish : "POST";
    return { request: new Request(request.url, { method, headers: request.headers }), env: { ...env, body } };
  } catch (refused) {
    // The pipeline says what is wrong with it, as with every other refusal.
    return {
      request,
      env: { ...env, refused: refused instanceof Error ? refused : new Error(String(refused)) },
    };
  }
}
