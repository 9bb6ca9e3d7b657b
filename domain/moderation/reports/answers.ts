import { z } from "zod";
import { Time, answerSchema } from "@/domain/answer-schema";
import { type Receipt } from "./report";

export const ReceiptSchema = answerSchema<Receipt>()(
  "Receipt",
  z.strictObject({
    id: z.uuid(),
    comment: z.string().nullable(),
    member: z.string().nullable(),
    reason: z.string(),
    at: Time,
    state: z.enum(["open", "upheld", "dismissed"]),
    decidedAt: Time.nullable(),
  }),
);
