import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { isRefusal } from "@/platform/refusal";
import { prepareAuthRequest } from "./auth-routes";

function asking(method: string, path: string, cookie = ""): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  return Object.assign(request, { method, url: `/api/auth/${path}`, headers: { cookie } });
}

function statusOf(method: string, path: string): number {
  try {
    prepareAuthRequest(asking(method, path));
    return 200;
  } catch (problem) {
    return isRefusal(problem) ? problem.status : 500;
  }
}

test("of next-auth's addresses four are open, each by its own method; all others are not there", () => {
  const open = { csrf: "GET", session: "GET", "callback/password": "POST", signout: "POST" };
  for (const [path, method] of Object.entries(open)) {
    expect(statusOf(method, path), path).toBe(200);
    expect(statusOf(method === "GET" ? "POST" : "GET", path), path).toBe(405);
  }
  const closed =
    "providers signin signin/password _log error error?error=– verify-request callback callback/x ../x csrf/ %63srf";
  for (const path of closed.split(" "))
    for (const method of ["GET", "HEAD", "POST", "PUT"]) expect(statusOf(method, path), path).toBe(404);
});

test("next-auth gets no query, and no cookie but those it reads", () => {
  const request = asking(
    "GET",
    "session?callbackUrl=x",
    "a=1; next-auth.callback-url=http://[; next-auth.csrf-token=t; next-auth.session-token=s; moot-wrote=1",
  );
  prepareAuthRequest(request);
  expect(request.url).toBe("/api/auth/session");
  expect(request.headers.cookie).toBe("next-auth.session-token=s; next-auth.csrf-token=t");
});
