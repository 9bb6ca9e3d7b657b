import "server-only";

import type { IncomingMessage } from "node:http";
import { withQuery } from "@/web/pages/paths";
import { saveFormFlash, takeDeed, type KeptDeed } from "./form-flash";
import type { Body, FormBody } from "./read-body";
import type { Env, Method } from "./route";

/** Another request to the same door. */
export type Again = (request: Request, env: Env["Bindings"]) => Response | Promise<Response>;

/** The fields by which a form says where it leads, whose it is, and that it is to be done once. */
const WAY = ["_return", "_back", "_key", "_as"];

/** What a plain form that met a sign-in asked for, where it is done without a further question. */
export function deedOf(
  method: Method,
  path: string,
  said: string | undefined,
  body: Body | null,
): KeptDeed | undefined {
  // Whoever only wanted to look at it first has not said that it shall be done.
  if (said === undefined || !body?.form || body.fields._look !== undefined) return undefined;
  const way = Object.fromEntries(Object.entries(body.fields).filter(([name]) => WAY.includes(name)));
  return { method, path, said, way };
}

/**
 * What this browser was kept from by having to sign in, or to confirm who it is, is done in the answer to that: by the same route, with everything
 * that is asked of any request, as whoever is signed in now. Only the browser that sent a form has the key to it.
 * @param page where signing in leads; its cookies go out in any case
 */
export async function finishDeed(
  page: Response,
  { fields }: FormBody,
  env: Env["Bindings"],
  again: Again,
): Promise<Response> {
  const cookies = page.headers.getSetCookie();
  const header = withCookies(env.incoming.headers.cookie, cookies);
  const deed = await takeDeed(fields._finish, header);
  if (!deed) return page;
  const wish: FormBody = {
    form: true,
    fields: { ...deed.fields, ...deed.way },
    bytes: Buffer.from(deed.path),
  };
  const incoming = asIfFrom(env.incoming, deed, header);
  const request = new Request(new URL(deed.path, "http://moot.invalid"), {
    method: deed.method.toUpperCase(),
  });
  const answer = await again(request, { ...env, incoming, body: wish });
  const finished = deed.said === "" ? answer : await told(answer, deed, header);
  // What the deed itself says of a cookie is the later word: whoever deleted their account is signed out.
  const said = finished.headers.getSetCookie().map(nameOf);
  for (const cookie of cookies)
    if (!said.includes(nameOf(cookie))) finished.headers.append("set-cookie", cookie);
  return finished;
}

const nameOf = (cookie: string): string => cookie.split("=")[0] ?? "";

/** The page it leads to says that it is done. What was refused leads back to its form, with the reason. */
async function told(answer: Response, { said }: KeptDeed, cookies: string): Promise<Response> {
  const location = answer.headers.get("location");
  const headers = new Headers(answer.headers);
  if (location !== null && !isRefused(location)) {
    const { id, cookie } = await saveFormFlash(
      { fields: {}, problem: "", problems: {}, done: said },
      cookies,
    );
    headers.set("location", withQuery(location, "kept", id));
    headers.append("set-cookie", cookie);
  }
  return new Response(answer.body, { status: answer.status, headers });
}

/** A refused form comes back as one that is kept. */
const isRefused = (location: string): boolean =>
  new URL(location, "http://moot.invalid").searchParams.has("kept");

/** The same request as far as anybody can ask about it, but for what is asked for and by whom. */
function asIfFrom(incoming: IncomingMessage, { method, path }: KeptDeed, cookie: string): IncomingMessage {
  const headers = { ...incoming.headers, cookie, "idempotency-key": undefined };
  return Object.create(incoming, {
    headers: { value: headers },
    method: { value: method.toUpperCase() },
    url: { value: path },
  }) as IncomingMessage;
}

/** A Cookie header with what these Set-Cookie lines change of it. */
function withCookies(header: string | undefined, lines: string[]): string {
  const set = lines.map((line) => line.split(";")[0] ?? "");
  const names = set.map((pair) => `${nameOf(pair)}=`);
  const kept = (header ?? "").split("; ").filter((pair) => !names.some((name) => pair.startsWith(name)));
  return [...kept, ...set].filter(Boolean).join("; ");
}
