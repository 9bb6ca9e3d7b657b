import "server-only";

import { SignedInSchema } from "@/domain/members/answers";
import { askForLink, signInByCode, signInByLink } from "@/domain/members/link-by-mail";
import { CodeTyped, LinkUsed, LinkWanted } from "@/domain/members/schema";
import type { SignedIn } from "@/domain/members/sessions";
import { sameSitePath } from "@/web/pages/paths";
import { perHour } from "@/web/protection/rate-limit";
import { logSecurity, shortHash } from "@/web/protection/security-log";
import { done } from "@/web/route/answer";
import type { Door } from "@/web/route/make-door";
import { ProblemSchema } from "@/web/route/problem";
import { anyone } from "@/web/route/who";
import { askedCookie, askedToken, noAskedCookie } from "@/web/sessions/asked-cookie";
import { welcome, welcomeOrWhy } from "@/web/sessions/welcome";

/** The same limits as for a new password. */
const ASKED = 20;
const TRIED = 60;

/** Signing in by a link or a code in an e-mail. */
export function linkByMail(door: Door): void {
  door.post("/session/mail", {
    who: anyone,
    output: { 204: null },
    summary: "Ask for a sign-in link by e-mail; the answer is the same for an address without an account",
    input: LinkWanted,
    example: { email: "cy@example.org" },
    limit: perHour(ASKED),
    replay: false,
    run: async ({ input }) => {
      const browser = await askForLink(input.email);
      logSecurity("link to sign in asked for", { account: shortHash(input.email) });
      return done({ location: "/sign-in-link?asked=1", cookies: [askedCookie(browser)] });
    },
  });

  door.post("/session/link", {
    who: anyone,
    output: { 200: SignedInSchema, 403: ProblemSchema },
    summary: "Sign in by the link in the e-mail",
    input: LinkUsed,
    example: { token: "q".repeat(43) },
    limit: perHour(TRIED),
    replay: false,
    run: ({ input }) =>
      welcomeOrWhy(
        () => signInByLink(input.token),
        (signedIn) => inside(signedIn, "/"),
      ),
  });

  door.post("/session/code", {
    who: anyone,
    output: { 200: SignedInSchema, 403: ProblemSchema },
    summary: "Sign in by the code in the e-mail, in the browser that asked",
    input: CodeTyped,
    example: { code: "123456" },
    limit: perHour(TRIED),
    replay: false,
    run: ({ input, headers }) =>
      welcomeOrWhy(
        () => signInByCode(input.code, askedToken(headers.cookie)),
        (signedIn) => inside(signedIn, sameSitePath(input.next) ?? "/"),
      ),
  });
}

function inside(signedIn: SignedIn, location: string) {
  logSecurity("signed in", { member: signedIn.member.id });
  return welcome(signedIn, location, noAskedCookie());
}
