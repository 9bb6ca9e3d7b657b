import { z } from "zod";
import { DIGESTS, type MailChoiceView } from "./mails/choice";
import { NOTICE_KINDS, type NoticeView } from "./notice";
import { QUEUES } from "@/domain/moderation/queue/queue";
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
        answers: z.uuid().nullable(),
      })
      .nullable(),
    correction: z.string().nullable(),
    queue: z.enum(QUEUES).nullable(),
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

export const MailChoiceSchema = answerSchema<MailChoiceView>()(
  "MailChoice",
  z.strictObject({
    kinds: z.array(z.strictObject({ kind: z.enum(NOTICE_KINDS), mailed: z.boolean() })),
    none: z.boolean(),
    digest: z.enum(DIGESTS),
    stopped: z.boolean(),
  }),
);
