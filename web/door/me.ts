import "server-only";

import { mayWrite } from "@/domain/articles/policy";
import { PendingSchema } from "@/domain/comments/answers";
import { pendingOf } from "@/domain/comments/comments-of-member";
import { unreadCount } from "@/domain/inbox/queries";
import { seesTheDesk } from "@/domain/moderation/decisions/policy";
import { waiting } from "@/domain/moderation/queue/queries";
import { MeSchema } from "@/domain/members/answers";
import { mayListMembers } from "@/domain/members/policy";
import { ok } from "@/web/route/answer";
import { anyone } from "@/web/route/who";
import type { Door } from "@/web/route/make-door";

/** What every page's header shows of the person reading it; the page itself is the same for all. */
export function me(door: Door): void {
  door.get("/me", {
    who: anyone,
    output: { 200: MeSchema },
    summary: "Who is signed in, their unread notices and pending moderation",
    run: async ({ actor }) => {
      if (!actor) return ok({ member: null });
      const unread = await unreadCount(actor);
      const { handle, name, role, suspension, unproven = false, heldBack } = actor;
      return ok({
        member: {
          handle,
          name,
          role,
          suspended: suspension !== null,
          unproven,
          heldBack: heldBack !== undefined,
        },
        unread,
        ...(seesTheDesk(actor) && { queue: await waiting(actor) }),
        can: { write: mayWrite(actor), listMembers: mayListMembers(actor) },
      });
    },
  });

  door.get("/me/pending", {
    who: anyone,
    output: { 200: PendingSchema },
    summary: "Your comments that are pending approval",
    run: async ({ actor }) =>
      ok({ handle: actor?.handle ?? null, items: actor ? await pendingOf(actor) : [] }),
  });
}
