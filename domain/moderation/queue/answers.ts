import { z } from "zod";
import { ACTIONS } from "@/domain/moderation/decisions/decision";
import { DeciderSchema, LastDecisionSchema } from "@/domain/moderation/decisions/answers";
import { PassageSchema } from "@/domain/passages/answers";
import { Html, Time, answerSchema } from "@/domain/answer-schema";
import {
  QUEUES,
  type Claim,
  type DeskAppeal,
  type DeskComment,
  type DeskItem,
  type DeskReport,
  type MemberCard,
  type StandingDecision,
} from "./queue";
import { ROLES } from "@/domain/members/member";
import { SanctionViewSchema } from "@/domain/moderation/sanctions/answers";

export const ClaimSchema = answerSchema<Claim>()(
  "Claim",
  z.strictObject({
    by: z.string(),
    mine: z.boolean(),
    until: Time,
  }),
);

export const DeskCommentSchema = answerSchema<DeskComment>()(
  "DeskComment",
  z.strictObject({
    id: z.uuid(),
    articleSlug: z.string(),
    articleTitle: z.string(),
    html: Html,
    source: z.string(),
    state: z.enum(["visible", "held", "rejected", "withdrawn"]),
    revision: z.int(),
    postedAt: Time,
    editedAt: Time.nullable(),
    locked: z.boolean(),
    depth: z.int(),
    replyCount: z.int(),
    parent: z
      .strictObject({
        id: z.uuid(),
        name: z.string().nullable(),
        html: Html,
        state: z.enum(["visible", "held", "rejected", "withdrawn"]),
      })
      .nullable(),
    passage: PassageSchema.nullable(),
    history: z.array(
      z.strictObject({
        revision: z.int(),
        source: z.string(),
        at: Time,
      }),
    ),
  }),
);

export const MemberCardSchema = answerSchema<MemberCard>()(
  "MemberCard",
  z.strictObject({
    handle: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    id: z.uuid(),
    joinedAt: Time,
    approved: z.int(),
    rejected: z.int(),
    held: z.int(),
    sanctions: z.array(SanctionViewSchema),
    notes: z.array(
      z.strictObject({
        by: z.string().nullable(),
        words: z.string(),
        at: Time,
      }),
    ),
  }),
);

export const DeskReportSchema = answerSchema<DeskReport>()(
  "DeskReport",
  z.strictObject({
    id: z.uuid(),
    reason: z.string(),
    detail: z.string(),
    at: Time,
    revision: z.int(),
    by: z.string().nullable(),
    notice: z
      .strictObject({
        law: z.string(),
        name: z.string(),
        email: z.string(),
      })
      .nullable(),
  }),
);

export const DeskAppealSchema = answerSchema<DeskAppeal>()(
  "DeskAppeal",
  z.strictObject({
    id: z.uuid(),
    words: z.string(),
    at: Time,
    decision: z.strictObject({
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
      explanation: z.string(),
    }),
  }),
);

export const DeskItemSchema = answerSchema<DeskItem>()(
  "DeskItem",
  z.strictObject({
    id: z.uuid(),
    queue: z.enum(QUEUES),
    since: Time,
    claim: ClaimSchema.nullable(),
    comment: DeskCommentSchema.nullable(),
    author: MemberCardSchema.nullable(),
    reports: z.array(DeskReportSchema),
    findings: z.array(
      z.strictObject({
        rule: z.string(),
        title: z.string(),
        reason: z.string(),
        effect: z.string(),
        revision: z.int(),
      }),
    ),
    last: LastDecisionSchema.nullable(),
    appeal: DeskAppealSchema.nullable(),
    can: z.strictObject({
      decide: z.boolean(),
      sanction: z.boolean(),
      answer: z.boolean(),
      meet: z.boolean(),
    }),
  }),
);

export const StandingDecisionSchema = answerSchema<StandingDecision>()(
  "StandingDecision",
  z.strictObject({
    id: z.uuid(),
    state: z.enum(["visible", "held", "rejected", "withdrawn"]),
    revision: z.int(),
    last: LastDecisionSchema.nullable(),
    claim: ClaimSchema.nullable(),
  }),
);

const CountsSchema = z.record(z.enum(QUEUES), z.int()).meta({ id: "QueueCounts" });

export const QueuePageSchema = z.strictObject({
  items: z.array(DeskItemSchema),
  next: z.string().nullable(),
  counts: CountsSchema,
});
export type QueuePage = z.output<typeof QueuePageSchema>;

export const StandingsSchema = z.strictObject({
  items: z.array(StandingDecisionSchema),
  counts: CountsSchema,
});
export type Standings = z.output<typeof StandingsSchema>;

export const ClaimedSchema = z.strictObject({ claim: ClaimSchema.nullable() });
export type Claimed = z.output<typeof ClaimedSchema>;
