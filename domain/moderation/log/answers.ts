import { z } from "zod";
import { ACTIONS, SOURCES } from "@/domain/moderation/decisions/decision";
import { DeciderSchema } from "@/domain/moderation/decisions/answers";
import { Time, answerSchema } from "@/domain/answer-schema";
import { type LogEntry, type PublicEntry } from "./entry";

export const LogEntrySchema = answerSchema<LogEntry>()(
  "LogEntry",
  z.strictObject({
    id: z.uuid(),
    seq: z.int(),
    at: Time,
    action: z.enum(ACTIONS),
    moderator: DeciderSchema.nullable(),
    member: z
      .strictObject({
        handle: z.string(),
        name: z.string(),
      })
      .nullable(),
    comment: z.string().nullable(),
    revision: z.int().nullable(),
    article: z
      .strictObject({
        slug: z.string(),
        title: z.string(),
      })
      .nullable(),
    ground: z.string().nullable(),
    rulesVersion: z.int().nullable(),
    statement: z
      .strictObject({
        scope: z.string().optional(),
        until: Time.nullable().optional(),
        facts: z.string().optional(),
        source: z.enum(SOURCES).optional(),
        automatedDetection: z.boolean().optional(),
        automatedDecision: z.literal(false).optional(),
        explanation: z.string().optional(),
        redress: z.string().optional(),
      })
      .nullable(),
    before: z.string().nullable(),
    after: z.string().nullable(),
    undoes: z.uuid().nullable(),
    bulk: z.uuid().nullable(),
  }),
);

export const PublicEntrySchema = answerSchema<PublicEntry>()(
  "PublicLogEntry",
  z.strictObject({
    ...LogEntrySchema.pick({
      seq: true,
      at: true,
      action: true,
      article: true,
      ground: true,
      rulesVersion: true,
      before: true,
      after: true,
    }).shape,
    source: z.string().nullable(),
    automatedDetection: z.boolean(),
    until: Time.nullable(),
  }),
);

const next = z.string().nullable();

/** With names for moderators, without for everybody else. */
export const LogPageSchema = z.union([
  z.strictObject({ items: z.array(PublicEntrySchema), next }),
  z.strictObject({ items: z.array(LogEntrySchema), next }),
]);
