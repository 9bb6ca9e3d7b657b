import { z } from "zod";
import { SANCTION_KINDS, type SanctionView } from "./sanction";
import { Time, answerSchema } from "@/domain/answer-schema";

export const SanctionViewSchema = answerSchema<SanctionView>()(
  "Sanction",
  z.strictObject({
    id: z.uuid(),
    kind: z.enum(SANCTION_KINDS),
    reason: z.string(),
    from: Time,
    until: Time.nullable(),
    liftedAt: Time.nullable(),
    decision: z.uuid(),
    by: z.string().nullable(),
    inForce: z.boolean(),
  }),
);

export const SanctionedSchema = z
  .strictObject({
    sanction: z.uuid(),
    decision: z.uuid(),
    comments: z.int(),
  })
  .meta({ id: "Sanctioned" });

export const LiftedSchema = z.strictObject({ decision: z.uuid(), comments: z.int() });
export const WrittenToSchema = z.strictObject({ decision: z.uuid() });
