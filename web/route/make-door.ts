import "server-only";

import { Hono } from "hono";
import type { z } from "zod";
import type { Member } from "@/domain/members/member";
import { currentClient } from "@/platform/client";
import { concurrencyLimit } from "@/platform/concurrency-limit";
import { holds } from "@/platform/held";
import { processSingleton } from "@/platform/process-singleton";
import { DOOR } from "@/web/pages/paths";
import type { Answer, Output } from "./answer";
import type { Again } from "./finish-deed";
import { respond } from "./pipeline";
import type { Env, Made, Method, Route } from "./route";

type Schema = z.ZodType | undefined;

/** What is uploaded is held in memory until it is worked on. A client that sends many files at once sends some of them again. */
const UPLOADS = { maxConcurrent: 6, maxQueued: 24, maxPerClient: 12 };
const uploads = processSingleton("uploads", () => concurrencyLimit(UPLOADS));
holds("uploads", UPLOADS.maxConcurrent + UPLOADS.maxQueued, () => {
  const { running, queued } = uploads.load();
  return running + queued;
});

type Add = <
  Path extends string,
  Actor extends Member | null,
  O extends Output,
  Input extends Schema = undefined,
  Query extends Schema = undefined,
>(
  path: Path,
  route: Route<Path, Actor, Input, Query, O>,
) => void;

/** Looks at every JSON answer before it goes out. Tests hold answers to what their route declares; the site has none. */
export type Inspect = (made: Made, answer: Answer) => void;

export type Door = Record<Method, Add> & {
  /** The routes as they were made. */
  made: Made[];
  app: Hono<Env>;
  /** The same door, whose routes are listed under a word of their own in the API's description. */
  under: (tag: string) => Door;
};

export function makeDoor(inspect?: Inspect): Door {
  return doorOn({ app: new Hono<Env>(), made: [] }, "", inspect);
}

function doorOn({ app, made }: Pick<Door, "app" | "made">, tag: string, inspect?: Inspect): Door {
  const again: Again = (request, env) => app.fetch(request, env);
  const add =
    (method: Method): Add =>
    (path, route) => {
      const one: Made = { ...route, who: route.who.name, method, path, tag };
      made.push(one);
      const inspected = inspect && ((answer: Answer) => inspect(one, answer));
      app.on(method.toUpperCase(), routerPath(path), (c) => {
        const answer = () => respond(c, method, path, route, inspected, again);
        return route.takesFile ? uploads(currentClient(), answer) : answer();
      });
    };
  return {
    get: add("get"),
    post: add("post"),
    put: add("put"),
    patch: add("patch"),
    delete: add("delete"),
    made,
    app,
    under: (other) => doorOn({ app, made }, other, inspect),
  };
}

/** `/articles/{slug}`, as OpenAPI writes it, in the words of the router: `/api/v1/articles/:slug`. */
export const routerPath = (path: string): string => DOOR + path.replace(/\{(\w+)\}/g, ":$1");
