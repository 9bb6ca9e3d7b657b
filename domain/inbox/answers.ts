import { z } from "zod";
import { NOTICE_KINDS, type NoticeView } from "./notice";
import { Time, answerSchema } from "@/domain/answer-schema";

export const NoticeViewSchema = answerSchema<NoticeView>()(
  "Notice",
  z.strictObject({
    id: z.uuid(),
    kind: z.enum(NOTICE_KINDS),
    at: Time,
    read: z.boolean(),
    article: z
      .strictObject({
        slug: z.string(),
        title: z.string(),
      })
      .nullable(),
    comment: z
      .strictObject({
        id: z.uuid(),
        author: z
          .strictObject({
            handle: z.string(),
            name: z.string(),
          })
          .nullable(),
        excerpt: z.string(),
      })
      .nullable(),
    decision: z
      .strictObject({
        id: z.uuid(),
        action: z.string(),
        ground: z.string().nullable(),
      })
      .nullable(),
  }),
);

export const InboxSchema = z.strictObject({
  items: z.array(NoticeViewSchema),
  next: z.uuid().nullable(),
  unread: z.int(),
});
