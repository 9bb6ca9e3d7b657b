import "server-only";

import { z } from "zod";
import { markOneRead, markRead } from "@/domain/inbox/commands";
import { inboxOf, unreadCount } from "@/domain/inbox/queries";
import { InboxSchema } from "@/domain/inbox/answers";
import { done, ok } from "@/web/route/answer";
import { EXAMPLE_ID } from "@/web/route/openapi-words";
import { member } from "@/web/route/who";
import type { Door } from "@/web/route/make-door";

export function inbox(door: Door): void {
  door.get("/inbox", {
    who: member,
    output: { 200: InboxSchema },
    summary: "Your notices, newest first",
    query: z.strictObject({ after: z.uuid().optional() }),
    run: async ({ query, actor }) =>
      ok({ ...(await inboxOf({ after: query.after }, actor)), unread: await unreadCount(actor) }),
  });

  door.post("/inbox/{id}/read", {
    who: member,
    output: { 204: null },
    summary: "Mark one notice as read",
    run: async ({ params, actor }) => {
      await markOneRead(params.id, actor);
      return done({ location: "/inbox" });
    },
  });

  door.post("/inbox/read", {
    who: member,
    output: { 204: null },
    summary: "Mark notices as read: all of them, or up to and including one",
    input: z.strictObject({ upTo: z.uuid().optional() }),
    example: { upTo: EXAMPLE_ID },
    run: async ({ input, actor }) => {
      await markRead(input.upTo ?? null, actor);
      return done({ location: "/inbox" });
    },
  });
}
