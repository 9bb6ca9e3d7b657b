import { z } from "zod";
import { Html, answerSchema } from "@/domain/answer-schema";
import { type ReplyToJudge } from "./reply";

export const ReplyToJudgeSchema = answerSchema<ReplyToJudge>()(
  "ReplyToJudge",
  z.strictObject({
    side: z.string(),
    label: z.string(),
    html: Html,
    state: z.enum(["visible", "held", "rejected"]),
    revision: z.int(),
    found: z.array(z.string()),
    author: z
      .strictObject({
        handle: z.string(),
        name: z.string(),
      })
      .nullable(),
    can: z.strictObject({
      approve: z.boolean(),
      reject: z.boolean(),
    }),
  }),
);

export const RepliesToJudgeSchema = z.strictObject({ items: z.array(ReplyToJudgeSchema) });
