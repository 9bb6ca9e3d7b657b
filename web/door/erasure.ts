import "server-only";

import { askErasure, askErasureOf, keepAccountOf } from "@/domain/members/erasure";
import { AskedErasure } from "@/domain/members/schema";
import { perHour } from "@/web/protection/rate-limit";
import { logSecurity } from "@/web/protection/security-log";
import { done } from "@/web/route/answer";
import { noFormsCookie } from "@/web/route/form-flash";
import type { Door } from "@/web/route/make-door";
import { member } from "@/web/route/who";
import { noSessionCookie } from "@/web/sessions/session-cookie";

const TRIED = 10;

/** Deleting an account, and stopping that. */
export function erasure(door: Door): void {
  door.post("/account/erasure", {
    who: member,
    output: { 204: null },
    summary: "Delete your account: hidden at once, deleted after a week, kept if you sign in before then",
    input: AskedErasure,
    example: { texts: "stay", sure: true },
    limit: perHour(TRIED),
    replay: false,
    run: async ({ input, actor }) => {
      await askErasure(input, actor);
      logSecurity("erasure asked for", { member: actor.id });
      return done({
        location: "/goodbye",
        cookies: [noSessionCookie(), noFormsCookie()],
        headers: { "clear-site-data": '"cache"' },
      });
    },
  });

  door.post("/members/{handle}/erasure", {
    who: member,
    output: { 204: null },
    summary: "Delete a member's account at their request (admins)",
    input: AskedErasure,
    example: { texts: "stay", sure: true },
    limit: perHour(TRIED),
    run: async ({ params, input, actor }) => {
      const { id } = await askErasureOf(params.handle, input, actor);
      logSecurity("erasure asked for", { member: actor.id, subject: id });
      return done({ location: `/moderation/members/${params.handle}` });
    },
  });

  door.delete("/members/{handle}/erasure", {
    who: member,
    output: { 204: null },
    summary: "Keep an account that is being deleted, within the week (admins)",
    run: async ({ params, actor }) => {
      const id = await keepAccountOf(params.handle, actor);
      logSecurity("erasure taken back", { member: actor.id, subject: id });
      return done({ location: `/moderation/members/${params.handle}` });
    },
  });
}
