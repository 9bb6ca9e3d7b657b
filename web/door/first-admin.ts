import "server-only";

import { SignedInSchema } from "@/domain/members/answers";
import { becomeFirstAdmin } from "@/domain/members/first-admin";
import { FirstAdmin } from "@/domain/members/schema";
import { perHour } from "@/web/protection/rate-limit";
import { logSecurity } from "@/web/protection/security-log";
import type { Door } from "@/web/route/make-door";
import { anyone } from "@/web/route/who";
import { deviceCookie } from "@/web/sessions/device-cookie";
import { welcome } from "@/web/sessions/welcome";

/** Somebody who mistypes comes back a few times; a token is not guessed at all. */
const TRIED = 60;

/** How a site gets its first admin. */
export function firstAdmin(door: Door): void {
  door.post("/first-admin", {
    who: anyone,
    output: { 200: SignedInSchema },
    summary:
      "Become the first admin of a site that has none, by the link its last start printed; and sign in",
    input: FirstAdmin,
    example: {
      token: "q".repeat(43),
      email: "ada@example.org",
      handle: "ada",
      password: "seven brass kettles",
      site: "The Tea Room",
    },
    limit: perHour(TRIED),
    replay: false,
    signsIn: true,
    run: async ({ input, headers }) => {
      const signedIn = await becomeFirstAdmin(input);
      logSecurity("first admin", { member: signedIn.member.id });
      return welcome(signedIn, "/moderation/site", deviceCookie(input.email, headers.cookie));
    },
  });
}
