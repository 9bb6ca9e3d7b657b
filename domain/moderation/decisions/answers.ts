import { z } from "zod";
import { ACTIONS, SOURCES, type Decider, type LastDecision } from "./decision";
import { AppealViewSchema } from "@/domain/moderation/appeals/answers";
import { Html, Time, answerSchema } from "@/domain/answer-schema";
import { ROLES } from "@/domain/members/member";

export const DeciderSchema = answerSchema<Decider>()(
  "Decider",
  z.strictObject({
    handle: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
  }),
);

export const LastDecisionSchema = answerSchema<LastDecision>()(
  "LastDecision",
  z.strictObject({
    id: z.uuid(),
    action: z.enum(ACTIONS),
    at: Time,
    revision: z.int().nullable(),
    ground: z.string().nullable(),
    before: z.enum(["visible", "held", "rejected", "withdrawn"]).nullable(),
    after: z.enum(["visible", "held", "rejected", "withdrawn"]).nullable(),
    undoes: z.uuid().nullable(),
    bulk: z.uuid().nullable(),
    moderator: DeciderSchema.nullable(),
  }),
);

export const BulkResultSchema = z
  .strictObject({
    bulk: z.uuid(),
    decided: z.int(),
    left: z.int(),
  })
  .meta({ id: "BulkResult" });

export const StatementViewSchema = z
  .strictObject({
    id: z.uuid(),
    at: Time,
    action: z.enum(ACTIONS),
    by: z.enum(["editor", "moderator", "admin"]),
    rule: z
      .strictObject({
        key: z.string(),
        title: z.string(),
        sentence: z.string(),
        version: z.int(),
      })
      .nullable(),
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
    comment: z
      .strictObject({
        id: z.uuid(),
        articleSlug: z.string(),
        html: Html,
      })
      .nullable(),
    undone: z.boolean(),
    undoes: z.strictObject({ id: z.uuid(), action: z.enum(ACTIONS) }).nullable(),
    appeal: AppealViewSchema.nullable(),
    can: z.strictObject({
      appeal: z.boolean(),
    }),
  })
  .meta({ id: "DecisionStatement" });

export const DiscussionSchema = z
  .strictObject({
    comments: z.enum(["open", "closed", "locked"]),
    moderation: z.enum(["post", "pre"]),
    slowSeconds: z.int(),
    closesAt: Time.nullable(),
  })
  .meta({ id: "DiscussionRules" });

export const DecidedSchema = z
  .strictObject({ decision: z.uuid(), state: z.enum(["visible", "held", "rejected", "withdrawn"]) })
  .meta({ id: "Decided" });
export type Decided = z.output<typeof DecidedSchema>;

/** What one decision did: a comment has a state, a thread is closed or open. */
export const CarriedOutSchema = z.union([
  DecidedSchema,
  z.strictObject({ decision: z.uuid(), locked: z.boolean() }),
]);

export const BulkUndoneSchema = z.strictObject({ bulk: z.uuid(), undone: z.int(), left: z.int() });
