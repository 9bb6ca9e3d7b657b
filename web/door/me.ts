import "server-only";

import { database } from "@/platform/database";
import { isModerator } from "@/domain/members/member";
import { waiting } from "@/domain/moderation/queue/queries";
import { anyone, ok, type Door } from "@/web/frame";

/** More unread notices than this are shown as "99+". */
const UNREAD_SHOWN = 100;

/** What every page's header shows of the person reading it; the page itself is the same for all. */
export function me(door: Door): void {
  door.get("/me", {
    who: anyone,
    summary: "Who am I, and is something waiting for me",
    run: async ({ actor }) => {
      if (!actor) return ok({ member: null });
      const unread = await database().notice.count({
        where: { memberId: actor.id, readAt: null },
        take: UNREAD_SHOWN,
      });
      const { handle, name, role, suspension } = actor;
      return ok({
        member: { handle, name, role, suspended: suspension !== null },
        unread,
        ...(isModerator(actor) && { waiting: await waiting() }),
      });
    },
  });
}
