import "server-only";

import type { IncomingMessage } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { asProblem, makeDoor, type Door } from "@/web/frame";
import { articles } from "@/web/door/articles";
import { inbox } from "@/web/door/inbox";
import { comments } from "@/web/door/comments";
import { live } from "@/web/door/live";
import { me } from "@/web/door/me";
import { members } from "@/web/door/members";
import { moderation } from "@/web/door/moderation";
import { pollDebate, polls, sideReplies } from "@/web/door/polls";
import { runningPolls } from "@/web/door/running-polls";
import { session } from "@/web/door/session";
import { transparency } from "@/web/door/transparency";
import { viewer } from "@/web/door/viewer";
import { clientIp, rateLimitKey } from "@/web/protection/client-ip";
import { problemFrom, problemOf } from "@/web/answer";
import { readBody } from "@/web/body";
import type { InTurn } from "@/web/turns";
import { NotFound, Refusal } from "@/platform/refusal";
import * as t from "#messages/api";
import { say } from "@/messages/say";

/** Every noun's routes. */
const nouns: ((door: Door) => void)[] = [
  articles,
  comments,
  viewer,
  live,
  me,
  session,
  members,
  inbox,
  polls,
  pollDebate,
  sideReplies,
  runningPolls,
  moderation,
  transparency,
];

export function openDoor(): Door {
  const door = makeDoor();
  for (const noun of nouns) noun(door);
  describeItself(door);
  refuseTheRest(door);
  return door;
}

/** `GET /openapi.json`: generated from the schemas that parse. */
function describeItself({ app }: Door): void {
  let document: string | undefined;
  app.get("/openapi.json", (c) => {
    document ??= JSON.stringify(
      app.getOpenAPI31Document({
        openapi: "3.1.0",
        info: { title: "Moot", version: "1" },
        servers: [{ url: "/" }],
      }),
    );
    return c.body(document, 200, { "content-type": "application/json; charset=utf-8" });
  });
}

function refuseTheRest({ app, made }: Door): void {
  for (const path of new Set(made.map((route) => route.path))) {
    const allow = made.filter((route) => route.path === path).map((route) => route.method.toUpperCase());
    app.all(path.replace(/\{(\w+)\}/g, ":$1"), (c) => {
      const refused = asProblem(
        problemOf(new Refusal(say(t.onlyCanBeDone, { allow: allow.join(", ") }), 405)),
      );
      refused.headers.set("allow", allow.join(", "));
      if (c.req.method === "OPTIONS")
        return new Response(null, { status: 204, headers: { allow: allow.join(", ") } });
      return refused;
    });
  }
  app.notFound(() => asProblem(problemOf(new NotFound())));
  app.onError((error) => asProblem(problemFrom(error)));
}

/** The door as a listener of Node's own server. A stream has had its turn once it began; its seats are counted elsewhere. */
export function doorListener(
  door: Door,
  inTurn: InTurn = (_client, work) => work(),
): ReturnType<typeof getRequestListener> {
  return getRequestListener(
    (request, bindings) =>
      inTurn(rateLimitKey(clientIp(bindings.incoming as IncomingMessage)), async () => {
        const disguised = await methodOfForm(request, bindings);
        return door.app.fetch(disguised.request, disguised.env);
      }).catch((problem: unknown) => asProblem(problemFrom(problem))),
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
    !request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded")
  )
    return { request, env };
  try {
    const body = await readBody(env.incoming as Parameters<typeof readBody>[0]);
    const wish = (body.fields as Record<string, string>)._method?.toUpperCase() ?? "POST";
    const method = ["PUT", "PATCH", "DELETE"].includes(wish) ? wish : "POST";
    return { request: new Request(request.url, { method, headers: request.headers }), env: { ...env, body } };
  } catch (refused) {
    // The frame says what is wrong with it, as with every other refusal.
    return {
      request,
      env: { ...env, refused: refused instanceof Error ? refused : new Error(String(refused)) },
    };
  }
}
