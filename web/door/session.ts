import "server-only";

import type { IncomingHttpHeaders } from "node:http";
import { z } from "zod";
import {
  AccountClosed,
  openSampleSession,
  type SignedIn,
  signOut,
  signOutEverywhere,
} from "@/domain/members/commands";
import { ROLES } from "@/domain/members/member";
import { DEMO_HANDLE } from "@/domain/members/sample";
import { DemoSignIn, SignIn } from "@/domain/members/schema";
import { NotAllowed } from "@/platform/refusal";
import { type Answer, problemOf } from "@/web/answer";
import { anyone, type Door, done, member, ok, perMinute } from "@/web/frame";
import { sameSitePath } from "@/web/paths";
import { noBannedAccessCookie, bannedAccessCookie } from "@/web/sessions/banned-access";
import { maySignInAsSample } from "@/web/sessions/sample";
import { noSessionCookie, sessionCookie } from "@/web/sessions/session-cookie";
import { signInCarefully } from "@/web/sessions/sign-in";

const Author = z.object({ handle: z.string(), name: z.string(), role: z.enum(ROLES) });
const output = z.strictObject({ member: Author });

export function session(door: Door): void {
  door.post("/session", {
    who: anyone,
    summary: "Sign in",
    input: SignIn,
    output,
    // Wrong ones are counted more strictly (see web/sessions/sign-in.ts).
    limit: perMinute(60),
    replay: false,
    run: async ({ input, address }) => {
      try {
        return await welcome(await signInCarefully(input, address), input.next);
      } catch (problem) {
        if (problem instanceof AccountClosed) return shownTheDecisions(problem);
        throw problem;
      }
    },
  });

  door.post("/session/demo", {
    who: anyone,
    summary: "Sign in as one of the sample cast: only on one's own machine",
    input: DemoSignIn,
    output,
    limit: perMinute(60),
    replay: false,
    run: async ({ input, address, headers }) => {
      if (wasPassedOn(headers) || !maySignInAsSample({ ip: address, host: headers.host ?? "" }))
        throw new NotAllowed("The sample cast can only be tried on one's own machine.");
      return welcome(await openSampleSession(DEMO_HANDLE[input.as]), input.next);
    },
  });

  door.delete("/session", {
    who: anyone,
    summary: "Sign out of this browser",
    run: async ({ actor }) => {
      if (actor?.sessionToken) await signOut(actor.sessionToken);
      return goodbye();
    },
  });

  door.delete("/account/sessions", {
    who: member,
    summary: "Sign out everywhere",
    run: async ({ actor }) => {
      await signOutEverywhere(actor);
      return goodbye();
    },
  });
}

/** A proxy or a tunnel on this machine makes the whole world look local; most of them say that they stand between. */
const wasPassedOn = (headers: IncomingHttpHeaders): boolean =>
  ["x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded", "via"].some((name) => name in headers);

async function welcome({ member, token }: SignedIn, next: string | undefined): Promise<Answer> {
  return ok(
    { member: Author.parse(member) },
    { location: sameSitePath(next) ?? "/", cookies: [await sessionCookie(token)] },
  );
}

/** No session; a script hears why, and a browser can now open the page of decisions (see `web/sessions/banned-access.ts`). */
const shownTheDecisions = (problem: AccountClosed): Answer => ({
  status: problem.status,
  body: problemOf(problem),
  location: "/account/decisions",
  cookies: [bannedAccessCookie(problem.memberId)],
  headers: { "content-type": "application/problem+json; charset=utf-8" },
});

const goodbye = (): Answer => done({ location: "/", cookies: [noSessionCookie(), noBannedAccessCookie()] });
