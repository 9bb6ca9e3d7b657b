import "server-only";

import { AuthorSchema, SignedInSchema } from "@/domain/members/answers";
import { refuseMachine, refuseUnagreed } from "@/domain/members/joining/sign-up-form";
import { JoinedProvidersSchema } from "@/domain/members/providers/answers";
import { setFirstPassword } from "@/domain/members/providers/first-password";
import { joinedBy, leaveProvider } from "@/domain/members/providers/joined";
import { FirstPassword, NewMemberByProvider } from "@/domain/members/providers/schema";
import { signUpByProvider } from "@/domain/members/providers/sign-up";
import { Refusal } from "@/platform/refusal";
import { sameSitePath } from "@/web/pages/paths";
import { perHour } from "@/web/protection/rate-limit";
import { logSecurity } from "@/web/protection/security-log";
import { created, done, ok } from "@/web/route/answer";
import type { Door } from "@/web/route/make-door";
import { isForm } from "@/web/route/read-body";
import { anyone, member } from "@/web/route/who";
import { newcomerIn, noNewcomerCookie } from "@/web/sessions/providers/way-cookie";
import { sessionCookie } from "@/web/sessions/session-cookie";
import { SIGN_UPS } from "./members";
import * as t from "#messages/providers";

/** Accounts elsewhere, by which members sign in. The way there and back is no route: `web/sessions/providers/`. */
export function providers(door: Door): void {
  door.post("/members/by-provider", {
    who: anyone,
    output: { 201: SignedInSchema },
    summary: "Create an account for whoever has just come from a provider, in the browser that did",
    input: NewMemberByProvider,
    example: { handle: "cy" },
    limit: perHour(SIGN_UPS),
    replay: false,
    signsIn: true,
    run: async ({ input, headers }) => {
      const newcomer = newcomerIn(headers.cookie);
      if (!newcomer) throw new Refusal(t.thatWayHasEnded, 410);
      if (isForm({ headers })) {
        refuseMachine(input);
        await refuseUnagreed(input);
      }
      const { outsider, next, invitation } = newcomer;
      const { member, token } = await signUpByProvider({ invitation, ...input }, outsider);
      logSecurity("signed up", { member: member.id });
      return created(
        { member: AuthorSchema.strip().parse(member) },
        {
          location: sameSitePath(next) ?? `/members/${member.handle}`,
          cookies: [await sessionCookie(token), noNewcomerCookie()],
        },
      );
    },
  });

  door.get("/account/providers", {
    who: member,
    output: { 200: JoinedProvidersSchema },
    summary: "The accounts elsewhere that one signs in with",
    run: async ({ actor }) => ok({ providers: await joinedBy(actor) }),
  });

  door.delete("/account/providers/{id}", {
    who: member,
    output: { 204: null },
    summary: "Disconnect an account elsewhere; never the last way in",
    run: async ({ params, actor }) => {
      await leaveProvider(params.id, actor);
      logSecurity("provider left", { member: actor.id });
      return done({ location: "/account?said=disconnected" });
    },
  });

  door.post("/account/password", {
    who: member,
    output: { 204: null },
    summary: "Set a password for an account that has none, just after signing in",
    input: FirstPassword,
    example: { password: "a new one, at length" },
    limit: perHour(20),
    replay: false,
    run: async ({ input, actor }) => {
      await setFirstPassword(input, actor);
      logSecurity("password changed", { member: actor.id });
      return done({ location: "/account?said=password-set" });
    },
  });
}
