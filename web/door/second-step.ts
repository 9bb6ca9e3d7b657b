import "server-only";

import { SignedInSchema } from "@/domain/members/answers";
import { confirmByPasskey } from "@/domain/members/confirm-identity";
import { SignInOptionsSchema } from "@/domain/members/keys/answers";
import { signInByPasskey, signInOptions } from "@/domain/members/keys/asserted";
import { CodeGiven, PasskeyUsed, PasswordGiven } from "@/domain/members/keys/schema";
import type { SignedIn } from "@/domain/members/sessions";
import { sameSitePath } from "@/web/pages/paths";
import { perHour, perMinute } from "@/web/protection/rate-limit";
import { logSecurity } from "@/web/protection/security-log";
import { ok } from "@/web/route/answer";
import type { Door } from "@/web/route/make-door";
import { ProblemSchema } from "@/web/route/problem";
import { anyone, member } from "@/web/route/who";
import { noSecondFactorCookie } from "@/web/sessions/second-factor-cookie";
import { codeCarefully, confirmCodeCarefully, confirmPasswordCarefully } from "@/web/sessions/second-factor";
import { welcome, welcomeOrWhy } from "@/web/sessions/welcome";

const TRIED = 60;
const A_SIGNATURE = {
  id: "q",
  response: { clientDataJSON: "q", authenticatorData: "q", signature: "q" },
};

/** Signing in by a passkey, or by a code after the password; and showing once more that it is oneself. */
export function secondStep(door: Door): void {
  door.post("/session/passkey/options", {
    who: anyone,
    output: { 200: SignInOptionsSchema },
    summary: "What a browser is given to find a passkey of this site",
    // Each opening of the sign-in page asks once; nothing is kept of it.
    limit: perMinute(120),
    replay: false,
    run: () => ok(signInOptions()),
  });

  door.post("/session/passkey", {
    who: anyone,
    output: { 200: SignedInSchema, 403: ProblemSchema },
    summary: "Sign in with a passkey",
    input: PasskeyUsed,
    example: { credential: A_SIGNATURE },
    limit: perHour(TRIED),
    replay: false,
    signsIn: true,
    run: ({ input }) =>
      welcomeOrWhy(
        () => signInByPasskey(input.credential),
        (signedIn) => inside(signedIn, input.next),
      ),
  });

  door.post("/session/second-factor", {
    who: anyone,
    output: { 200: SignedInSchema, 403: ProblemSchema },
    summary: "Finish signing in with a code of one's app, or a recovery code",
    input: CodeGiven,
    example: { code: "123456" },
    limit: perHour(TRIED),
    replay: false,
    signsIn: true,
    run: ({ input, headers }) =>
      welcomeOrWhy(
        () => codeCarefully(input.code, headers.cookie),
        (signedIn) => inside(signedIn, input.next, ...signedIn.known),
      ),
  });

  confirmation(door);
}

function inside(signedIn: SignedIn, next: string | undefined, ...cookies: string[]) {
  logSecurity("signed in", { member: signedIn.member.id });
  return welcome(signedIn, sameSitePath(next) ?? "/", noSecondFactorCookie(), ...cookies);
}

/** Whoever is signed in shows once more that it is them; the session goes on under another token. */
function confirmation(door: Door): void {
  door.post("/session/confirmation", {
    who: member,
    output: { 200: SignedInSchema },
    summary: "Confirm that it is you, by your password",
    input: PasswordGiven,
    example: { current: "the present password" },
    limit: perHour(TRIED),
    replay: false,
    signsIn: true,
    run: async ({ input, actor }) => goOn(await confirmPasswordCarefully(input.current, actor), input.next),
  });

  door.post("/session/confirmation/code", {
    who: member,
    output: { 200: SignedInSchema },
    summary: "The same by a code of your app, or a recovery code",
    input: CodeGiven,
    example: { code: "123456" },
    limit: perHour(TRIED),
    replay: false,
    signsIn: true,
    run: async ({ input, actor }) => goOn(await confirmCodeCarefully(input.code, actor), input.next),
  });

  door.post("/session/confirmation/passkey", {
    who: member,
    output: { 200: SignedInSchema },
    summary: "The same by a passkey",
    input: PasskeyUsed,
    example: { credential: A_SIGNATURE },
    limit: perHour(TRIED),
    replay: false,
    signsIn: true,
    run: async ({ input, actor }) => goOn(await confirmByPasskey(input.credential, actor), input.next),
  });
}

function goOn(signedIn: SignedIn, next: string | undefined) {
  logSecurity("identity confirmed", { member: signedIn.member.id });
  return welcome(signedIn, sameSitePath(next) ?? "/account");
}
