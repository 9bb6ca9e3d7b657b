import "server-only";

import type { IncomingMessage, ServerResponse } from "node:http";
import { isFreshlyProven } from "@/domain/members/reauthentication";
import { env } from "@/platform/env";
import type { Provider } from "@/platform/provider-settings";
import { Refusal } from "@/platform/refusal";
import { sameSitePath } from "@/web/pages/paths";
import { clientIp, dailyHash, rateLimitKey } from "@/web/protection/client-ip";
import { refuseOtherSites } from "@/web/protection/csrf";
import { countRequest, perMinute } from "@/web/protection/rate-limit";
import { NOTHING_RUNS } from "@/web/protection/security-headers";
import { authOptions } from "@/web/sessions/auth-options";
import { AUTH_ROUTES } from "@/web/sessions/auth-routes";
import { viewerOf } from "@/web/sessions/session-cookie";
import { comeBack } from "./come-back";
import { configOf } from "./config";
import { sendToProvider, type Sent } from "./next-auth";
import { wayCookie } from "./way-cookie";
import * as t from "#messages/api";

/** Each asks a provider: a person tries a few times, a class behind one address together. */
const TRIES = perMinute(30);

type Step = { action: "signin" | "callback"; provider: Provider };

/** What is asked at next-auth's address of a provider that is in the settings; null for all other addresses. */
export function providerStep(path: string): Step | null {
  if (!path.startsWith(AUTH_ROUTES)) return null;
  const [action, id, ...more] = path.slice(AUTH_ROUTES.length).split("/");
  const provider = env.providers.find((one) => one.id === id);
  if (!provider || more.length > 0 || (action !== "signin" && action !== "callback")) return null;
  return { action, provider };
}

/**
 * Sends a browser to a provider, or takes it back: both by a link, for a form's answer may not lead to another site (its page's policy says
 * so). Nothing is written on the way there; and a link on another site's page is refused.
 */
export async function answerProvider(
  request: IncomingMessage,
  response: ServerResponse,
  { action, provider }: Step,
): Promise<void> {
  if (request.method !== "GET") throw new Refusal(t.aPageCanOnlyBeRead, 405);
  if (action === "signin") refuseOtherSites(request);
  await countRequest(`provider ${action}`, dailyHash(rateLimitKey(clientIp(request))), TRIES);
  const query = new URL(request.url ?? "/", env.siteUrl).searchParams;
  const { cookie } = request.headers;
  const { location, cookies } =
    action === "signin" ? await begin(provider, query, cookie) : await comeBack(provider, query, cookie);
  response.writeHead(303, {
    location,
    "set-cookie": cookies,
    "cache-control": "private, no-store",
    "content-security-policy": NOTHING_RUNS,
  });
  response.end();
}

async function begin(provider: Provider, query: URLSearchParams, cookies: string | undefined): Promise<Sent> {
  const viewer = await viewerOf(cookies);
  const isJoining = query.get("join") !== null;
  const next = sameSitePath(query.get("next")) ?? "/";
  if (isJoining && !viewer) return { location: "/sign-in?next=%2Faccount", cookies: [] };
  if (!isJoining && viewer) return { location: next, cookies: [] };
  if (isJoining && viewer && !(await isFreshlyProven(viewer)))
    return { location: "/confirm-identity?next=%2Faccount", cookies: [] };
  const options = { ...authOptions, providers: [configOf(provider)] };
  const { location, cookies: theirs } = await sendToProvider(provider.id, next, options);
  // Where the provider is away next-auth names a page of its own.
  if (location === "" || location.startsWith(`${env.siteUrl}/`))
    return { location: isJoining ? "/account?said=not-connected" : "/sign-in?error=away", cookies: [] };
  const invitation = query.get("invitation") ?? undefined;
  const way = { provider: provider.id, next, joins: isJoining ? (viewer?.id ?? null) : null, invitation };
  return { location, cookies: [...theirs, wayCookie(way)] };
}
