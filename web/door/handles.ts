import "server-only";

import { changeHandle, handlesOf, setEarlierHandles } from "@/domain/members/change-handle";
import { OwnHandlesSchema } from "@/domain/members/answers";
import { EarlierHandles, NewHandle } from "@/domain/members/schema";
import { perHour } from "@/web/protection/rate-limit";
import { logSecurity } from "@/web/protection/security-log";
import { done, ok } from "@/web/route/answer";
import type { Door } from "@/web/route/make-door";
import { member } from "@/web/route/who";

/** What one is called in addresses. */
export function handles(door: Door): void {
  door.get("/account/handles", {
    who: member,
    output: { 200: OwnHandlesSchema },
    summary: "Your earlier usernames, and when you can choose another",
    run: async ({ actor }) => ok(await handlesOf(actor)),
  });

  door.put("/account/handle", {
    who: member,
    output: { 204: null },
    summary: "Choose another username, once a month; the earlier one stays yours",
    input: NewHandle,
    example: { handle: "cy-writes", leads: true },
    limit: perHour(20),
    run: async ({ input, actor }) => {
      await changeHandle(input, actor);
      logSecurity("handle changed", { member: actor.id });
      return done({ location: "/account?said=handle" });
    },
  });

  door.put("/account/earlier-handles", {
    who: member,
    output: { 204: null },
    summary: "Say whether your earlier usernames lead to you",
    input: EarlierHandles,
    example: { leads: false },
    run: async ({ input, actor }) => {
      await setEarlierHandles(input, actor);
      return done({ location: "/account?said=handle" });
    },
  });
}
