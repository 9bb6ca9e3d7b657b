import "server-only";

import { SignedInSchema } from "@/domain/members/answers";
import { askForPassword, choosePassword, choosePasswordByCode } from "@/domain/members/recovery";
import { ForgottenPassword, RecoveredByCode, RecoveredPassword } from "@/domain/members/schema";
import type { SignedIn } from "@/domain/members/sessions";
import { perHour } from "@/web/protection/rate-limit";
import { logSecurity, shortHash } from "@/web/protection/security-log";
import { done } from "@/web/route/answer";
import type { Door } from "@/web/route/make-door";
import { ProblemSchema } from "@/web/route/problem";
import { anyone } from "@/web/route/who";
import { askedCookie, askedToken, noAskedCookie } from "@/web/sessions/asked-cookie";
import { welcome, welcomeOrWhy } from "@/web/sessions/welcome";

/** A whole office may forget its passwords; whoever sends mails to strangers wants more. */
const ASKED = 20;
const TRIED = 60;

/** Resetting a forgotten password. */
export function recovery(door: Door): void {
  door.post("/recovery", {
    who: anyone,
    output: { 204: null },
    summary: "Ask for a new password by e-mail; the answer is the same for an address without an account",
    input: ForgottenPassword,
    example: { email: "cy@example.org" },
    limit: perHour(ASKED),
    replay: false,
    run: async ({ input }) => {
      const browser = await askForPassword(input.email);
      logSecurity("new password asked for", { account: shortHash(input.email) });
      return done({ location: "/forgotten-password?asked=1", cookies: [askedCookie(browser)] });
    },
  });

  door.post("/recovery/password", {
    who: anyone,
    output: { 200: SignedInSchema, 403: ProblemSchema },
    summary:
      "Choose a new password by the link in the e-mail, and sign in; every other browser is signed out",
    input: RecoveredPassword,
    example: { token: "q".repeat(43), password: "a new one, at length" },
    limit: perHour(TRIED),
    replay: false,
    run: ({ input }) => welcomeOrWhy(() => choosePassword(input), backIn),
  });

  door.post("/recovery/code", {
    who: anyone,
    output: { 200: SignedInSchema, 403: ProblemSchema },
    summary: "Choose a new password by the code in the e-mail, in the browser that asked",
    input: RecoveredByCode,
    example: { code: "123456", password: "a new one, at length" },
    limit: perHour(TRIED),
    replay: false,
    run: ({ input, headers }) =>
      welcomeOrWhy(() => choosePasswordByCode(input, askedToken(headers.cookie)), backIn),
  });
}

function backIn(signedIn: SignedIn) {
  logSecurity("password recovered", { member: signedIn.member.id });
  return welcome(signedIn, "/account?said=password", noAskedCookie());
}
