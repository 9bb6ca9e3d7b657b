import "server-only";

import type { AuthOptions } from "next-auth";
import { arrive } from "@/domain/members/providers/arrive";
import { joinProvider } from "@/domain/members/providers/joined";
import type { Outsider } from "@/domain/members/providers/outside";
import { CodeNeeded } from "@/domain/members/second-factor-ticket";
import { AccountClosed } from "@/domain/members/sign-in";
import { log } from "@/platform/log";
import type { Provider } from "@/platform/provider-settings";
import { isRefusal, ReauthenticateFirst } from "@/platform/refusal";
import { logSecurity } from "@/web/protection/security-log";
import { authOptions, jwt, WAY_COOKIES } from "@/web/sessions/auth-options";
import { bannedAccessCookie } from "@/web/sessions/banned-access";
import { secondFactorCookie } from "@/web/sessions/second-factor-cookie";
import { cookieNamed, endFormerSession, viewerOf } from "@/web/sessions/session-cookie";
import { outsiderIn } from "./claims";
import { configOf } from "./config";
import { takeFromProvider, type Sent } from "./next-auth";
import { newcomerCookie, noWayCookie, wayIn, type Way } from "./way-cookie";

/** What a provider's answer may hold (RFC 6749, 4.1.2; RFC 9207). */
const ANSWERS = ["code", "state", "iss", "error", "session_state"] as const;
/** Longer ones are nobody's. Characters. */
const ANSWER_LENGTH = 4_000;

/** Where somebody goes on, with what their browser keeps; `token` where they are signed in now. */
type Outcome = { location: string; cookies?: string[]; token?: string };

/** A browser comes back from a provider. Whatever is wrong with what it brings, its reader comes to a page that says so. */
export async function comeBack(
  provider: Provider,
  query: URLSearchParams,
  cookies: string | undefined,
): Promise<Sent> {
  const way = wayIn(cookies);
  const failed: Outcome = { location: failedAt(way, "provider") };
  let outcome = failed;
  let broken: Error | undefined;
  const options = optionsFor(provider, async (outsider) => {
    try {
      if (way?.provider === provider.id) outcome = await settle(outsider, { provider, way, cookies });
    } catch (problem) {
      broken = problem instanceof Error ? problem : new Error(String(problem));
    }
    return outcome.token ?? null;
  });
  const sent = await takeFromProvider(provider.id, answerIn(query), kept(cookies), options);
  if (broken) throw broken;
  if (outcome === failed) logSecurity("sign-in refused", { status: 403 });
  if (outcome.token !== undefined) await endFormerSession(cookies, sent.cookies);
  return {
    location: outcome.location,
    cookies: [...sent.cookies, noWayCookie(), ...(outcome.cookies ?? [])],
  };
}

/** @param settled what becomes of whom the provider names: their session's token, or null */
function optionsFor(
  provider: Provider,
  settled: (outsider: Outsider) => Promise<string | null>,
): AuthOptions {
  return {
    ...authOptions,
    providers: [configOf(provider)],
    callbacks: {
      jwt,
      signIn: async ({ user, profile }) => {
        const outsider = outsiderIn(profile, provider.secondStep);
        if (outsider && outsider.issuer !== provider.issuer)
          log.warn(
            { provider: provider.id, issuer: outsider.issuer },
            "an issuer has another name than in the settings",
          );
        const token = outsider?.issuer === provider.issuer ? await settled(outsider) : null;
        if (token !== null) user.session = token;
        return token === null ? "/" : true;
      },
    },
  };
}

type Back = { provider: Provider; way: Way; cookies: string | undefined };

async function settle(outsider: Outsider, { provider, way, cookies }: Back): Promise<Outcome> {
  if (way.joins !== null) return join(outsider, way.joins, cookies);
  try {
    const arrival = await arrive(outsider, provider.name);
    if (arrival.kind === "unproven" || arrival.kind === "taken")
      return { location: failedAt(way, arrival.kind) };
    if (arrival.kind === "new") {
      const newcomer = {
        outsider: arrival.outsider,
        provider: provider.name,
        next: way.next,
        invitation: way.invitation,
      };
      return { location: "/sign-up/finish", cookies: [newcomerCookie(newcomer)] };
    }
    logSecurity("signed in", { member: arrival.memberId });
    return { location: way.next, token: arrival.token };
  } catch (problem) {
    if (problem instanceof AccountClosed)
      return { location: "/account/decisions", cookies: [bannedAccessCookie(problem.token)] };
    if (problem instanceof CodeNeeded)
      return { location: secondFactorBefore(way.next), cookies: [secondFactorCookie(problem.ticket)] };
    if (isRefusal(problem)) return { location: failedAt(way, "provider") };
    throw problem;
  }
}

/** Only for the member who began it, in the same browser and still signed in. */
async function join(outsider: Outsider, memberId: string, cookies: string | undefined): Promise<Outcome> {
  const viewer = await viewerOf(cookies);
  if (viewer?.id !== memberId) return { location: "/account?said=not-connected" };
  try {
    await joinProvider(outsider, viewer);
    logSecurity("provider joined", { member: viewer.id });
    return { location: "/account?said=connected" };
  } catch (problem) {
    if (problem instanceof ReauthenticateFirst) return { location: "/account?said=not-connected" };
    if (isRefusal(problem)) return { location: "/account?said=taken" };
    throw problem;
  }
}

function failedAt(way: Way | null, error: "provider" | "unproven" | "taken"): string {
  if (way && way.joins !== null) return "/account?said=not-connected";
  const query = new URLSearchParams({ error, ...(way && way.next !== "/" && { next: way.next }) });
  return `/sign-in?${query.toString()}`;
}

const secondFactorBefore = (next: string): string =>
  `/second-factor?${new URLSearchParams({ next }).toString()}`;

const answerIn = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    ANSWERS.flatMap((name) => {
      const values = query.getAll(name);
      return values.length === 1 && (values[0]?.length ?? 0) <= ANSWER_LENGTH
        ? [[name, values[0] ?? ""]]
        : [];
    }),
  );

/** The cookies that next-auth looks for. */
const kept = (cookies: string | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.values(WAY_COOKIES).flatMap((name) => {
      const value = cookieNamed(name, cookies);
      return value === null ? [] : [[name, value]];
    }),
  );
