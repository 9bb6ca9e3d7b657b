import "server-only";

import { z } from "zod";
import { markRead } from "@/domain/inbox/commands";
import { NOTICE_KINDS } from "@/domain/inbox/notice";
import { inboxOf, unreadCount } from "@/domain/inbox/queries";
import { type Door, done, member, ok } from "@/web/frame";

const NoticeShape = z.strictObject({
  id: z.uuid(),
  kind: z.enum(NOTICE_KINDS),
  at: z.iso.datetime(),
  read: z.boolean(),
  article: z.strictObject({ slug: z.string(), title: z.string() }).nullable(),
  comment: z
    .strictObject({
      id: z.uuid(),
      author: z.strictObject({ handle: z.string(), name: z.string() }).nullable(),
      excerpt: z.string(),
    })
    .nullable(),
  decision: z.strictObject({ id: z.uuid(), action: z.string(), ground: z.string().nullable() }).nullable(),
});

export function inbox(door: Door): void {
  door.get("/inbox", {
    who: member,
    summary: "What one should know, newest first",
    query: z.strictObject({ after: z.uuid().optional() }),
    output: z.strictObject({ items: z.array(NoticeShape), next: z.uuid().nullable(), unread: z.int() }),
    run: async ({ query, actor }) =>
      ok({ ...(await inboxOf({ after: query.after }, actor)), unread: await unreadCount(actor) }),
  });

  door.post("/inbox/read", {
    who: member,
    summary: "Mark as read: up to and with one notice, or everything",
    input: z.strictObject({ upTo: z.uuid().optional() }),
    run: async ({ input, actor }) => {
      await markRead(input.upTo ?? null, actor);
      return done({ location: "/inbox" });
    },
  });
}
