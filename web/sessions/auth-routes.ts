import "server-only";

import type { IncomingMessage } from "node:http";
import { NotFound, Refusal } from "@/platform/refusal";
import { DEVICE_COOKIE } from "./device-cookie";
import { cookieName, cookieNamed, SESSION_COOKIE } from "./session-cookie";
import * as t from "#messages/api";
import { say } from "@/messages/say";

export const AUTH_ROUTES = "/api/auth/";
export const CSRF_COOKIE = cookieName("next-auth.csrf-token");

/** Of next-auth's own addresses those that sign in, sign out and say who is here. Whatever else it answers to is nobody's. */
const OPEN = new Map([
  ["csrf", "GET"],
  ["session", "GET"],
  ["callback/password", "POST"],
  ["signout", "POST"],
]);

/**
 * Lets through to next-auth what it is there for: without a query, and with the cookies it reads. It takes an address to go on to
 * from either, and fails on one that is none.
 * @throws Refusal (404, 405)
 */
export function prepareAuthRequest(request: IncomingMessage): void {
  const path = request.url?.split("?", 1)[0] ?? "";
  const method = OPEN.get(path.slice(AUTH_ROUTES.length));
  if (method === undefined) throw new NotFound();
  if (request.method !== method) throw new Refusal(say(t.thisAddressOnlySupports, { allow: method }), 405);
  const kept = [SESSION_COOKIE, CSRF_COOKIE, DEVICE_COOKIE].flatMap((name) => {
    const value = cookieNamed(name, request.headers.cookie);
    return value === null ? [] : [`${name}=${value}`];
  });
  request.url = path;
  request.headers.cookie = kept.join("; ");
}
