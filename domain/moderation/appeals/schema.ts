import { z } from "zod";
import { APPEAL_OUTCOMES, WORDS_LIMIT } from "@/domain/moderation/appeals/appeal";

const words = (empty: string) =>
  z.string().trim().min(1, empty).max(WORDS_LIMIT, `Please keep to ${WORDS_LIMIT} characters.`);

export const NewAppeal = z.strictObject({
  words: words("Please say in your own words what was overlooked."),
});
export const Answer = z.strictObject({
  outcome: z.enum(APPEAL_OUTCOMES),
  answer: words("An appeal is answered with reasons."),
});
export type Answer = z.infer<typeof Answer>;
