import "server-only";

import { claimAgain, proveClaim, proveClaimByCode } from "@/domain/members/claims";
import { Claim, CodeTyped, LinkUsed } from "@/domain/members/schema";
import { perHour } from "@/web/protection/rate-limit";
import { logSecurity } from "@/web/protection/security-log";
import { sameSitePath, withQuery } from "@/web/pages/paths";
import { done } from "@/web/route/answer";
import type { Door } from "@/web/route/make-door";
import { anyone, member } from "@/web/route/who";
import { askedCookie, askedToken, noAskedCookie } from "@/web/sessions/asked-cookie";

const ASKED = 10;
const TRIED = 60;

/** Confirming the e-mail address of a new account. */
export function claims(door: Door): void {
  door.post("/account/claim", {
    who: member,
    output: { 204: null },
    summary: "Have the e-mail that confirms a new account's address sent again, or to another address",
    input: Claim,
    example: { email: "cy@example.org" },
    limit: perHour(ASKED),
    replay: false,
    run: async ({ input, actor }) => {
      const browser = await claimAgain(input.email, actor);
      return done({ location: "/confirm-address?said=again", cookies: [askedCookie(browser)] });
    },
  });

  door.post("/account/claim/link", {
    who: anyone,
    output: { 204: null },
    summary: "Confirm a new account's address by the link that was sent to it",
    input: LinkUsed,
    example: { token: "q".repeat(43) },
    limit: perHour(TRIED),
    replay: false,
    run: async ({ input }) => {
      logSecurity("address confirmed", { member: await proveClaim(input.token) });
      return done({ location: "/confirm-address?said=confirmed" });
    },
  });

  door.post("/account/claim/code", {
    who: anyone,
    output: { 204: null },
    summary: "Confirm it by the code in the e-mail, in the browser that asked",
    input: CodeTyped,
    example: { code: "123456" },
    limit: perHour(TRIED),
    replay: false,
    run: async ({ input, headers }) => {
      logSecurity("address confirmed", {
        member: await proveClaimByCode(input.code, askedToken(headers.cookie)),
      });
      const location = withQuery("/confirm-address?said=confirmed", "next", sameSitePath(input.next) ?? "/");
      return done({ location, cookies: [noAskedCookie()] });
    },
  });
}
