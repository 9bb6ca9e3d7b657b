import { z } from "zod";
import { Time, answerSchema } from "@/domain/answer-schema";
import { type HouseRule, type HouseRules } from "./rules";

export const HouseRuleSchema = answerSchema<HouseRule>()(
  "HouseRule",
  z.strictObject({
    key: z.string(),
    title: z.string(),
    sentence: z.string(),
  }),
);

export const HouseRulesSchema = answerSchema<HouseRules>()(
  "HouseRules",
  z.strictObject({
    version: z.int(),
    at: Time.nullable(),
    rules: z.array(HouseRuleSchema),
  }),
);

export const RulesPublishedSchema = z.strictObject({ version: z.int() });
