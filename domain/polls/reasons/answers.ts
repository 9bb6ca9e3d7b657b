import { z } from "zod";
import { answerSchema } from "@/domain/answer-schema";
import type { QuotedReason } from "./reason";

export const QuotedReasonSchema = answerSchema<QuotedReason>()(
  "QuotedReason",
  z.strictObject({
    id: z.uuid(),
    why: z.string().nullable(),
    passage: z.string().nullable(),
    commentId: z.uuid().nullable(),
  }),
);

export const QuotedReasonsSchema = z.strictObject({ items: z.array(QuotedReasonSchema) });
