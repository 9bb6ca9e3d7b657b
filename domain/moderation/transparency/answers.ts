import { z } from "zod";
import { Time, answerSchema } from "@/domain/answer-schema";
import { type Counted, type TransparencyReport } from "./report";
import { type DsaStatement } from "./dsa";

export const CountedSchema = answerSchema<Counted>()(
  "Counted",
  z.array(
    z.strictObject({
      key: z.string(),
      count: z.int(),
    }),
  ),
);

export const TransparencyReportSchema = answerSchema<TransparencyReport>()(
  "TransparencyReport",
  z.strictObject({
    from: Time,
    to: Time,
    restrictions: z.strictObject({
      total: z.int(),
      byAction: CountedSchema,
      byGround: CountedSchema,
      bySource: CountedSchema,
      automatedDetection: z.int(),
      automatedDecision: z.int(),
    }),
    dsa: z.strictObject({
      decision_visibility: CountedSchema,
      decision_account: CountedSchema,
      decision_provision: CountedSchema,
      decision_ground: CountedSchema,
      category: CountedSchema,
      source_type: CountedSchema,
      automated_detection: CountedSchema,
      automated_decision: CountedSchema,
    }),
    relief: CountedSchema,
    reports: z.strictObject({
      received: z.int(),
      upheld: z.int(),
      dismissed: z.int(),
      open: z.int(),
      byReason: CountedSchema,
    }),
    notices: z.strictObject({
      received: z.int(),
      byLaw: CountedSchema,
    }),
    medianSecondsToDecide: z.int().nullable(),
    appeals: z.strictObject({
      received: z.int(),
      upheld: z.int(),
      refused: z.int(),
      open: z.int(),
      medianSecondsToAnswer: z.int().nullable(),
    }),
    sanctions: CountedSchema,
  }),
);

export const DsaStatementSchema = answerSchema<DsaStatement>()(
  "DsaStatement",
  z.strictObject({
    puid: z.string(),
    decision_visibility: z.array(z.string()),
    decision_account: z.string().nullable(),
    decision_provision: z.string().nullable(),
    decision_ground: z.enum(["DECISION_GROUND_ILLEGAL_CONTENT", "DECISION_GROUND_INCOMPATIBLE_CONTENT"]),
    decision_ground_reference_url: z.string(),
    illegal_content_legal_ground: z.string().nullable(),
    illegal_content_explanation: z.string().nullable(),
    incompatible_content_ground: z.string().nullable(),
    incompatible_content_explanation: z.string().nullable(),
    incompatible_content_illegal: z.enum(["Yes", "No"]).nullable(),
    category: z.string(),
    content_type: z.array(z.string()),
    content_date: z.string().nullable(),
    application_date: z.string(),
    end_date_account_restriction: z.string().nullable(),
    decision_facts: z.string(),
    source_type: z.string(),
    automated_detection: z.enum(["Yes", "No"]),
    automated_decision: z.literal("AUTOMATED_DECISION_NOT_AUTOMATED"),
  }),
);

export const DsaStatementsSchema = z.strictObject({
  items: z.array(DsaStatementSchema),
  next: z.string().nullable(),
});
