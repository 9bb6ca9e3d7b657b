import { z } from "zod";
import { writtenText } from "@/domain/prose/schema";
import { numberSaid } from "@/platform/number";
import { RULE_LIMITS } from "./rules";
import * as t from "#messages/house-rules";
import { say } from "@/messages/say";

/** More rules than anybody remembers are no rules. */
const MOST_RULES = 20;

export const RuleKey = z
  .string()
  .regex(new RegExp(`^[a-z][a-z-]{1,${RULE_LIMITS.key - 1}}$`, "u"), t.aKeyHas2To30);

const Rule = z.strictObject({
  key: RuleKey,
  title: writtenText(RULE_LIMITS.title, {
    blank: t.aRuleNeedsATitle,
    tooLong: say(t.ruleTitleTooLong, { limit: RULE_LIMITS.title }),
  }),
  sentence: writtenText(RULE_LIMITS.sentence, {
    blank: t.aRuleNeedsASentence,
    tooLong: say(t.ruleTooLong, { limit: RULE_LIMITS.sentence }),
  }),
});

export const Rules = z
  .array(Rule)
  .min(1, t.aSiteNeedsAtLeastOne)
  .max(MOST_RULES, say(t.aSiteMayHaveRules, { mostRules: MOST_RULES }))
  .refine((rules) => new Set(rules.map(({ key }) => key)).size === rules.length, t.everyRuleNeedsAKey);

const version = numberSaid(z.number().int().positive());

/** All rules, in order. */
export const ChangedRules = z.strictObject({ version, rules: Rules });

export const NewRule = z.strictObject({ version, ...Rule.shape });
export type NewRule = z.output<typeof NewRule>;

export const ChangedRule = z.strictObject({ version, ...Rule.omit({ key: true }).shape });
export type ChangedRule = z.output<typeof ChangedRule>;

export const MovedRule = z.strictObject({ version, to: z.enum(["up", "down"]) });
export type MovedRule = z.output<typeof MovedRule>;

export const RemovedRule = z.strictObject({ version });
