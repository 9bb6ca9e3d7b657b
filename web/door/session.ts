import "server-only";

import { openSampleSession } from "@/domain/members/sample-session";
import { signOut, signOutEverywhere } from "@/domain/members/sessions";
import { DEMO_HANDLE } from "@/domain/members/sample";
import { DemoSignIn, SignIn } from "@/domain/members/schema";
import { NotAllowed } from "@/platform/refusal";
import { SignedInSchema } from "@/domain/members/answers";
import { ProblemSchema } from "@/web/route/problem";
import { done } from "@/web/route/answer";
import { noFormsCookie } from "@/web/route/form-flash";
import { wasPassedOn } from "@/web/protection/client-ip";
import { perMinute } from "@/web/protection/rate-limit";
import { anyone, member } from "@/web/route/who";
import type { Door } from "@/web/route/make-door";
import { sameSitePath } from "@/web/pages/paths";
import { logSecurity } from "@/web/protection/security-log";
import { noBannedAccessCookie, redressToken } from "@/web/sessions/banned-access";
import { deviceCookie } from "@/web/sessions/device-cookie";
import { noSecondFactorCookie } from "@/web/sessions/second-factor-cookie";
import { noRecoveryCodesCookie } from "@/web/sessions/recovery-codes-cookie";
import { maySignInAsSample } from "@/web/sessions/sample";
import { noSessionCookie } from "@/web/sessions/session-cookie";
import { signInCarefully } from "@/web/sessions/sign-in";
import { welcome, welcomeOrWhy } from "@/web/sessions/welcome";
import * as t from "#messages/api";

export function session(door: Door): void {
  door.post("/session", {
    who: anyone,
    output: { 200: SignedInSchema, 403: ProblemSchema },
    summary: "Sign in",
    input: SignIn,
    example: { email: "cy@example.org", password: "seven brass kettles" },
    // Counted by web/sessions/sign-in.ts, which knows the browser.
    replay: false,
    signsIn: true,
    run: ({ input, address, headers: { cookie } }) =>
      welcomeOrWhy(
        () => signInCarefully(input, { ip: address, cookies: cookie }),
        (signedIn) => welcome(signedIn, onward(input.next), deviceCookie(input.email, cookie)),
      ),
  });

  door.post("/session/demo", {
    who: anyone,
    output: { 200: SignedInSchema },
    summary: "Sign in with a demo account; only on your own machine",
    input: DemoSignIn,
    example: { as: "reader" },
    limit: perMinute(60),
    replay: false,
    signsIn: true,
    run: async ({ input, address, headers }) => {
      if (wasPassedOn(headers) || !maySignInAsSample({ ip: address, host: headers.host ?? "" }))
        throw new NotAllowed(t.demoAccountsWorkHereOnly);
      return welcome(await openSampleSession(DEMO_HANDLE[input.as]), onward(input.next));
    },
  });

  door.delete("/session", {
    who: anyone,
    output: { 204: null },
    summary: "Sign out of this browser",
    ofBrowser: true,
    run: async ({ actor, headers }) => {
      for (const token of [actor?.sessionToken ?? null, redressToken(headers.cookie)])
        if (token !== null) await signOut(token);
      if (actor) logSecurity("signed out", { member: actor.id });
      return goodbye();
    },
  });

  door.delete("/account/sessions", {
    who: member,
    output: { 204: null },
    summary: "Sign out everywhere",
    run: async ({ actor }) => {
      await signOutEverywhere(actor);
      logSecurity("signed out everywhere", { member: actor.id });
      return goodbye();
    },
  });
}

const onward = (next: string | undefined): string => sameSitePath(next) ?? "/";

/**
 * What the browser keeps of pages goes too (W3C, "Clear Site Data"). Not by its word for cookies: that takes those of other hosts of
 * the domain along, and the one by which this browser is known when somebody guesses elsewhere.
 */
const goodbye = () =>
  done({
    location: "/",
    cookies: [
      noSessionCookie(),
      noBannedAccessCookie(),
      noSecondFactorCookie(),
      noRecoveryCodesCookie(),
      noFormsCookie(),
    ],
    headers: { "clear-site-data": '"cache"' },
  });
