import "server-only";

import { AuthorSchema } from "@/domain/members/answers";
import { CodeNeeded } from "@/domain/members/second-factor-ticket";
import { AccountClosed } from "@/domain/members/sign-in";
import type { SignedIn } from "@/domain/members/sessions";
import { ok } from "@/web/route/answer";
import { PROBLEM_TYPE, problemOf } from "@/web/route/problem";
import { bannedAccessCookie } from "./banned-access";
import { secondFactorCookie } from "./second-factor-cookie";
import { sessionCookie } from "./session-cookie";

/** Signed in: the session's cookie, and on to where one was going. */
export async function welcome({ member, token }: SignedIn, location: string, ...cookies: string[]) {
  return ok(
    { member: AuthorSchema.strip().parse(member) },
    { location, cookies: [await sessionCookie(token), ...cookies] },
  );
}

/** What a way in answers, also to a member who is shut out, or who shall show a second thing. */
export async function welcomeOrWhy<Way extends SignedIn>(
  wayIn: () => Promise<Way>,
  and: (signedIn: Way) => Promise<Awaited<ReturnType<typeof welcome>>>,
) {
  try {
    return await and(await wayIn());
  } catch (problem) {
    if (problem instanceof AccountClosed) return shownTheDecisions(problem);
    if (problem instanceof CodeNeeded) return askedForACode(problem);
    throw problem;
  }
}

/** Half way in: the second thing is asked for on a page of its own, in this browser. */
const askedForACode = (problem: CodeNeeded) => ({
  status: 403 as const,
  body: problemOf(problem),
  location: "/second-factor",
  cookies: [secondFactorCookie(problem.ticket)],
  headers: { "content-type": `${PROBLEM_TYPE}; charset=utf-8` },
});

/** No session; a script hears why, and a browser can now open the page of decisions (see `banned-access.ts`). */
const shownTheDecisions = (problem: AccountClosed) => ({
  status: 403 as const,
  body: problemOf(problem),
  location: "/account/decisions",
  cookies: [bannedAccessCookie(problem.token)],
  headers: { "content-type": `${PROBLEM_TYPE}; charset=utf-8` },
});
