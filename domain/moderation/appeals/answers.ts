import { z } from "zod";
import { APPEAL_OUTCOMES, type AppealView } from "./appeal";
import { Time, answerSchema } from "@/domain/answer-schema";

export const AppealViewSchema = answerSchema<AppealView>()(
  "Appeal",
  z.strictObject({
    id: z.uuid(),
    words: z.string(),
    at: Time,
    outcome: z.enum(APPEAL_OUTCOMES).nullable(),
    answer: z.string().nullable(),
    answeredAt: Time.nullable(),
  }),
);

export const AppealedSchema = z.strictObject({ appeal: z.uuid() });
export const AnsweredSchema = z.strictObject({ outcome: z.enum(APPEAL_OUTCOMES) });
