import { z } from "zod";

/** More rules than anybody remembers are no rules. */
const MOST_RULES = 20;

export const RuleKey = z
  .string()
  .regex(/^[a-z][a-z-]{1,29}$/u, "A key has 2 to 30 small letters and hyphens.");

const Rule = z.strictObject({
  key: RuleKey,
  title: z.string().trim().min(1, "A rule needs a title.").max(80, "A title may have 80 characters."),
  sentence: z.string().trim().min(1, "A rule needs a sentence.").max(400, "A rule may have 400 characters."),
});

export const Rules = z
  .array(Rule)
  .min(1, "A site needs at least one rule.")
  .max(MOST_RULES, `A site may have ${MOST_RULES} rules.`)
  .refine(
    (rules) => new Set(rules.map(({ key }) => key)).size === rules.length,
    "Every rule needs a key of its own.",
  );
