import "server-only";

import { createHash, randomBytes } from "node:crypto";
import { createRequire } from "node:module";
import type { AuthOptions } from "next-auth";
import { env } from "@/platform/env";
import { CALLBACK_COOKIE } from "@/web/sessions/auth-options";
import { CSRF_COOKIE } from "@/web/sessions/auth-routes";

/*
 * next-auth's own way to an outside provider, asked from here: this process is not one of Next's, so it is called as Next's older
 * routes call it, with a request and a response that have what it reads and writes.
 */

type Cookies = Readonly<Record<string, string>>;
type AuthRequest = Readonly<{
  method: "GET" | "POST";
  action: "signin" | "callback";
  provider: string;
  query: Readonly<Record<string, string>>;
  body: Readonly<Record<string, string>>;
  cookies: Cookies;
}>;
/** Its own token was made here; and where one goes on to is kept by us, sealed (`way-cookie.ts`). */
const NOT_NEEDED = [CSRF_COOKIE, CALLBACK_COOKIE];

/** Where it sends the browser, and the Set-Cookie lines. */
export type Sent = { location: string; cookies: string[] };

type Handler = (request: object, response: object, options: AuthOptions) => Promise<void>;
/** What it exports has another shape for each bundler; to Node it is a CommonJS module. */
const { default: nextAuth } = createRequire(import.meta.url)("next-auth") as { default: Handler };

/** Asks next-auth to send the browser to a provider. @param next a path of ours to go on to */
export function sendToProvider(provider: string, next: string, options: AuthOptions): Promise<Sent> {
  // Whether the request is from a page of ours was asked before; its own token is made here, so that it asks no second time.
  const csrfToken = randomBytes(32).toString("hex");
  const hash = createHash("sha256")
    .update(csrfToken + env.secret)
    .digest("hex");
  return ask(
    {
      method: "POST",
      action: "signin",
      provider,
      query: {},
      body: { csrfToken, callbackUrl: env.siteUrl + next },
      cookies: { [CSRF_COOKIE]: `${csrfToken}|${hash}` },
    },
    options,
  );
}

/** Hands next-auth what a browser brought back from a provider. */
export const takeFromProvider = (
  provider: string,
  query: Readonly<Record<string, string>>,
  cookies: Cookies,
  options: AuthOptions,
): Promise<Sent> => ask({ method: "GET", action: "callback", provider, query, body: {}, cookies }, options);

async function ask({ action, provider, query, ...asked }: AuthRequest, options: AuthOptions): Promise<Sent> {
  const response = new Written();
  const request = { ...asked, headers: {}, query: { ...query, nextauth: [action, provider] } };
  await nextAuth(request, response, options);
  const isOfUse = (line: string) => !NOT_NEEDED.some((name) => line.startsWith(`${name}=`));
  const location = response.getHeader("Location");
  return {
    location: typeof location === "string" ? location : "",
    cookies: response.setCookies().filter(isOfUse),
  };
}

/** As much of a response as it writes to. */
class Written {
  readonly #headers = new Map<string, unknown>();

  getHeader(name: string): unknown {
    return this.#headers.get(name.toLowerCase());
  }

  setHeader(name: string, value: unknown): this {
    this.#headers.set(name.toLowerCase(), value);
    return this;
  }

  setCookies(): string[] {
    return [this.getHeader("set-cookie") ?? []].flat().map(String);
  }

  status(): this {
    return this;
  }

  send(): void {
    // What it would show on pages of its own, ours say.
  }

  json(): void {
    // It is never asked for JSON.
  }

  end(): void {
    // It has been written to before.
  }
}
